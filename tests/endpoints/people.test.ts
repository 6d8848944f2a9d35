import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { controlDb } from '@/stores/controlDb'
import { linksStore } from '@/stores/linksStore'
import { openTestStudio, type TestStudio } from '../collections/openTestStudio'

const password = 'a long enough word'
let studio: TestStudio
let producer: Record<string, string> = {}
let film = ''

const tokenIn = (link: unknown): string => new URL(String(link)).searchParams.get('token') ?? ''
const signIn = async (email: string, word = password): Promise<Record<string, string>> => {
  const { body } = await studio.call('POST /api/users/login', { body: { email, password: word } })
  return { authorization: `JWT ${String(body['token'])}` }
}
const invited = async (email: string, more: object = {}) =>
  studio.call('POST /api/people/invite', { body: { email, roles: ['reviewer'], ...more }, headers: producer })
const joined = async (link: unknown, word = password) =>
  studio.call('POST /api/people/join', { body: { token: tokenIn(link), password: word } })
const me = async (headers: Record<string, string>) =>
  (await studio.call('GET /api/users/me', { headers })).body['user'] as { id: string } | null

beforeAll(async () => {
  studio = await openTestStudio({ singleUser: false })
})
afterAll(async () => {
  await studio.close()
})

describe('the first person of a shared studio', () => {
  it('does not come in by being first', async () => {
    const asked = { email: 'thief@studio.test', password, roles: ['producer'] }
    const opened = await studio.call('POST /api/users/first-register', { body: asked })
    expect([opened.status, opened.body['errors'][0].code]).toEqual([403, 'LINK_REFUSED'])
    expect((await studio.call('POST /api/users', { body: asked })).status).toBe(403)
    expect((await studio.call('POST /api/people/invite', { body: asked })).status).toBe(401)
  })

  it('comes in by the printed link, once, however many try at the same moment', async () => {
    const links = linksStore(controlDb(studio.payload))
    const { token } = await links.make({ kind: 'first' })
    const early = await studio.text(`GET /api/people/welcome?token=${token}`)
    expect(early).toContain('name="email"')
    expect(early).not.toContain('<script')
    const body = (n: number) => ({ token, password, email: `producer${n}@studio.test`, name: 'Ada' })
    const weak = await studio.call('POST /api/people/first', { body: { ...body(0), password: 'short' } })
    expect([weak.status, weak.body['errors'][0].field]).toEqual([422, 'password'])
    const tries = await Promise.all([1, 2, 3].map((n) => studio.call('POST /api/people/first', { body: body(n) })))
    expect(tries.map(({ status }) => status).sort()).toEqual([201, 403, 403])
    const { email, roles } = tries.find(({ status }) => status === 201)!.body as { email: string; roles: string[] }
    expect(roles).toEqual(['producer'])
    expect(await links.isAnybodyThere()).toBe(true)
    producer = await signIn(email)
    const made = await studio.call('POST /api/projects', {
      body: { title: 'Lamp', slug: `lamp-${studio.name.slice(-6)}` },
      headers: producer,
    })
    film = made.body['doc'].id
    const late = await studio.response(`GET /api/people/welcome?token=${token}`)
    expect(late.status).toBe(403)
  })

  it('takes the place of the owner of a studio that was not shared before', async () => {
    const before = await openTestStudio()
    try {
      await before.call('GET /api/projects') // makes the owner
      const links = linksStore(controlDb(before.payload))
      expect(await links.isAnybodyThere()).toBe(false)
      const { token } = await links.make({ kind: 'first' })
      const body = { token, password, email: 'ada@studio.test' }
      expect((await before.call('POST /api/people/first', { body })).status).toBe(201)
      expect((await before.call('GET /api/users')).body).toMatchObject({ totalDocs: 1, docs: [{ email: body.email }] })
    } finally {
      await before.close()
    }
  })
})

