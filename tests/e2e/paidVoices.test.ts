import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paidPace } from '@/domain/generation/paidPace'
import { reconcileBills } from '@/queue/jobs'
import { controlDb } from '@/stores/controlDb'
import { outboxStore } from '@/stores/outboxStore'
import { paidProviders, type PaidSettings } from '@/studio/paidProviders'
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

beforeAll(async () => {
  fal = await startEmulators({ speed: 200 })
  const settings = { ...fal.env, MEDIA_ALLOW_HOSTS: [fal.env['MEDIA_ALLOW_HOSTS']!] } as PaidSettings
  const paid = {
    providers: paidProviders(settings),
    publicUrl: null,
    allowHosts: settings.MEDIA_ALLOW_HOSTS!,
    pace: { ...paidPace, askLeastMs: 50, askMostMs: 300, backoffMs: 50 },
  }
  film = await openHttpFilm('Two Voices', screenplay, {
    paid, resolution: '360p', models: { speech: 'fal/eleven-v3' }, budgetNanodollars: 5 * dollar,
  }) // prettier-ignore
  const { docs } = (await film.call('GET /api/models?depth=0&where[slug][equals]=fal/eleven-v3')).body
  await film.call(`PATCH /api/models/${String(docs[0].id)}`, { body: { typicalSeconds: 1 } })
  await film.press('qualify')
}, 240_000)
afterAll(async () => {
  await film.close()
  await fal.close()
})

describe('a film with paid voices', { timeout: 240_000 }, () => {
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

  it('is cut from them, and billed as it was quoted', async () => {
    const outbox = outboxStore(controlDb(film.studio.payload))
    await until('the bill is booked', async () => {
      await outbox.add(reconcileBills.name, {})
      return (await film.call(`GET ${film.path('/costs')}`)).body['spent'] === billed()
    }, 30_000) // prettier-ignore
    await film.press('assemble')
    const { body: project } = await film.call(`GET ${film.path('')}`)
    expect(project['status']).toBe('completed')
    const { dialogue } = (await film.call(`GET ${film.path('/timeline')}`)).body['sound']
    expect(dialogue.map(({ text }: { text: string }) => text)).toEqual(['You are late again.', 'The ferry waited for nobody.', 'It never does.']) // prettier-ignore
  })
})
