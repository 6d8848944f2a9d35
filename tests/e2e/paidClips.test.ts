import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paidPace } from '@/domain/generation/paidPace'
import { reconcileBills } from '@/queue/jobs'
import { controlDb } from '@/stores/controlDb'
import { outboxStore } from '@/stores/outboxStore'
import { paidProviders, type PaidSettings } from '@/studio/paidProviders'
import { startEmulators, type Emulators } from '../../emulators/startEmulators'
import { openHttpFilm, type HttpFilm } from '../support/httpFilm'
import { until } from '../support/until'

const screenplay = `Title: Two Lamps

EXT. HARBOUR - NIGHT

MARA, 60, in a grey coat, lights a lamp at the end of the pier.

INT. KITCHEN - MORNING

MARA pours tea and looks at the window.
`
const dollar = 1_000_000_000

let fal: Emulators
let film: HttpFilm
const statuses = async () =>
  (await film.call(`GET /api/scene-states?depth=0&where[project][equals]=${film.id}`)).body['docs'].map(
    ({ status }: { status: string }) => status,
  ) as string[]
const sceneIds = async () =>
  (await film.call(`GET /api/scenes?depth=0&sort=sequenceNumber&where[project][equals]=${film.id}`)).body['docs'].map(
    ({ id }: { id: string }) => id,
  ) as string[]
const budget = async (dollars: number) => {
  const { settings } = (await film.call(`GET ${film.path('')}?depth=0`)).body
  const body = { settings: { ...settings, budgetNanodollars: dollars * dollar } }
  expect((await film.call(`PATCH ${film.path('')}`, { body })).status).toBe(200)
}
const quoteOf = async (wanted: string) => (await film.call(`GET ${film.path(`/estimate?${wanted}`)}`)).body
const accepted = ({ hash, nanodollars }: Record<string, any>) => ({ hash, nanodollars: nanodollars.atMost as number })
const billed = () => fal.ledger().reduce((sum, { nanodollars }) => sum + (nanodollars ?? 0), 0)

beforeAll(async () => {
  fal = await startEmulators({ speed: 200 })
  const settings = { ...fal.env, MEDIA_ALLOW_HOSTS: [fal.env['MEDIA_ALLOW_HOSTS']!] } as PaidSettings
  const paid = {
    providers: paidProviders(settings),
    publicUrl: null,
    allowHosts: settings.MEDIA_ALLOW_HOSTS!,
    pace: { ...paidPace, askLeastMs: 50, askMostMs: 300, backoffMs: 50 },
  }
  film = await openHttpFilm('Two Lamps', screenplay, {
    paid, resolution: '360p', models: { video: 'fal/kling-v3-pro' }, budgetNanodollars: 0,
  }) // prettier-ignore
  // the emulator is quicker than the real one, and is asked when half of them would be done
  const { docs } = (await film.call('GET /api/models?depth=0&where[slug][equals]=fal/kling-v3-pro')).body
  const quick = await film.call(`PATCH /api/models/${String(docs[0].id)}`, { body: { typicalSeconds: 1 } })
  expect(quick.status, JSON.stringify(quick.body)).toBe(200)
  await film.press('qualify')
}, 240_000)
afterAll(async () => {
  await film.close()
  await fal.close()
})

describe('a film whose clips a paid model makes', { timeout: 240_000 }, () => {
  it('stops at the stills by itself, which cost nothing', async () => {
    await film.press('generate')
    expect(await statuses()).toEqual(['awaiting_approval', 'awaiting_approval'])
    expect(billed()).toBe(0)
  })

  it('pays for no clip of a still nobody approved', async () => {
    const body = { until: 'clips', accept: accepted(await quoteOf('until=clips')) }
    const refused = await film.call(`POST ${film.path('/generate')}`, { body })
    expect(refused.status).toBe(409)
    expect(refused.body['errors'][0]).toMatchObject({
      code: 'STILLS_WAIT',
      why: expect.stringContaining('SC001_SH010'),
    })
    const [first = '', second = ''] = await sceneIds()
    expect((await film.call(`POST /api/scenes/${first}/approve`)).status).toBe(200)
    const alone = await film.call(`POST /api/scenes/${second}/generate`, { body })
    expect(alone.body['errors'][0]).toMatchObject({ code: 'STILLS_WAIT', why: expect.stringContaining('SC002_SH010') })
    expect((await film.call(`POST /api/scenes/${second}/approve`)).status).toBe(200)
  })

  it('sends nothing before somebody said yes to the price', async () => {
    const quote = await quoteOf('until=clips')
    expect(quote['nanodollars'].atMost).toBeGreaterThan(0)
    const refused = await film.call(`POST ${film.path('/generate')}`, { body: { until: 'clips' } })
    expect(refused.status).toBe(409)
    expect(refused.body['errors'][0]).toMatchObject({ code: 'QUOTE_NOT_ACCEPTED', quote: { hash: quote['hash'] } })
    const less = { hash: quote['hash'], nanodollars: quote['nanodollars'].atMost - 1 }
    const cheap = await film.call(`POST ${film.path('/generate')}`, { body: { until: 'clips', accept: less } })
    expect(cheap.status).toBe(409)
    expect(fal.ledger()).toEqual([])
  })

  it('stops before its budget, says what it needs, and goes on when it is raised', async () => {
    const body = { until: 'clips', accept: accepted(await quoteOf('until=clips')) }
    const began = await film.call(`POST ${film.path('/generate')}`, { body })
    expect(began.status, JSON.stringify(began.body)).toBe(202)
    const route = `/api/runs/${String(began.body['runId'])}`
    const run = async () => (await film.call(`GET ${route}`)).body
    await until('the run stops', async () => (await run())['state'] === 'failed', 60_000)
    expect((await run())['error']).toMatchObject({ code: 'BUDGET_SPENT' })
    expect(fal.ledger()).toEqual([])
    await budget(20)
    expect((await film.call(`POST ${route}/resume`)).status).toBe(202)
    await until('the run is done', async () => (await run())['state'] === 'succeeded', 120_000)
    expect(await statuses()).toEqual(['completed', 'completed'])
  })

  it('was billed once for each clip, to the nanodollar, and never again', async () => {
    expect(fal.ledger()).toHaveLength(2)
    const costs = async () => (await film.call(`GET ${film.path('/costs')}`)).body
    const outbox = outboxStore(controlDb(film.studio.payload))
    await until('the bill is booked', async () => {
      await outbox.add(reconcileBills.name, {})
      return (await costs())['spent'] === billed()
    }, 30_000) // prettier-ignore
    expect((await costs())['reserved']).toBe(0)
    await film.press('generate', { until: 'clips', accept: accepted(await quoteOf('until=clips')) })
    expect(fal.ledger()).toHaveLength(2)
    await film.press('assemble')
    expect((await film.call(`GET ${film.path('')}`)).body['status']).toBe('completed')
  })
})