describe('a producer', () => {
  it('invites by a link to the address the studio was asked at, or its public one', async () => {
    const elsewhere = { ...producer, host: 'studio.local:3000' }
    const body = { email: 'far@studio.test', roles: ['reviewer'] }
    const asked = await studio.call('POST /api/people/invite', { body, headers: elsewhere })
    expect(new URL(asked.body['link']).host).toBe('studio.local:3000')
    const { custom } = studio.payload.config
    custom['publicUrl'] = 'https://studio.example/'
    expect((await invited('far@studio.test')).body['link']).toMatch(/^https:\/\/studio\.example\/api\/people/)
    custom['publicUrl'] = null
  })

  it('invites by a link that works once and makes a member', async () => {
    const { status, body } = await invited('rev@studio.test', { projects: [film] })
    expect(status).toBe(201)
    expect((await joined(body['link'])).body).toMatchObject({ email: 'rev@studio.test', roles: ['reviewer'] })
    expect((await joined(body['link'])).status).toBe(403)
    const reviewer = await signIn('rev@studio.test')
    expect((await studio.call(`GET /api/projects/${film}`, { headers: reviewer })).status).toBe(200)
    expect((await invited('rev@studio.test')).body['errors'][0].code).toBe('EMAIL_TAKEN')
    const asReviewer = { body: { email: 'x@studio.test', roles: ['producer'] }, headers: reviewer }
    expect((await studio.call('POST /api/people/invite', asReviewer)).status).toBe(403)
  })
  it('asks for people and projects that can be', async () => {
    for (const [wrong, field] of [
      [{ roles: ['king'] }, 'roles.0'],
      [{ roles: [] }, 'roles'],
      [{ projects: ['0123456789abcdef01234567'] }, 'projects'],
      [{ email: { $gt: '' } }, 'email'],
      [{ isAdmin: true }, ''],
    ] as const) {
      // prettier-ignore
      const { status, body } = await invited('new@studio.test', wrong)
      expect(status).toBeGreaterThanOrEqual(400)
      expect(body['errors'][0].field ?? '').toContain(field)
    }
  })
  it('makes links whose secret is kept nowhere', async () => {
    const { body } = await invited('kept@studio.test')
    const rows = await controlDb(studio.payload).db.collection('links').find().toArray()
    expect(JSON.stringify(rows)).not.toContain(tokenIn(body['link']))
    expect((await joined(body['link'].replace(/.$/, 'x'))).status).toBe(403)
    await controlDb(studio.payload).db.collection('links').updateMany({ email: 'kept@studio.test' }, { $set: { expiresAt: new Date(0) } }) // prettier-ignore
    expect((await joined(body['link'])).status).toBe(403)
  })
  it('resets a password, which ends every session; the key of a script stays', async () => {
    const { id } = (await me(await signIn('rev@studio.test')))!
    const old = await signIn('rev@studio.test')
    const { body } = await studio.call(`POST /api/people/${id}/reset`, { headers: producer })
    expect((await studio.text(`GET /api/people/welcome?token=${tokenIn(body['link'])}`))).toContain('rev@studio.test')
    expect((await joined(body['link'], 'another long word')).status).toBe(201)
    expect((await studio.call(`GET /api/projects/${film}`, { headers: old })).status).toBe(403)
    expect((await studio.call('POST /api/users/login', { body: { email: 'rev@studio.test', password } })).status).toBe(401)
    expect(await me(await signIn('rev@studio.test', 'another long word'))).toMatchObject({ id })
  }) // prettier-ignore
  it('removes a person: sessions, keys and memberships end at once', async () => {
    await joined((await invited('art@studio.test', { roles: ['artist'], projects: [film] })).body['link'])
    const artist = await signIn('art@studio.test')
    const { id } = (await me(artist))!
    const apiKey = '0123456789abcdef-0123456789abcdef'
    const weak = await studio.call(`PATCH /api/users/${id}`, { body: { enableAPIKey: true, apiKey: 'short' }, headers: artist }) // prettier-ignore
    expect(weak.status).toBe(400)
    await studio.call(`PATCH /api/users/${id}`, { body: { enableAPIKey: true, apiKey }, headers: artist })
    const script = { authorization: `users API-Key ${apiKey}` }
    expect((await studio.call(`GET /api/projects/${film}`, { headers: script })).status).toBe(200)
    expect((await studio.call('POST /api/graphql'.replace('POST', 'GET'), { headers: script })).status).toBe(404)
    expect((await studio.graphql('{ Projects { totalDocs } }', script)).body['data'].Projects.totalDocs).toBe(1)
    const shown = await studio.call(`GET /api/users/${id}`, { headers: producer })
    expect(JSON.stringify(shown.body)).not.toContain(apiKey)
    expect((await studio.call(`DELETE /api/people/${id}`, { headers: artist })).status).toBe(403)
    expect((await studio.call(`DELETE /api/people/${id}`, { headers: producer })).status).toBe(200)
    for (const headers of [artist, script])
      expect((await studio.call(`GET /api/projects/${film}`, { headers })).status).toBe(403)
    const { body } = await studio.call(`GET /api/projects/${film}?depth=0`, { headers: producer })
    expect(body['members'].map(({ user }: { user: string }) => user)).not.toContain(id)
    expect((await studio.call(`DELETE /api/people/${id}`, { headers: producer })).status).toBe(404)
  })
  it('stays: the last one can neither go nor lay it down, and two who remove each other do not both succeed', async () => {
    const { id } = (await me(producer))!
    for (const route of [`DELETE /api/people/${id}`, `DELETE /api/users/${id}`])
      expect((await studio.call(route, { headers: producer })).body['errors'][0].code).toBe('LAST_PRODUCER')
    const less = await studio.call(`PATCH /api/users/${id}`, { body: { roles: ['writer'] }, headers: producer })
    expect(less.status).toBe(409)
    await joined((await invited('two@studio.test', { roles: ['producer'] })).body['link'])
    const other = await signIn('two@studio.test')
    const two = (await me(other))!.id
    const both = await Promise.all([
      studio.call(`DELETE /api/people/${two}`, { headers: producer }),
      studio.call(`DELETE /api/people/${id}`, { headers: other }),
    ])
    expect(both.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1)
    const left = await studio.payload.find({ collection: 'users', where: { roles: { in: ['producer'] } }, overrideAccess: true }) // prettier-ignore
    expect(left.totalDocs).toBeGreaterThanOrEqual(1)
  })
})

