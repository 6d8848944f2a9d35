import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPaidFilm, type PaidFilm } from '../support/paidFilm'
import { until } from '../support/until'

const screenplay = 'Title: One Lamp\n\nEXT. HARBOUR - NIGHT\n\nMARA, 60, in a grey coat, lights a lamp.\n'
const models = { image: 'fal/nano-banana', edit: 'fal/nano-banana-edit', video: 'fal/kling-v3-pro' }
const words = 'EXT. HARBOUR - NIGHT\n\nAn old woman in a grey coat lights a lamp.'

let film: PaidFilm
const path = '/one-offs'
const estimate = (wish: object) => film.call(`POST ${film.path(`${path}/estimate`)}`, { body: wish })
const make = (body: object, headers: Record<string, string> = {}) =>
  film.call(`POST ${film.path(path)}`, { body, headers })
const runOf = async (id: string) => (await film.call(`GET /api/runs/${id}`)).body
const ended = async (id: string) => {
  await until('the run ends', async () => ['succeeded', 'failed'].includes((await runOf(id))['state']), 30_000)
  return runOf(id)
}
/** With a yes to its price; answers the run when it has ended. */
const made = async (wish: object, also: object = {}) => {
  const { hash, nanodollars } = (await estimate(wish)).body
  const began = await make({ ...wish, ...also, accept: { hash, nanodollars: nanodollars.atMost } })
  expect(began.status, JSON.stringify(began.body)).toBe(202)
  return ended(String(began.body['runId']))
}
const mediaOf = async (run: Record<string, any>) => {
  const name = String(run['files'][0].url).split('/').at(-1)
  return (await film.call(`GET /api/media?depth=0&where[filename][equals]=${name}`)).body['docs'][0]
}
const storyOf = async (asked: Promise<{ status: number; body: any }>) => {
  const { status, body } = await asked
  return [status, body.errors?.[0]?.code, body.errors?.[0]?.field]
}
const sent = () => film.emulators.ledger().length

beforeAll(async () => {
  film = await openPaidFilm('One Lamp', screenplay, { models })
}, 60_000)
afterAll(() => film.close())

