import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestStudio, type TestStudio } from '../collections/openTestStudio'

const password = 'a long enough word'
let shared: TestStudio
const tokens = new Map<string, string>()
let film = ''

const person = async (role: 'producer' | 'writer' | 'reviewer' | 'client') => {
  const email = `${role}@studio.test`
  await shared.payload.create({ collection: 'users', data: { email, password, roles: [role] }, overrideAccess: true })
  const { body } = await shared.call('POST /api/users/login', { body: { email, password } })
  tokens.set(role, String(body['token']))
}
const as = (role: string) => ({ authorization: `JWT ${tokens.get(role) ?? ''}` })

beforeAll(async () => {
  shared = await openTestStudio({ singleUser: false })
  for (const role of ['producer', 'writer', 'reviewer', 'client'] as const) await person(role)
  const made = await shared.call('POST /api/projects', {
    body: { title: 'The Radio', slug: 'radio' },
    headers: as('writer'),
  })
  film = (made.body['doc'] as { id: string }).id
  const { docs } = await shared.payload.find({ collection: 'users', overrideAccess: true })
  const members = docs.map(({ id }) => ({ user: id }))
  await shared.call(`PATCH /api/projects/${film}`, { body: { members }, headers: as('producer') })
})
afterAll(async () => {
  await shared.close()
})

