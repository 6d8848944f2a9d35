import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ObjectId } from 'mongodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLampFilm, type LampFilm } from '../support/lampFilm'
import { until } from '../support/until'

let film: LampFilm
beforeAll(async () => {
  film = await openLampFilm()
}, 240_000)
afterAll(() => film.close())

const call = (route: string, body?: unknown) => film.studio.call(route, body === undefined ? {} : { body })
const done = async (actId: string): Promise<Record<string, any>> => {
  const act = async () => (await call(`GET /api/acts/${actId}`)).body
  await until('the act ends', async () => (await act())['state'] !== 'open', 60_000)
  return act()
}
const copy = async (kind: string, of: string, slug: string): Promise<string> => {
  const began = await call(`POST /api/projects/${of}/${kind}`, { title: 'Lamp again', slug })
  expect(began.status, JSON.stringify(began.body)).toBe(202)
  const act = await done(began.body['actId'])
  expect(act['state'], JSON.stringify(act['error'])).toBe('done')
  return began.body['project'].id
}
const documents = async (collection: string, project: string): Promise<any[]> =>
  (await call(`GET /api/${collection}?where[project][equals]=${project}&limit=200&depth=0`)).body['docs']
const mongo = () => film.worker.stores.control

describe('the life of a project', { timeout: 120_000 }, () => {
  let twin = ''
  it('can be doubled: the copy has its own documents and databases, the same film, and leaves the first alone', async () => {
    const before = await documents('scenes', film.id)
    twin = await copy('duplicate', film.id, `${film.slug}-2`)
    const scenes = await documents('scenes', twin)
    expect(scenes.map(({ clipName, action }) => [clipName, action])).toEqual(
      before.map(({ clipName, action }) => [clipName, action]),
    )
    expect(new Set([...scenes, ...before].map(({ id }) => id)).size).toBe(2 * before.length)
    const revs = (docs: any[]) => docs.map(({ id, rev, updatedAt }) => [id, rev, updatedAt])
    expect(revs(await documents('scenes', film.id))).toEqual(revs(before))
    const project = (await call(`GET /api/projects/${twin}?depth=0`)).body
    const first = (await call(`GET /api/projects/${film.id}?depth=0`)).body
    expect(project).toMatchObject({ status: 'completed', film: first['film'], settings: { resolution: '360p' } })
    const timelines = await Promise.all(
      [twin, film.id].map(async (id) => (await call(`GET /api/projects/${id}/timeline`)).body),
    )
    expect(timelines[0]?.['film']).toEqual(timelines[1]?.['film'])
    expect(timelines[0]?.['clips'][0].scene).toBe(scenes[0].id)
    const states = await documents('scene-states', twin)
    expect(states.map(({ scene }) => scene).sort()).toEqual(scenes.map(({ id }) => id).sort())
    const gathered = await call(`GET /api/projects/${twin}/gather`)
    expect(gathered.body['totalDocs']).toBe((await call(`GET /api/projects/${film.id}/gather`)).body['totalDocs'])
    expect(await mongo().client.db(`qualified_${film.slug}-2`).collection('scene_metadata').countDocuments()).toBe(
      before.length,
    )
  })

  it('is doubled once, however often the copying is killed and goes on', async () => {
    const count = async () => (await documents('scenes', twin)).length + (await documents('characters', twin)).length
    const before = await count()
    const acts = mongo().db.collection<{ _id: string; target: { id: string } }>('project_acts')
    const act = await acts.findOneAndUpdate({ 'target.id': twin }, { $set: { state: 'open', done: [], tries: 0 } })
    await film.worker.stores.outbox.add('carryOutAct', { actId: act?._id })
    expect((await done(act?._id ?? ''))['state']).toBe('done')
    expect(await count()).toBe(before)
    expect((await call(`GET /api/projects/${twin}?depth=0`)).body['status']).toBe('completed')
  })

  it('can go on as a further episode: the same people and places as somebody’s own words, no scenes, a link back', async () => {
    const next = await copy('episode', film.id, `${film.slug}-3`)
    const cast = await documents('characters', next)
    expect(cast.map(({ name }) => name)).toEqual((await documents('characters', film.id)).map(({ name }) => name))
    expect(cast[0].authors.every(({ author }: any) => author === 'owner@backlot.local')).toBe(true)
    expect(await documents('locations', next)).toHaveLength((await documents('locations', film.id)).length)
    expect(await documents('scenes', next)).toEqual([])
    const project = (await call(`GET /api/projects/${next}?depth=0`)).body
    expect(project).toMatchObject({ status: 'gathering', episodeOf: film.id })
    expect((await call(`POST /api/projects/${next}/gather`, { kind: 'note', text: 'It snows.' })).status).toBe(201)
  })

  it('is put away and taken out again', async () => {
    expect((await call(`POST /api/projects/${twin}/archive`)).body).toEqual({ archived: true })
    expect((await call(`POST /api/projects/${twin}/generate`, {})).body['errors'][0].code).toBe('PROJECT_ARCHIVED')
    expect((await call(`POST /api/projects/${twin}/unarchive`)).body).toEqual({ archived: false })
  })

  it('is refused a slug that is taken, and a plain DELETE', async () => {
    const taken = await call(`POST /api/projects/${film.id}/duplicate`, { title: 'x', slug: film.slug })
    expect([taken.status, taken.body['errors'][0].code]).toEqual([409, 'SLUG_TAKEN'])
    expect((await call(`POST /api/projects/${film.id}/episode`, { title: 'x', slug: '../x' })).status).toBe(422)
    const plain = await call(`DELETE /api/projects/${film.id}`)
    expect([plain.status, plain.body['errors'][0].code]).toEqual([409, 'DELETE_BY_NAME'])
    expect((await call(`POST /api/projects/${film.id}/delete`, { slug: 'other' })).body['errors'][0].code).toBe(
      'NAME_NOT_TYPED',
    )
  })

  it('ends when its name is typed: everything of it goes but the ledger and what the copy uses', async () => {
    const { db, client } = mongo()
    const ledger = await db.collection('generations').countDocuments({ project: new ObjectId(film.id) })
    expect(ledger).toBeGreaterThan(3)
    const timeline = (await call(`GET /api/projects/${twin}/timeline`)).body
    const plates = (await documents('media', film.id)).map(({ filename }) => filename)
    const began = await call(`POST /api/projects/${film.id}/delete`, { slug: film.slug })
    expect(began.status).toBe(202)
    expect((await call(`GET /api/projects/${film.id}/timeline`)).status).toBe(404)
    const act = await done(began.body['actId'])
    expect(act['state'], JSON.stringify(act['error'])).toBe('done')
    expect((await call(`GET /api/projects/${film.id}`)).status).toBe(404)
    expect(await documents('scenes', film.id)).toEqual([])
    const names = (await client.db('admin').admin().listDatabases({ nameOnly: true })).databases.map(({ name }) => name)
    expect(names).not.toContain(`gather_${film.slug}`)
    expect(names).not.toContain(`qualified_${film.slug}`)
    for (const name of ['runs', 'presses', 'alerts'])
      expect(await db.collection(name).countDocuments({ project: new ObjectId(film.id) })).toBe(0)
    expect(await db.collection('results').countDocuments({ project: film.id })).toBe(0)
    expect(await db.collection('generations').countDocuments({ project: new ObjectId(film.id) })).toBe(ledger)
    const there = (name: string) => existsSync(join(film.home, 'media', name))
    expect(there(timeline['film'].name)).toBe(true)
    for (const clip of timeline['clips']) expect(there(clip.media.name)).toBe(true)
    expect((await documents('media', twin)).map(({ filename }) => filename)).toContain(timeline['film'].name)
    const last = await call(`POST /api/projects/${twin}/delete`, { slug: `${film.slug}-2` })
    expect((await done(last.body['actId']))['state']).toBe('done')
    expect(there(timeline['film'].name)).toBe(false)
    expect(plates.some((name) => there(name))).toBe(true) // the episode shows its people and places still
  })
})