describe('one picture or clip outside of the scenes', { timeout: 60_000 }, () => {
  it('is drawn here for nothing, once for one key, and is a document of the library', async () => {
    const wish = { kind: 'picture', prompt: words, model: 'previs' }
    expect((await estimate(wish)).body['nanodollars']).toEqual({ expected: 0, atMost: 0 })
    const key = { 'idempotency-key': 'picture-1' }
    const [first, again] = [await make(wish, key), await make(wish, key)]
    expect([first.status, again.body['runId']]).toEqual([202, first.body['runId']])
    const run = await ended(String(first.body['runId']))
    expect([run['state'], run['oneOff']]).toEqual([
      'succeeded',
      expect.objectContaining({ kind: 'picture', prompt: words, take: 1 }),
    ])
    const picture = await mediaOf(run)
    expect(picture).toMatchObject({
      kind: 'picture',
      project: film.id,
      width: 640,
      height: 360,
      provenance: { origin: 'previs' },
    })
    expect(picture.title).toBe('EXT. HARBOUR - NIGHT An old woman in a grey coat lights a lamp.')
    expect((await make({ ...wish, prompt: 'Another.' }, key)).status).toBe(409)
    // the project stays what it was
    expect((await film.call(`GET ${film.path('')}`)).body['status']).toBe('gathering')

    const clip = await mediaOf(
      await made({
        kind: 'clip',
        prompt: 'The camera goes nearer.',
        model: 'previs',
        seconds: 2,
        reference: picture.id,
      }),
    )
    expect(clip).toMatchObject({ kind: 'clip', mimeType: 'video/mp4', frames: 48, provenance: { origin: 'previs' } })
    expect(sent()).toBe(0)
  })

  it('tells its price first, is paid once however often it is wanted, and books its bill', async () => {
    const wish = { kind: 'picture', prompt: 'A lamp in the rain.' }
    await film.budget(5)
    const quote = (await estimate(wish)).body
    expect(quote).toMatchObject({ stands: false, lines: [{ department: 'art', model: 'fal/nano-banana', calls: 1 }] })
    expect(await storyOf(make(wish))).toEqual([409, 'QUOTE_NOT_ACCEPTED', 'accept'])
    expect(sent()).toBe(0)
    const run = await made(wish)
    expect(run['state'], JSON.stringify(run['error'])).toBe('succeeded')
    const picture = await mediaOf(run)
    expect(picture).toMatchObject({
      kind: 'picture',
      width: 640,
      height: 360,
      provenance: { origin: 'generated', model: 'fal/nano-banana' },
    })
    const call = (await film.call(`GET /api/generations/${String(picture.provenance.generation)}?depth=0`)).body
    expect(call).toMatchObject({ what: 'One-off picture: A lamp in the rain.', state: 'STORED', prompt: wish.prompt })

    expect((await estimate(wish)).body).toMatchObject({ stands: true, nanodollars: { atMost: 0 } })
    expect((await mediaOf(await made(wish))).id).toBe(picture.id)
    expect(sent()).toBe(1)
    expect((await mediaOf(await made({ ...wish, take: 2 }))).id).not.toBe(picture.id)
    expect(sent()).toBe(2)

    await film.settle()
    const { quotes } = (await film.call(`GET ${film.path('/quotes')}`)).body
    expect(quotes[0].lines).toMatchObject([{ why: 'one picture or clip outside of the scenes', calls: 1, because: [] }])
  })

  it('pressed twice while it is under way is two runs and one call', async () => {
    const wish = { kind: 'picture', prompt: 'A lamp in the fog.' }
    const { hash, nanodollars } = (await estimate(wish)).body
    const before = sent()
    const runs: string[] = []
    const press = async () => {
      const { status, body } = await make({ ...wish, accept: { hash, nanodollars: nanodollars.atMost } })
      if (status === 202) runs.push(String(body['runId']))
      return status === 202 // 409 COUNTDOWN_RUNS until a worker has planned the one before
    }
    await until('it is pressed', press, 10_000)
    await until('it is pressed again', press, 10_000)
    const [first, second] = [await ended(runs[0]!), await ended(runs[1]!)]
    expect([first['state'], second['state'], first['id'] === second['id']]).toEqual(['succeeded', 'succeeded', false])
    expect((await mediaOf(first)).id).toBe((await mediaOf(second)).id)
    expect(sent()).toBe(before + 1)
  })

  it('follows a picture of the library, and moves from one', async () => {
    const { docs } = (await film.call(`GET /api/media?depth=0&limit=1&where[kind][equals]=picture`)).body
    const reference = docs[0].id
    const followed = await made({ kind: 'picture', prompt: 'The same at noon.', reference })
    expect(followed['state'], JSON.stringify(followed['error'])).toBe('succeeded')
    const clip = await mediaOf(await made({ kind: 'clip', prompt: 'The rain stops.', reference, seconds: 4 }))
    expect(clip).toMatchObject({
      kind: 'clip',
      frames: 96,
      provenance: { origin: 'generated', model: 'fal/kling-v3-pro' },
    })
    const asked = film.emulators.ledger().map(({ endpoint }) => endpoint)
    expect(asked.slice(-2)).toEqual(['fal-ai/nano-banana/edit', expect.stringContaining('kling')])
  })

  it('makes a picture of the library larger: here for nothing, or by a model whose price somebody wrote down', async () => {
    const picture = (await film.call('GET /api/media?depth=0&limit=1&sort=createdAt&where[kind][equals]=picture')).body['docs'][0] // prettier-ignore
    const wish = { kind: 'larger', reference: picture.id, factor: 3 }
    expect(await mediaOf(await made(wish))).toMatchObject({
      kind: 'picture', width: 1920, height: 1080, title: `${String(picture.title)} ×3`, provenance: { origin: 'previs' },
    }) // prettier-ignore
    const before = sent()
    const paid = { kind: 'larger', reference: picture.id, model: 'fal/esrgan' }
    expect(await storyOf(estimate(paid))).toEqual([422, 'PRICE_UNKNOWN', 'models'])
    const { docs } = (await film.call('GET /api/models?depth=0&where[slug][equals]=fal/esrgan')).body
    const price = { unit: 'megapixel', nanodollars: 1_000_000, asOf: '2026-11-22', source: 'its page' }
    await film.call(`PATCH /api/models/${String(docs[0].id)}`, { body: { priceRules: [price], typicalSeconds: 1 } })
    const pixels = 2 * 640 * 2 * 360
    expect((await estimate(paid)).body['nanodollars']).toEqual({ expected: pixels, atMost: pixels })
    const run = await made(paid)
    expect(run['state'], JSON.stringify(run['error'])).toBe('succeeded')
    expect(await mediaOf(run)).toMatchObject({ width: 1280, height: 720, provenance: { origin: 'generated', model: 'fal/esrgan' } }) // prettier-ignore
    expect(sent()).toBe(before + 1)
    expect((await estimate(paid)).body).toMatchObject({ stands: true, nanodollars: { atMost: 0 } })
    await film.settle()
  })

  it('keeps the cap, and stops at the budget with what to do; raised, it goes on', async () => {
    const wish = { kind: 'picture', prompt: 'A boat.' }
    const { hash, nanodollars } = (await estimate(wish)).body
    const accept = { hash, nanodollars: nanodollars.atMost }
    const before = sent()
    expect(await storyOf(make({ ...wish, accept, cap: nanodollars.atMost - 1 }))).toEqual([422, 'CAP_REFUSED', 'cap'])
    await film.budget(0)
    const stopped = await made(wish)
    expect(stopped).toMatchObject({
      state: 'failed',
      error: { code: 'BUDGET_SPENT', fix: expect.stringContaining('Raise the budget') },
    })
    expect(sent()).toBe(before)
    await film.budget(5)
    expect((await film.call(`POST /api/runs/${String(stopped['id'])}/resume`, { body: {} })).status).toBe(202)
    await until('it has gone on', async () => (await runOf(stopped['id']))['state'] === 'succeeded', 30_000)
    expect(sent()).toBe(before + 1)
    const capped = await made({ ...wish, take: 2 }, { cap: nanodollars.atMost })
    expect(capped['state']).toBe('succeeded')
  })

  it('refuses what cannot be made, before anything is sent', async () => {
    const before = sent()
    const good = { kind: 'picture', prompt: 'A lamp.', model: 'previs' }
    const other = (await film.call('POST /api/projects', { body: { title: 'Other', slug: 'other-one' } })).body['doc']
      .id
    const theirs = (await film.call(`POST /api/projects/${other}/one-offs`, { body: good })).body['runId']
    const reference = (await mediaOf(await ended(String(theirs)))).id
    const ours = (await film.call('GET /api/media?depth=0&limit=1&sort=createdAt&where[kind][equals]=picture')).body[
      'docs'
    ][0].id
    const refusals = [
      [{ ...good, prompt: ' ' }, 422, 'BODY_REFUSED', 'prompt'],
      [{ ...good, prompt: 'x'.repeat(4001) }, 422, 'BODY_REFUSED', 'prompt'],
      [{ ...good, kind: 'song' }, 422, 'BODY_REFUSED', 'kind'],
      [{ ...good, kind: 'clip', seconds: 0 }, 422, 'BODY_REFUSED', 'seconds'],
      [{ ...good, model: 'fal/no-such' }, 422, 'MODEL_UNKNOWN', 'models'],
      [{ ...good, model: 'fal/kling-v3-pro' }, 422, 'MODEL_WRONG_KIND', 'models.image'],
      [{ ...good, kind: 'clip', model: 'fal/nano-banana' }, 422, 'MODEL_WRONG_KIND', 'models.video'],
      [{ ...good, model: 'fal/nano-banana', reference }, 422, 'MODEL_WRONG_KIND', 'models.edit'],
      [{ ...good, model: 'fal/nano-banana-edit', reference }, 422, 'REFERENCE_REFUSED', 'reference'],
      [{ ...good, reference: '0123456789abcdef01234567' }, 422, 'REFERENCE_REFUSED', 'reference'],
      [{ kind: 'larger' }, 422, 'BODY_REFUSED', 'reference'],
      [{ kind: 'larger', reference, factor: 5 }, 422, 'BODY_REFUSED', 'factor'],
      [{ kind: 'larger', reference }, 422, 'REFERENCE_REFUSED', 'reference'],
      [{ kind: 'larger', reference: ours, model: 'fal/nano-banana' }, 422, 'MODEL_WRONG_KIND', 'models.upscale'],
    ] as const
    for (const [wish, ...told] of refusals)
      expect(await storyOf(make(wish)), JSON.stringify(wish).slice(0, 120)).toEqual(told)
    expect(await storyOf(film.call(`POST /api/projects/${other}/one-offs`, { body: { ...good, reference } }))).toEqual([
      422,
      'WISH_NOT_MET',
      'reference',
    ])
    expect((await film.call(`POST /api/projects/${other}/archive`, { body: {} })).status).toBeLessThan(300)
    expect(await storyOf(film.call(`POST /api/projects/${other}/one-offs`, { body: { ...good, take: 3 } }))).toEqual([
      409,
      'PROJECT_ARCHIVED',
      undefined,
    ])
    expect(sent()).toBe(before)
  })
})
