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
    expect((await shared.call(`DELETE /api/projects/${film}`, { headers: as('producer') })).status).toBe(200)
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