describe('signing in', () => {
  it('is locked after ten wrong words, and counted', async () => {
    await studio.payload.create({ collection: 'users', data: { email: 'locked@studio.test', password, roles: ['client'] }, overrideAccess: true }) // prettier-ignore
    const codes: string[] = []
    for (let i = 0; i < 25; i++) {
      const headers = { 'x-backlot-address': '203.0.113.7' }
      const answer = await studio.call('POST /api/users/login', { body: { email: 'locked@studio.test', password: 'wrong' }, headers }) // prettier-ignore
      codes.push(answer.body['errors'][0].code)
      if (i === 24) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    }
    expect(new Set(codes)).toEqual(new Set(['LOGIN_REFUSED', 'LOGIN_LOCKED', 'TOO_MANY_REQUESTS']))
  })
  it('by cookie changes nothing from another website', async () => {
    await studio.payload.create({ collection: 'users', data: { email: 'page@studio.test', password, roles: ['writer'] }, overrideAccess: true }) // prettier-ignore
    const { body } = await studio.call('POST /api/users/login', {
      body: { email: 'page@studio.test', password },
      headers: { 'x-backlot-address': '203.0.113.8' },
    })
    const cookie = `payload-token=${String(body['token'])}`
    const press = (headers: Record<string, string>) =>
      studio.call('POST /api/projects', { body: { title: 'x', slug: 'by-page' }, headers: { cookie, ...headers } })
    expect((await press({ origin: 'https://evil.example' })).body['errors'][0].code).toBe('ORIGIN_REFUSED')
    expect((await press({ origin: 'http://127.0.0.1:8080' })).status).toBe(403)
    expect((await press({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await press({ origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin' })).status).toBe(201)
  })
  it('is not needed to be held to a pace: a caller who asks too fast waits', async () => {
    const headers = { authorization: 'JWT nobody', 'x-backlot-address': '203.0.113.9' }
    const statuses = new Set<number>()
    for (let i = 0; i < 620; i++) statuses.add((await studio.response('GET /api/health', headers)).status)
    expect([...statuses].sort()).toEqual([200, 429])
    const other = await studio.response('GET /api/health', { 'x-backlot-address': '203.0.113.10' })
    expect(other.status).toBe(200)
  })
})
