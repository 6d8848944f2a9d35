import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestStudio, type TestStudio } from '../collections/openTestStudio'

let studio: TestStudio
let id = ''
const scenes: string[] = []
beforeAll(async () => {
  studio = await openTestStudio()
  id = (await studio.call('POST /api/projects', { body: { title: 'Mill', slug: `mill-${studio.name.slice(-6)}` } })).body['doc'].id // prettier-ignore
  for (const [at, frames] of [168, 96, 72].entries()) {
    const body = {
      project: id, sequenceNumber: at + 1, sceneNumber: '1', shotNumber: 10 * (at + 1), title: `Shot ${String(at + 1)}`,
      heading: 'INT. MILL - DAY', location: 'MILL', frames, durationS: frames / 24, action: 'Ida waits. She sits down.',
      dialogue: at === 0 ? [{ character: 'IDA', line: 'Who is there?', startS: 1, endS: 2.2 }] : [],
    } // prettier-ignore
    const made = await studio.call('POST /api/scenes', { body })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    scenes.push(made.body['doc'].id)
  }
})
afterAll(() => studio.close())

const call = (route: string, body?: unknown) => studio.call(route, body === undefined ? {} : { body })
const inOrder = async () =>
  (await call(`GET /api/scenes?where[project][equals]=${id}&where[archived][not_equals]=true&sort=sequenceNumber&depth=0`)).body['docs'] // prettier-ignore

describe('the order of the film', () => {
  it('is changed as a whole, and refused unless every scene is named once', async () => {
    const [a = '', b = '', c = ''] = scenes
    expect((await call(`POST /api/projects/${id}/order`, { scenes: [a, b] })).body['errors'][0].why).toContain(c)
    expect((await call(`POST /api/projects/${id}/order`, { scenes: [a, b, c, c] })).body['errors'][0].why).toContain('twice') // prettier-ignore
    expect((await call(`POST /api/projects/${id}/order`, { scenes: [{ $gt: '' }] })).status).toBe(400)
    const dry = await call(`POST /api/projects/${id}/order`, { scenes: [a, c, b], dry: true })
    expect(dry.body, JSON.stringify(dry.body)).toMatchObject({ renumbered: 2, moves: [{ id: c, from: 3, to: 2 }, { id: b, from: 2, to: 3 }] }) // prettier-ignore
    expect((await inOrder()).map((one: { id: string }) => one.id)).toEqual([a, b, c])
    const moved = await call(`POST /api/projects/${id}/order`, { scenes: [a, c, b] })
    expect(moved.body).toMatchObject({ renumbered: 2, stale: 0, staleScenes: [] })
    expect((await inOrder()).map((one: { id: string }) => one.id)).toEqual([a, c, b])
    expect((await call(`POST /api/projects/${id}/order`, { scenes })).body['renumbered']).toBe(2)
    expect((await inOrder())[1].rev).toBe(3)
  })
})

describe('the board', () => {
  it('reads all scenes in film order, some of them, or only which runs are open', async () => {
    const [a = '', b = ''] = scenes
    const whole = (await call(`GET /api/projects/${id}/board`)).body
    expect(whole['scenes'].map((one: { id: string }) => one.id)).toEqual(scenes)
    expect(whole['scenes'][0]).toMatchObject({ title: 'Shot 1', status: 'draft', seconds: 7, intent: { durationS: 7, shotSize: '' } }) // prettier-ignore
    const some = (await call(`GET /api/projects/${id}/board?scenes=${b},${'0'.repeat(24)}`)).body
    expect(some['scenes'].map((one: { id: string }) => one.id)).toEqual([b])
    expect((await call(`GET /api/projects/${id}/board?scenes=`)).body).toEqual({ scenes: [], runs: [] })
    expect((await call(`GET /api/projects/${id}/board?scenes=${a},x`)).status).toBe(422)
    expect((await call(`GET /api/projects/${'0'.repeat(24)}/board`)).status).toBe(404)
  })

  it('prices chosen scenes as generate would ask it, also when no address could hold them', async () => {
    const chosen = await call(`POST /api/projects/${id}/estimate`, { scenes: scenes.slice(0, 2) })
    expect(chosen.status, JSON.stringify(chosen.body)).toBe(200)
    const same = await call(`GET /api/projects/${id}/estimate?scenes=${scenes.slice(0, 2).join(',')}`)
    expect(chosen.body['hash']).toBe(same.body['hash'])
    expect((await call(`POST /api/projects/${id}/estimate`, { scenes: ['0'.repeat(24)] })).body['errors'][0].code).toBe('SCENES_REFUSED') // prettier-ignore
  })
})

