import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestStudio, type TestStudio } from './openTestStudio'

let studio: TestStudio
let films = 0

beforeAll(async () => {
  studio = await openTestStudio()
})
afterAll(async () => {
  await studio.close()
})

const newFilm = async () => {
  const slug = `film-${++films}`
  const { body } = await studio.call('POST /api/projects', { body: { title: 'The Radio', slug } })
  return body['doc'] as Record<string, any>
}
const newScene = async (more: object = {}) => {
  const film = await newFilm()
  const body = { project: film['id'], sceneNumber: '12A', sequenceNumber: 1, ...more }
  const answer = await studio.call('POST /api/scenes', { body })
  return answer.body['doc'] as Record<string, any>
}

describe('a film', () => {
  it('begins by gathering, whatever status was asked for', async () => {
    const asked = { title: 'The Radio', slug: 'radio', status: 'completed', rev: 90 }
    const { status, body, headers } = await studio.call('POST /api/projects', { body: asked })
    expect(status).toBe(201)
    expect(body['doc']).toMatchObject({ slug: 'radio', status: 'gathering', rev: 1 })
    expect(headers.get('etag')).toBe('"1"')
  })
  it('has settings that work without choosing any', async () => {
    expect((await newFilm())['settings']).toMatchObject({ aspect: '16:9', resolution: '720p', fps: '24', takesMax: 5 })
  })
  it('refuses a slug that could not name a database, and one that is taken', async () => {
    const film = await newFilm()
    const bad = await studio.call('POST /api/projects', { body: { title: 'x', slug: '../x' } })
    expect(bad.status).toBe(400)
    expect(JSON.stringify(bad.body)).toContain('Choose another')
    const empty = await studio.call('POST /api/projects', { body: { title: 'x', slug: '' } })
    expect(empty.status).toBe(400)
    const taken = await studio.call('POST /api/projects', { body: { title: 'x', slug: film['slug'] } })
    expect(taken.status).toBe(400)
  })
  it('keeps its slug for ever', async () => {
    const film = await newFilm()
    const answer = await studio.call(`PATCH /api/projects/${film['id']}`, { body: { slug: 'another' } })
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body)).toContain('never changes')
  })
  it('makes no picture in a shape it cannot be', async () => {
    const film = await newFilm()
    const answer = await studio.call(`PATCH /api/projects/${film['id']}`, { body: { settings: { aspect: '2:1' } } })
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body)).toContain('16:9')
  })
  it('moves only where its status table lets it, also for the studio itself', async () => {
    const film = await newFilm()
    const move = (status: 'completed' | 'qualifying') =>
      studio.payload.update({ collection: 'projects', id: film['id'], data: { status }, overrideAccess: true })
    await expect(move('completed')).rejects.toThrow(/only go to: qualifying/)
    await expect(move('qualifying')).resolves.toMatchObject({ status: 'qualifying' })
  })
})

describe('an edit', () => {
  it('counts the revision and remembers who wrote which field', async () => {
    const film = await newFilm()
    const { body } = await studio.call(`PATCH /api/projects/${film['id']}`, { body: { logline: 'A radio knows.' } })
    expect(body['doc'].rev).toBe(2)
    const authors = body['doc'].authors as { field: string; author: string }[]
    expect(authors.map(({ field }) => field).sort()).toEqual(['logline', 'slug', 'title'])
    expect(new Set(authors.map(({ author }) => author))).toEqual(new Set(['owner@backlot.local']))
  })
  it('has the agent as its author when the pipeline says so', async () => {
    const film = await newFilm()
    const doc = await studio.payload.update({
      collection: 'projects',
      id: film['id'],
      data: { logline: 'A lamp knows.' },
      context: { author: 'agent:story' },
      overrideAccess: true,
    })
    expect(doc.authors?.find(({ field }) => field === 'logline')?.author).toBe('agent:story')
  })
  it('on an old revision is refused with both values', async () => {
    const film = await newFilm()
    const path = `PATCH /api/projects/${film['id']}`
    await studio.call(path, { body: { title: 'Mine' } })
    const late = await studio.call(path, { body: { title: 'Yours' }, headers: { 'if-match': '"1"' } })
    expect(late.status).toBe(409)
    const [story] = late.body['errors'] as Record<string, unknown>[]
    expect(story).toMatchObject({
      code: 'REVISION_CONFLICT',
      fields: [{ field: 'title', yours: 'Yours', theirs: 'Mine' }],
    })
    expect(story?.['fix']).toMatch(/save again/)
    const right = await studio.call(path, { body: { title: 'Yours' }, headers: { 'if-match': '"2"' } })
    expect(right.status).toBe(200)
    expect(right.headers.get('etag')).toBe('"3"')
  })
  it('can be taken back to an older version', async () => {
    const film = await newFilm()
    await studio.call(`PATCH /api/projects/${film['id']}`, { body: { title: 'Second' } })
    const versions = await studio.call(`GET /api/projects/versions?where[parent][equals]=${film['id']}&sort=updatedAt`)
    expect(versions.body['docs'].map((one: any) => one.version.title)).toEqual(['The Radio', 'Second'])
  })
})