describe('a shared studio', () => {
  it('lets nobody in without signing in, from this machine neither', async () => {
    for (const slug of ['projects', 'scenes', 'media', 'generations', 'models', 'users']) {
      expect((await shared.call(`GET /api/${slug}`)).status).toBe(403)
    }
  })
  it('lets writers write and reviewers only look', async () => {
    const change = (role: string) =>
      shared.call(`PATCH /api/projects/${film}`, { body: { logline: role }, headers: as(role) })
    expect((await change('writer')).status).toBe(200)
    expect((await change('reviewer')).status).toBe(403)
    expect((await change('client')).status).toBe(403)
    expect((await shared.call(`GET /api/projects/${film}`, { headers: as('client') })).status).toBe(200)
  })
  it('makes whoever begins a film a member of it, and lets only producers name others', async () => {
    const made = await shared.call('POST /api/projects', { body: { title: 'Own', slug: 'own', members: [] }, headers: as('writer') }) // prettier-ignore
    const { id, members } = made.body['doc'] as { id: string; members: { user: { email: string } }[] }
    expect(members.map(({ user }) => user.email)).toEqual(['writer@studio.test'])
    expect((await shared.call(`GET /api/projects/${id}`, { headers: as('reviewer') })).status).toBe(404)
    const me = await shared.call('GET /api/users/me', { headers: as('reviewer') })
    const others = [{ user: (me.body['user'] as { id: string }).id }]
    await shared.call(`PATCH /api/projects/${id}`, { body: { members: others }, headers: as('writer') })
    expect((await shared.call(`GET /api/projects/${id}`, { headers: as('reviewer') })).status).toBe(404)
    await shared.call(`PATCH /api/projects/${id}`, { body: { members: others }, headers: as('producer') })
    expect((await shared.call(`GET /api/projects/${id}`, { headers: as('reviewer') })).status).toBe(200)
    expect((await shared.call(`GET /api/projects/${id}`, { headers: as('writer') })).status).toBe(404)
  })
  it('keeps a document inside the films of whoever saves it', async () => {
    const foreign = await shared.call('POST /api/projects', { body: { title: 'Other', slug: 'other' }, headers: as('producer') }) // prettier-ignore
    const elsewhere = (foreign.body['doc'] as { id: string }).id
    const scene = { project: film, sceneNumber: '1', sequenceNumber: 1 }
    const made = await shared.call('POST /api/scenes', { body: scene, headers: as('writer') })
    const { id } = made.body['doc'] as { id: string }
    const moved = await shared.call(`PATCH /api/scenes/${id}`, { body: { project: elsewhere }, headers: as('writer') })
    expect(moved.body['errors'][0]).toMatchObject({ code: 'PROJECT_UNKNOWN', field: 'project' })
    const put = await shared.call('POST /api/scenes', { body: { ...scene, project: elsewhere }, headers: as('writer') })
    expect(put.status).toBe(404)
  })
  it('shows old versions, gather, readiness and runs of a film only to its people', async () => {
    const foreign = await shared.call('POST /api/projects', { body: { title: 'Secret', slug: `secret-${shared.name.slice(-6)}` }, headers: as('producer') }) // prettier-ignore
    const { id } = foreign.body['doc'] as { id: string }
    const scene = { project: id, sceneNumber: '1', sequenceNumber: 1, title: 'Hidden' }
    await shared.call('POST /api/scenes', { body: scene, headers: as('producer') })
    await shared.call(`PATCH /api/projects/${id}`, { body: { title: 'Secret!' }, headers: as('producer') })
    const seen = async (route: string, role: string) => JSON.stringify((await shared.call(route, { headers: as(role) })).body) // prettier-ignore
    for (const route of [
      'GET /api/scenes/versions',
      'GET /api/projects/versions',
      'GET /api/projects',
      'GET /api/scenes',
    ])
      for (const [role, sees] of [
        ['producer', true],
        ['writer', false],
        ['client', false],
      ] as const)
        // prettier-ignore
        expect(/Hidden|Secret/.test(await seen(route, role)), `${role} ${route}`).toBe(sees)
    for (const path of ['/gather', '/readiness'])
      expect((await shared.call(`GET /api/projects/${id}${path}`, { headers: as('writer') })).status).toBe(404)
    expect((await shared.call(`POST /api/projects/${id}/generate`, { headers: as('writer') })).status).toBe(404)
    const body = { countdownSeconds: 10, startAnyway: true }
    const press = await shared.call(`POST /api/projects/${id}/qualify`, { body, headers: as('producer') })
    const run = `GET /api/runs/${String(press.body['runId'])}`
    expect((await shared.call(run, { headers: as('producer') })).status).toBe(200)
    expect((await shared.call(run, { headers: as('writer') })).status).toBe(404)
  })
  it('lets makers alone make a picture outside of the scenes, or ask what it costs', async () => {
    const body = { kind: 'picture', prompt: 'A lamp.', model: 'previs' }
    const asked = async (role: string, path = '/one-offs/estimate', of = film) =>
      (await shared.call(`POST /api/projects/${of}${path}`, { body, headers: as(role) })).status
    expect([await asked('writer'), await asked('reviewer'), await asked('client')]).toEqual([200, 403, 403])
    expect(await asked('reviewer', '/one-offs')).toBe(403)
    const foreign = await shared.call('POST /api/projects', { body: { title: 'Third', slug: 'third' }, headers: as('producer') }) // prettier-ignore
    const { id } = foreign.body['doc'] as { id: string }
    expect([await asked('writer', '/one-offs', id), await asked('producer', '/one-offs/estimate', id)]).toEqual([
      404, 200,
    ])
  })
  it('shows a client no prices', async () => {
    expect((await shared.call('GET /api/generations', { headers: as('client') })).status).toBe(403)
    expect((await shared.call('GET /api/models', { headers: as('client') })).status).toBe(403)
    expect((await shared.call('GET /api/generations', { headers: as('reviewer') })).status).toBe(200)
  })
  it('lets nobody give himself another role', async () => {
    const me = await shared.call('GET /api/users/me', { headers: as('writer') })
    const id = (me.body['user'] as { id: string }).id
    await shared.call(`PATCH /api/users/${id}`, { body: { roles: ['producer'] }, headers: as('writer') })
    const now = await shared.payload.findByID({ collection: 'users', id, overrideAccess: true })
    expect(now.roles).toEqual(['writer'])
  })
  it('shows a person no other person', async () => {
    const list = await shared.call('GET /api/users', { headers: as('writer') })
    expect(list.body['totalDocs']).toBe(1)
    expect((await shared.call('GET /api/users', { headers: as('producer') })).body['totalDocs']).toBe(4)
  })
  it('lets only a producer take a film away', async () => {
    expect((await shared.call(`DELETE /api/projects/${film}`, { headers: as('writer') })).status).toBe(403)
    const { slug } = (await shared.call(`GET /api/projects/${film}`, { headers: as('producer') })).body
    const remove = (role: string) =>
      shared.call(`POST /api/projects/${film}/delete`, { headers: as(role), body: { slug: slug as string } })
    expect((await remove('writer')).status).toBe(403)
    expect((await remove('producer')).status).toBe(202)
  })
})

describe('a studio of one person', () => {
  it('has an owner without a login, once, however many requests come first', async () => {
    const own = await openTestStudio()
    try {
      const answers = await Promise.all(Array.from({ length: 5 }, () => own.call('GET /api/projects')))
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
      const me = await own.call('GET /api/users/me')
      expect(me.body['user']).toMatchObject({ email: 'owner@backlot.local', roles: ['producer'] })
      expect((await own.call('GET /api/users')).body['totalDocs']).toBe(1)
      const elsewhere = await own.call('GET /api/projects', { headers: { origin: 'http://evil.test' } })
      expect(elsewhere.status).toBe(403)
    } finally {
      await own.close()
    }
  })
})