describe('a scene', () => {
  it('is split where no line is cut, into pieces of 3 to 7 s, and the film is numbered anew', async () => {
    const [first = '', second = ''] = scenes
    const refused = await call(`POST /api/scenes/${first}/split`, { atS: 1 })
    expect(refused.status).toBe(422)
    expect(refused.body['errors'][0]).toMatchObject({ code: 'SPLIT_REFUSED', field: 'atS' })
    const split = await call(`POST /api/scenes/${first}/split`, { atS: 3 })
    expect(split.status, JSON.stringify(split.body)).toBe(200)
    expect(split.body).toMatchObject({ renumbered: 2, stale: 0 })
    const list = await inOrder()
    expect(list.map((one: { sequenceNumber: number }) => one.sequenceNumber)).toEqual([1, 2, 3, 4])
    expect(list.map((one: { frames: number }) => one.frames)).toEqual([72, 96, 96, 72])
    expect(list[1]).toMatchObject({ id: split.body['scene'], clipName: 'SC001_SH015', dialogue: [] })
    expect(list[0].dialogue).toHaveLength(1)
    expect(list[2].id).toBe(second)
  })

  it('is as it was when the split is taken back, word for word, and split again after that', async () => {
    const [first, piece] = await inOrder()
    const dry = await call(`POST /api/scenes/${String(first.id)}/merge`, { with: piece.id, dry: true })
    expect(dry.body, JSON.stringify(dry.body)).toMatchObject({ renumbered: 2, stale: 0 })
    expect(await inOrder()).toHaveLength(4)
    const undone = await call(`POST /api/scenes/${String(first.id)}/undo-cut`, { was: 'split', with: piece.id })
    expect(undone.body, JSON.stringify(undone.body)).toMatchObject({ renumbered: 2 })
    const list = await inOrder()
    expect(list.map((one: { frames: number }) => one.frames)).toEqual([168, 96, 72])
    expect(list[0]).toMatchObject({ action: 'Ida waits. She sits down.', durationS: 7 })
    expect((await call(`POST /api/scenes/${String(first.id)}/split`, { atS: 3, dry: true })).body).toMatchObject({ renumbered: 2, scene: '' }) // prettier-ignore
    expect((await call(`POST /api/scenes/${String(first.id)}/split`, { atS: 3 })).status).toBe(200)
  })

  it('is made one with the next again; the other is kept, archived', async () => {
    const [first, piece, third] = await inOrder()
    expect((await call(`POST /api/scenes/${String(first.id)}/merge`, { with: third.id })).body['errors'][0].code).toBe('MERGE_REFUSED') // prettier-ignore
    const merged = await call(`POST /api/scenes/${String(first.id)}/merge`, { with: piece.id })
    expect(merged.body, JSON.stringify(merged.body)).toMatchObject({ renumbered: 2 })
    const list = await inOrder()
    expect(list.map((one: { frames: number }) => one.frames)).toEqual([168, 96, 72])
    expect((await call(`GET /api/scenes/${String(piece.id)}`)).body['archived']).toBe(true)
    const undo = { was: 'merge', with: piece.id }
    expect((await call(`POST /api/scenes/${String(first.id)}/undo-cut`, undo)).status).toBe(200)
    const two = await inOrder()
    expect(two.map((one: { id: string }) => one.id)).toEqual([first.id, piece.id, list[1].id, list[2].id])
    expect(two.slice(0, 2)).toMatchObject([{ action: first.action, frames: 72 }, { action: piece.action, frames: 96 }]) // prettier-ignore
    expect((await call(`POST /api/scenes/${String(first.id)}/undo-cut`, undo)).status).toBe(404)
    await call(`POST /api/scenes/${String(first.id)}/merge`, { with: piece.id })
    await call(`PATCH /api/scenes/${String(first.id)}`, { action: 'Somebody else wrote this.' })
    expect((await call(`POST /api/scenes/${String(first.id)}/undo-cut`, undo)).body['errors'][0].code).toBe('UNDO_REFUSED') // prettier-ignore
    expect((await call(`POST /api/scenes/${String(piece.id)}/split`, { atS: 3 })).status).toBe(404)
  })

  it('is not touched while it is locked', async () => {
    const [first] = await inOrder()
    await call(`PATCH /api/scenes/${String(first.id)}`, { locked: true })
    expect((await call(`POST /api/scenes/${String(first.id)}/split`, { atS: 3 })).body['errors'][0].code).toBe('SCENE_LOCKED') // prettier-ignore
    expect(await inOrder()).toHaveLength(3)
  })
})

describe('money', () => {
  it('is told before and after: what making the scenes would take, and what was spent', async () => {
    const quote = await call(`GET /api/projects/${id}/estimate`)
    expect(quote.body['nanodollars']).toEqual({ expected: 0, atMost: 0 })
    expect(quote.body['lines'].find((line: { department: string }) => line.department === 'animation').calls).toBe(3)
    expect((await call(`GET /api/projects/${id}/estimate?models=cheap`)).status).toBe(422)
    expect((await call(`GET /api/projects/${id}/estimate?scenes=${scenes[0] ?? ''}`)).body['lines'].at(-1).calls).toBe(1) // prettier-ignore
    const film = await call(`GET /api/projects/${id}/estimate?of=film`)
    expect([film.status, film.body['nanodollars']]).toEqual([200, { expected: 0, atMost: 0 }])
    expect((await call(`GET /api/projects/${id}/estimate?of=everything`)).status).toBe(422)
    const stills = await call(`GET /api/projects/${id}/estimate?models=standard`)
    expect(stills.body['lines'].map((line: { department: string }) => line.department)).not.toContain('animation')
    const whole = await call(`GET /api/projects/${id}/estimate?models=standard&until=clips`)
    expect(whole.body['lines'].at(-2)).toMatchObject({
      department: 'animation',
      model: 'fal/kling-v3-pro',
      calls: expect.any(Number),
    })
    expect(whole.body['nanodollars'].atMost).toBeGreaterThan(stills.body['nanodollars'].atMost)
    expect(whole.body['hash']).toMatch(/^[0-9a-f]{64}$/)
    await call(`PATCH /api/projects/${id}`, { settings: { models: { video: 'fal/kling-o1' } } })
    expect((await call(`GET /api/projects/${id}/estimate`)).body['errors'][0].code).toBe('PRICE_UNKNOWN')
    await call(`PATCH /api/projects/${id}`, { settings: { models: { video: null } } })
    expect((await call(`GET /api/projects/${id}/costs?by=scene`)).body).toMatchObject({ spent: 0, atRisk: 0, rows: [] })
    expect((await call(`GET /api/projects/${id}/costs?by[$gt]=`)).status).toBe(400)
    expect(await studio.text(`GET /api/projects/${id}/costs.csv`)).toMatch(/^at,id,scene,department/)
  })
})
