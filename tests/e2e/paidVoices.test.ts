import type { ProviderKey } from '@/stores/keys/keysStore'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PaidProviderId } from '@/domain/catalogue/model'
import { paidPace } from '@/domain/generation/paidPace'
import { reconcileBills } from '@/queue/jobs'
import { controlDb } from '@/stores/controlDb'
import { outboxStore } from '@/stores/outboxStore'
import { paidProviders, providerWithKey, type PaidSettings } from '@/studio/paidProviders'
import { startEmulators, type Emulators } from '../../emulators/startEmulators'
import { openHttpFilm, type HttpFilm } from '../support/httpFilm'
import { until } from '../support/until'

const screenplay = `Title: Two Voices

INT. KITCHEN - NIGHT

MARA, 60, stands at the stove. TOM, 30, comes in.

MARA
You are late again.

TOM
The ferry waited for nobody.

MARA
It never does.
`
const dollar = 1_000_000_000

let fal: Emulators
let film: HttpFilm
const accepted = ({ hash, nanodollars }: Record<string, any>) => ({ hash, nanodollars: nanodollars.atMost as number })
const billed = () => fal.ledger().reduce((sum, { nanodollars }) => sum + (nanodollars ?? 0), 0)
/** What was sent, oldest first. */
const sent = async () => {
  const generations = controlDb(film.studio.payload).db.collection('generations')
  const calls = await generations.find({ paid: true }).sort({ createdAt: 1 }).toArray()
  return calls.map(({ frozen }) => (JSON.parse(frozen as string) as { body: Record<string, unknown> }).body)
}

/** What a person writes into a row of the catalogue; the emulators are quicker than the real ones. */
const change = async (slug: string, body: Record<string, unknown>) => {
  const { docs } = (await film.call(`GET /api/models?depth=0&where[slug][equals]=${slug}`)).body
  const done = await film.call(`PATCH /api/models/${String(docs[0].id)}`, { body })
  expect(done.status, JSON.stringify(done.body)).toBe(200)
}

beforeAll(async () => {
  fal = await startEmulators({ speed: 200 })
  // the studio's own key opens nothing: only that of the project does
  const settings = {
    ...fal.env,
    FAL_KEY: 'a-key-of-nobody',
    MEDIA_ALLOW_HOSTS: [fal.env['MEDIA_ALLOW_HOSTS']!],
  } as PaidSettings
  const paid = {
    providers: paidProviders(settings),
    withKey: (provider: PaidProviderId, key: ProviderKey) => providerWithKey(settings, provider, key),
    publicUrl: null,
    allowHosts: settings.MEDIA_ALLOW_HOSTS!,
    pace: { ...paidPace, askLeastMs: 50, askMostMs: 300, backoffMs: 50 },
  }
  film = await openHttpFilm('Two Voices', screenplay, {
    paid, resolution: '360p', models: { speech: 'fal/eleven-v3', music: 'fal/eleven-music' }, budgetNanodollars: 5 * dollar,
  }) // prettier-ignore
  const price = { unit: 'minute', nanodollars: 800_000_000, asOf: '2026-11-21', source: 'the emulator' }
  await change('fal/eleven-v3', { typicalSeconds: 1 })
  await change('fal/eleven-music', { typicalSeconds: 1, priceRules: [price] })
  const kept = await film.call(`POST ${film.path('/keys')}`, { body: { provider: 'fal', key: fal.env['FAL_KEY'] } })
  expect(kept.status, JSON.stringify(kept.body)).toBe(200)
  await film.press('qualify')
}, 240_000)
afterAll(async () => {
  await film.close()
  await fal.close()
})

describe('a film with paid voices, by the project’s own key', { timeout: 240_000 }, () => {
  it('speaks every line once, everybody with a voice of their own', async () => {
    const quote = (await film.call(`GET ${film.path('/estimate?until=clips')}`)).body
    expect(quote['lines']).toContainEqual(expect.objectContaining({ model: 'fal/eleven-v3', calls: 3 }))
    await film.press('generate', { until: 'clips', accept: accepted(quote) })
    const voices = new Map((await sent()).map(({ text, voice }) => [text, voice]))
    expect([...voices.keys()].toSorted()).toEqual(['It never does.', 'The ferry waited for nobody.', 'You are late again.']) // prettier-ignore
    expect(voices.get('It never does.')).toBe(voices.get('You are late again.'))
    expect(voices.get('The ferry waited for nobody.')).not.toBe(voices.get('It never does.'))
    expect(await sent()).toContainEqual({ text: 'It never does.', voice: 'Lily', language_code: 'en' })
    expect(fal.ledger()).toHaveLength(3)
  })

  it('has music of the wanted length, once its price was accepted', async () => {
    const refused = await film.call(`POST ${film.path('/assemble')}`, { body: {} })
    expect(refused.status).toBe(409)
    const { quote } = refused.body['errors'][0]
    expect(quote.lines).toEqual([expect.objectContaining({ model: 'fal/eleven-music', why: 'music' })])
    await film.press('assemble', { accept: accepted(quote) })
    expect((await film.call(`GET ${film.path('')}`)).body['status']).toBe('completed')
    const music = (await sent()).filter(({ music_length_ms: ms }) => ms !== undefined)
    expect(music).toHaveLength(quote.lines[0].calls)
    for (const { music_length_ms: ms, force_instrumental: plain } of music) {
      expect(plain).toBe(true)
      expect(ms).toBeGreaterThanOrEqual(4000)
    }
    const { dialogue } = (await film.call(`GET ${film.path('/timeline')}`)).body['sound']
    expect(dialogue.map(({ text }: { text: string }) => text)).toEqual(['You are late again.', 'The ferry waited for nobody.', 'It never does.']) // prettier-ignore
  })

  it('is billed as the provider says, and cut again for nothing', async () => {
    const outbox = outboxStore(controlDb(film.studio.payload))
    await until('the bill is booked', async () => {
      await outbox.add(reconcileBills.name, {})
      return (await film.call(`GET ${film.path('/costs')}`)).body['spent'] === billed()
    }, 30_000) // prettier-ignore
    const before = fal.ledger().length
    const { quote } = (await film.call(`POST ${film.path('/assemble')}`, { body: {} })).body['errors'][0]
    await film.press('assemble', { accept: accepted(quote) })
    expect(fal.ledger()).toHaveLength(before)
  })
})