describe('a scene', () => {
  it('takes what the breakdown writes, and empty words for nothing chosen', async () => {
    const scene = await newScene({
      screenDirection: '',
      lightType: 'practical',
      dialogue: [{ character: 'MARA', line: 'Say that again.', startS: 0.4, endS: 1.9, dual: '' }],
      blocking: [{ character: 'MARA', position: 'left', facing: 'screen_right', pose: 'sit', action: 'listens' }],
    })
    expect(scene).toMatchObject({ screenDirection: null, lightType: 'practical', rev: 1, archived: false })
    expect(scene['dialogue'][0]).toMatchObject({ character: 'MARA', line: 'Say that again.', dual: null })
  })
  it('refuses a length outside 3 to 7 seconds, and an angle no camera has', async () => {
    const film = await newFilm()
    const base = { project: film['id'], sceneNumber: '1', sequenceNumber: 1 }
    for (const wrong of [{ durationS: 2.9 }, { durationS: 7.5 }, { angle: 'sideways' }]) {
      expect((await studio.call('POST /api/scenes', { body: { ...base, ...wrong } })).status).toBe(400)
    }
  })
  it('shows where it stands, which no person can write', async () => {
    const scene = await newScene()
    const state = await studio.payload.create({
      collection: 'scene-states',
      data: { scene: scene['id'], project: scene['project'].id, status: 'draft' },
      overrideAccess: true,
    })
    const seen = await studio.call(`GET /api/scenes/${scene['id']}`)
    expect(seen.body['state'].docs[0]).toMatchObject({ id: state.id, status: 'draft' })
    const written = await studio.call(`PATCH /api/scene-states/${state.id}`, { body: { verdict: 'passed' } })
    expect(written.status).toBe(403)
  })
})

describe('what the stores write', () => {
  it('is read like any document: a run with a text id', async () => {
    const film = await newFilm()
    const { connection } = studio.payload.db as any
    const project = new connection.base.Types.ObjectId(film['id'])
    const at = new Date()
    await connection.collection('runs').insertOne({
      _id: '01RUN',
      kind: 'qualify',
      project,
      state: 'running',
      seq: 3,
      progress: { done: 1, total: 4 },
      createdAt: at,
      updatedAt: at,
    })
    const found = await studio.call(`GET /api/runs?where[project][equals]=${film['id']}`)
    expect(found.body['totalDocs']).toBe(1)
    expect(found.body['docs'][0]).toMatchObject({
      id: '01RUN',
      state: 'running',
      project: { slug: film['slug'] },
      progress: { done: 1, total: 4 },
    })
    expect((await studio.call('GET /api/runs/01RUN')).status).toBe(404)
  })
})

describe('an edit of the bible', () => {
  const rows = () => (studio.payload.db as any).connection.collection('outbox').find({}).toArray() as Promise<any[]>

  it('is carried to the qualified database by a job that begins with the same commit', async () => {
    const scene = await newScene()
    await studio.call(`PATCH /api/scenes/${scene['id']}`, { body: { action: 'She listens.' } })
    const mine = (await rows()).filter((row) => row.data.id === scene['id'])
    expect(mine.map((row) => [row.job, row.data.collection, row.data.rev])).toEqual([
      ['syncQualified', 'scenes', 1],
      ['syncQualified', 'scenes', 2],
    ])
  })
  it('is carried nowhere when it was refused, or when the studio itself wrote it', async () => {
    const scene = await newScene()
    const before = (await rows()).length
    await studio.call(`PATCH /api/scenes/${scene['id']}`, { body: { durationS: 99 } })
    await studio.payload.update({
      collection: 'scenes',
      id: scene['id'],
      data: { action: 'He runs.' },
      context: { fromJob: true },
      overrideAccess: true,
    })
    expect((await rows()).length).toBe(before)
  })
})
