import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPaidFilm, type PaidFilm } from '../support/paidFilm'
import { until } from '../support/until'

const screenplay = `Title: Two Lamps

EXT. HARBOUR - NIGHT

MARA, 60, in a grey coat, lights a lamp at the end of the pier.

INT. KITCHEN - MORNING

MARA pours tea and looks at the window.
`
const quick = ['fal/nano-banana', 'fal/nano-banana-edit', 'fal/seedance-v1-pro-fast']

let film: PaidFilm
let scenes: string[] = []
let drawn: Record<string, any>[] = []
const clips = (states: Record<string, any>[]) => states.map(({ clip }) => clip as string)
const make = async (body: object) => {
  const began = await film.call(`POST /api/scenes/${scenes[0]!}/generate`, { body })
  expect(began.status, JSON.stringify(began.body)).toBe(202)
  const run = async () => (await film.call(`GET /api/runs/${String(began.body['runId'])}`)).body
  await until('the scene is made', async () => ['failed', 'succeeded'].includes((await run())['state']), 120_000)
  expect((await run())['state'], JSON.stringify((await run())['error'])).toBe('succeeded')
  await until('the project rests', async () => !String((await film.call(`GET ${film.path('')}`)).body['status']).endsWith('ing')) // prettier-ignore
}

beforeAll(async () => {
  film = await openPaidFilm('Two Lamps', screenplay, { models: {}, quick })
  await film.press('qualify')
  await film.press('generate')
  scenes = await film.sceneIds()
  drawn = await film.states()
}, 240_000)
afterAll(() => film.close())

describe('one scene of a drawn film by paid models', { timeout: 240_000 }, () => {
  it('is refused without scenes, and for departments that belong to the film', async () => {
    const wide = await film.call(`POST ${film.path('/generate')}`, { body: { models: 'draft' } })
    expect([wide.status, wide.body['errors'][0].code]).toEqual([422, 'MODELS_NEED_SCENES'])
    const music = await film.call(`POST /api/scenes/${scenes[0]!}/generate`, { body: { models: { music: 'fal/eleven-music' } } }) // prettier-ignore
    expect(music.status).toBe(422)
    expect(clips(drawn).every((clip) => typeof clip === 'string')).toBe(true)
  })

  it('is priced alone, and made after a yes; the others stay as they are', async () => {
    await film.budget(20)
    const quote = await film.quoteOf(`models=draft&until=clips&scenes=${scenes[0]!}`)
    const wish = { models: 'draft', until: 'clips' }
    const refused = await film.call(`POST /api/scenes/${scenes[0]!}/generate`, { body: wish })
    expect(refused.body['errors'][0]).toMatchObject({ code: 'QUOTE_NOT_ACCEPTED', quote: { hash: quote.hash } })
    expect(film.emulators.ledger()).toEqual([])
    await make({ ...wish, accept: { hash: quote.hash, nanodollars: quote.nanodollars.atMost } })
    const now = await film.states()
    expect(now.map(({ status }) => status)).toEqual(['completed', 'completed'])
    expect(clips(now)[0]).not.toBe(clips(drawn)[0])
    expect(clips(now)[1]).toBe(clips(drawn)[1])
    expect(film.billed()).toBeGreaterThan(0)
    expect(film.billed()).toBeLessThanOrEqual(quote.nanodollars.atMost)
    const { docs } = (await film.call(`GET /api/generations?depth=0&limit=200&where[provider][in]=fal,openai`)).body
    const paidScenes = new Set(docs.flatMap(({ scene }: { scene: string | null }) => scene ?? []))
    expect([...paidScenes]).toEqual([scenes[0]])
    await film.settle()
  })

  it('keeps the film’s own reference pictures, and nothing of it is stale', async () => {
    expect((await film.call(`GET ${film.path('/stale')}`)).body['scenes']).toEqual([])
    expect((await film.quoteOf('until=clips')).nanodollars.atMost).toBe(0)
    await film.press('generate')
    expect(clips(await film.states())[1]).toBe(clips(drawn)[1])
    const scene = (await film.call(`GET /api/scenes/${scenes[0]!}?depth=0`)).body
    expect(scene['models']).toMatchObject({ image: 'fal/nano-banana', video: 'fal/seedance-v1-pro-fast', speech: 'previs' }) // prettier-ignore
  })

  it('costs nothing more: a second press finds everything', async () => {
    const bill = film.billed()
    expect((await film.quoteOf('until=clips')).nanodollars).toEqual({ expected: 0, atMost: 0 })
    await make({ models: 'draft', until: 'clips' })
    await film.press('assemble')
    expect(film.billed()).toBe(bill)
    expect((await film.call(`GET ${film.path('')}`)).body['status']).toBe('completed')
  })

  it('is what it was when its models are taken back, for nothing', async () => {
    const bill = film.billed()
    await make({ models: null })
    expect(clips(await film.states())).toEqual(clips(drawn))
    const scene = (await film.call(`GET /api/scenes/${scenes[0]!}?depth=0`)).body
    expect(Object.values(scene['models'] ?? {}).filter(Boolean)).toEqual([])
    expect(film.billed()).toBe(bill)
  })
})
