import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPaidFilm, type PaidFilm } from '../support/paidFilm'
import { until } from '../support/until'

const screenplay = `Title: Two Lamps

EXT. HARBOUR - NIGHT

MARA, 60, in a grey coat, lights a lamp at the end of the pier.

INT. KITCHEN - MORNING

MARA pours tea and looks at the window.
`

let film: PaidFilm
const generate = (body: object) => film.call(`POST ${film.path('/generate')}`, { body })

beforeAll(async () => {
  film = await openPaidFilm('Two Lamps', screenplay, { models: { video: 'fal/kling-v3-pro' } })
  await film.press('qualify')
}, 240_000)
afterAll(() => film.close())

describe('a film whose clips a paid model makes, and a person looks at', { timeout: 240_000 }, () => {
  it('stops at the stills by itself, which cost nothing', async () => {
    await film.press('generate')
    expect(await film.statuses()).toEqual(['awaiting_approval', 'awaiting_approval'])
    expect(film.billed()).toBe(0)
  })

  it('pays for no clip of a still nobody approved', async () => {
    const body = { until: 'clips', accept: await film.accepted('until=clips') }
    const refused = await generate(body)
    expect(refused.status).toBe(409)
    expect(refused.body['errors'][0]).toMatchObject({
      code: 'STILLS_WAIT',
      why: expect.stringContaining('SC001_SH010'),
    })
    const [first = '', second = ''] = await film.sceneIds()
    await film.approve(first)
    const alone = await film.call(`POST /api/scenes/${second}/generate`, { body })
    expect(alone.body['errors'][0]).toMatchObject({ code: 'STILLS_WAIT', why: expect.stringContaining('SC002_SH010') })
    await film.approve(second)
  })

  it('sends nothing before somebody said yes to the price', async () => {
    const quote = await film.quoteOf('until=clips')
    expect(quote.nanodollars.atMost).toBeGreaterThan(0)
    const refused = await generate({ until: 'clips' })
    expect(refused.status).toBe(409)
    expect(refused.body['errors'][0]).toMatchObject({ code: 'QUOTE_NOT_ACCEPTED', quote: { hash: quote.hash } })
    const less = { hash: quote.hash, nanodollars: quote.nanodollars.atMost - 1 }
    expect((await generate({ until: 'clips', accept: less })).status).toBe(409)
    expect(film.emulators.ledger()).toEqual([])
  })

  it('stops before its budget, says what it needs, and goes on when it is raised', async () => {
    const began = await generate({ until: 'clips', accept: await film.accepted('until=clips') })
    expect(began.status, JSON.stringify(began.body)).toBe(202)
    const route = `/api/runs/${String(began.body['runId'])}`
    const run = async () => (await film.call(`GET ${route}`)).body
    await until('the run stops', async () => (await run())['state'] === 'failed', 60_000)
    expect((await run())['error']).toMatchObject({ code: 'BUDGET_SPENT' })
    expect(film.emulators.ledger()).toEqual([])
    await film.budget(20)
    expect((await film.call(`POST ${route}/resume`)).status).toBe(202)
    await until('the run is done', async () => (await run())['state'] === 'succeeded', 120_000)
    expect(film.emulators.ledger()).toHaveLength(2)
  })

  it('waits with clips nobody but a person can judge, and takes the ones they approve', async () => {
    expect(await film.states()).toEqual([
      expect.objectContaining({ status: 'needs_review', verdict: 'unknown', clip: expect.any(String) }),
      expect.objectContaining({ status: 'needs_review', verdict: 'unknown', clip: expect.any(String) }),
    ])
    for (const scene of await film.sceneIds()) await film.approve(scene)
    await film.press('generate', { until: 'clips', accept: await film.accepted('until=clips') })
    expect(await film.statuses()).toEqual(['completed', 'completed'])
  })

  it('was billed once for each clip, to the nanodollar, and never again', async () => {
    await film.settle()
    expect((await film.quoteOf('until=clips')).nanodollars.atMost).toBe(0)
    await film.press('generate', { until: 'clips' })
    expect(film.emulators.ledger()).toHaveLength(2)
    const { quotes } = (await film.call(`GET ${film.path('/quotes')}`)).body
    const animation = expect.objectContaining({ department: 'animation', planned: 2, calls: 2, billed: film.billed(), unbilled: 0 }) // prettier-ignore
    expect(quotes[0]).toMatchObject({ billed: film.billed(), lines: [animation] })
    await film.press('assemble')
    expect((await film.call(`GET ${film.path('')}`)).body['status']).toBe('completed')
  })
})
