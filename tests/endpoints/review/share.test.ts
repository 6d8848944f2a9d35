import type { Endpoint } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as lists from '@/endpoints/studioEndpoints'
import { controlDb } from '@/stores/controlDb'
import { openTestStudio, type TestStudio } from '../../collections/openTestStudio'
import { reviewedFilm, type Reviewed } from '../../support/reviewedFilm'
import { putFile, shareAsked } from '../../support/shareFilm'

const password = 'a long enough word'
let studio: TestStudio
let ask: ReturnType<typeof shareAsked>['ask']
let json: ReturnType<typeof shareAsked>['json']
let film: Reviewed
let foreign: Reviewed
let cut: Awaited<ReturnType<typeof reviewedFilm>>['cut']
const who: Record<string, Record<string, string>> = {}

const signUp = async (role: string): Promise<string> => {
  const email = `${role}@studio.test`
  const data = { email, password, name: role, roles: [role] }
  const { id } = await studio.payload.create({ collection: 'users', data: data as never, overrideAccess: true })
  const { body } = await studio.call('POST /api/users/login', { body: { email, password } })
  who[role] = { authorization: `JWT ${String(body['token'])}` }
  return id
}
const made = async (body: Record<string, unknown> = {}) => {
  const { body: link } = await studio.call(`POST /api/projects/${film.id}/shares`, { body, headers: who['producer']! })
  return { id: String(link['id']), path: new URL(link['link']).pathname, token: String(link['link']).split('/').at(-1) ?? '' } // prettier-ignore
}
const links = () => controlDb(studio.payload).db.collection('share-links')

beforeAll(async () => {
  studio = await openTestStudio({ singleUser: false })
  ;({ ask, json } = shareAsked(studio))
  await signUp('producer')
  await signUp('artist')
  const client = await signUp('client')
  ;({ reviewed: film, cut } = await reviewedFilm(studio, `pier-${studio.name.slice(-6)}`, who['producer']))
  ;({ reviewed: foreign } = await reviewedFilm(studio, `else-${studio.name.slice(-6)}`, who['producer']))
  await studio.call(`PATCH /api/projects/${film.id}`, { body: { members: [{ user: client }] }, headers: who['producer']! }) // prettier-ignore
  await putFile(studio, { project: film.id, sha256: film.film, bytes: 'the film itself' })
  await putFile(studio, { project: foreign.id, sha256: 'e'.repeat(64), bytes: 'another film' })
})
afterAll(() => studio.close())

describe('a share link', () => {
  it('is shown once: the database keeps a hash, and nobody reads that', async () => {
    const { token, id } = await made({ title: 'Edda', may: 'comment', days: 3 })
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    const row = await links().findOne({ title: 'Edda' })
    expect(JSON.stringify(row)).not.toContain(token)
    const shown = await studio.call(`GET /api/share-links/${id}`, { headers: who['producer']! })
    expect(JSON.stringify(shown.body)).not.toContain(String(row?.['hash']))
    const listed = await studio.call(`GET /api/projects/${film.id}/shares`, { headers: who['producer']! })
    expect(listed.body['docs'][0]).toMatchObject({ title: 'Edda', may: 'comment', film: null, revokedAt: null })
    expect(JSON.stringify(listed.body)).not.toContain(token)
  })

  it('is made and revoked by people who make the film, for their films only', async () => {
    const path = `/api/projects/${film.id}/shares`
    expect((await studio.call(`POST ${path}`, { body: {}, headers: who['client']! })).status).toBe(403)
    expect((await studio.call(`GET ${path}`, { headers: who['client']! })).status).toBe(403)
    expect((await studio.call(`POST ${path}`, { body: {}, headers: who['artist']! })).status).toBe(404)
    const { id } = await made()
    expect((await studio.call(`POST /api/share-links/${id}/revoke`, { headers: who['artist']! })).status).toBe(404)
    for (const body of [{ days: 0 }, { days: 400 }, { may: 'edit' }, { title: 'x'.repeat(100_000) }, { token: 'mine' }])
      expect((await studio.call(`POST ${path}`, { body, headers: who['producer']! })).status).toBe(422)
  })

  it('opens a page, its film by parts, its timeline and what was said', async () => {
    const { path } = await made()
    const page = await ask(`GET ${path}`)
    expect([page.status, page.headers.get('set-cookie'), page.headers.get('referrer-policy')]).toEqual([200, null, 'no-referrer']) // prettier-ignore
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
    const html = await page.text()
    expect(html).not.toContain('<b>')
    const told = await json(`GET ${path}/film`)
    expect(told.body).toMatchObject({ may: 'view', cut: { frames: 216, film: { sha256: film.film }, clips: [{ scene: film.scenes[0] }, {}] } }) // prettier-ignore
    const part = await ask(`GET ${path}/film.mp4`, { headers: { range: 'bytes=4-7' } })
    expect([part.status, await part.text(), part.headers.get('content-type')]).toEqual([206, 'film', 'video/mp4'])
    expect((await ask(`GET ${path}/film.mp4`, { headers: { range: 'bytes=99-' } })).status).toBe(416)
    expect((await json(`GET ${path}/comments`)).status).toBe(200)
    expect((await ask(`GET ${path}/poster`)).status).toBe(404)
    for (const asset of ['review.js', 'review.css']) expect((await ask(`GET /share/${asset}`)).status).toBe(200)
    expect(await (await ask('GET /share/review.js')).text()).not.toContain('innerHTML')
  })

  it('lets its holder write under a name, where it is for that; the words are words', async () => {
    const view = await made()
    const said = { name: 'Edda <i>', text: '<script>alert(1)</script> שלום', frame: 100 }
    expect((await json(`POST ${view.path}/comments`, { body: said })).code).toBe('SHARE_VIEW_ONLY')
    const { path, id } = await made({ may: 'comment' })
    const one = await json(`POST ${path}/comments`, { body: said })
    expect(one.body).toMatchObject({ ...said, by: 'reviewer', mine: false, scene: film.scenes[1] })
    const inside = await studio.call(`GET /api/comments/${String(one.body['id'])}?depth=0`, { headers: who['client']! })
    expect(inside.body).toMatchObject({ link: id, text: said.text })
    expect(inside.body['author'] ?? null).toBeNull()
    const judged = { name: 'Edda', scene: film.scenes[0], film: film.film, answer: 'changes', note: 'Slower' }
    expect((await json(`POST ${path}/approvals`, { body: judged })).status).toBe(201)
    expect((await json(`POST ${view.path}/approvals`, { body: judged })).status).toBe(403)
    for (const name of ['', ' ', 'a\u202eb', 'a\nb', 'x'.repeat(81)])
      expect((await json(`POST ${path}/comments`, { body: { ...said, name }, headers: { 'x-backlot-address': '203.0.113.1' } })).status).toBe(422) // prettier-ignore
    const huge = await json(`POST ${path}/comments`, { body: { ...said, text: 'x'.repeat(100_000) } })
    expect([huge.status, huge.code]).toEqual([413, 'BODY_TOO_LARGE'])
  })

  it('counts alone: whoever is signed in beside it writes as its reviewer', async () => {
    const { path } = await made({ may: 'comment' })
    const body = { name: 'Edda', text: 'hello', frame: 1 }
    const one = await json(`POST ${path}/comments`, { body, headers: who['artist']! })
    expect(one.body).toMatchObject({ by: 'reviewer', name: 'Edda' })
  })

  it('opens nothing else: no route, no document, no file, no question', async () => {
    const { token } = await made({ may: 'comment' })
    const keys = [`Bearer ${token}`, `JWT ${token}`, `users API-Key ${token}`].map((authorization) => ({
      authorization,
    }))
    const ways = [...keys, { cookie: `payload-token=${token}` }]
    const below: Record<string, Endpoint[]> = { '/api/projects': lists.projectEndpoints, '/api/scenes': lists.sceneEndpoints, '/api/runs': lists.runEndpoints, '/api/comments': lists.commentEndpoints, '/api/approvals': lists.approvalEndpoints, '/api/share-links': lists.shareLinkEndpoints, '/api/generations': lists.generationEndpoints, '/api': lists.studioEndpoints } // prettier-ignore
    const own = Object.entries(below).flatMap(([base, all]) =>
      all.filter(({ custom }) => custom?.['open'] !== true).map(({ method, path }) => `${method.toUpperCase()} ${base}${path.replace(/:\w+/g, film.id)}`),
    ) // prettier-ignore
    // Payload answers its own empty preferences to everybody
    const documents = Object.keys(studio.payload.collections).filter((slug) => slug !== 'payload-preferences').flatMap((slug) => [`GET /api/${slug}`, `GET /api/${slug}/${film.id}`, `GET /api/${slug}?token=${token}`]) // prettier-ignore
    const files = [film.film, 'e'.repeat(64)].map((name) => `GET /api/media/file/${name}.mp4`)
    const opened: string[] = []
    for (const [i, route] of [...own, ...documents, ...files].entries()) {
      const headers = { ...ways[i % ways.length], 'x-backlot-address': `198.51.100.${i % 250}` }
      const [verb] = route.split(' ')
      const answer = await studio.response(route, { 'content-type': 'application/json', ...headers }, verb === 'GET' ? undefined : '{}') // prettier-ignore
      if (![401, 403, 404].includes(answer.status)) opened.push(`${route}: ${answer.status}`)
    }
    expect(opened).toEqual([])
    for (const headers of ways) {
      const { body } = await studio.graphql('{ Projects { totalDocs } Comments { totalDocs } ShareLinks { totalDocs } }', headers) // prettier-ignore
      expect(JSON.stringify(body['data'] ?? null)).not.toMatch(/totalDocs":\d/)
    }
    for (const path of [
      '/media',
      '/file/x',
      `/${film.film}.mp4`,
      '/film.mp4/x',
      '/film.mp4%2f..%2fx',
      '/shares',
      '/../../api/projects',
    ])
      expect((await ask(`GET /share/${token}${path}`)).status, path).toBe(404)
  }, 120_000)

  it('shows the film it was made for, or always the newest', async () => {
    const [fixed, newest] = [await made({ shows: 'this', may: 'comment' }), await made()]
    const second = await cut('b'.repeat(64), [48, 48])
    await putFile(studio, { project: film.id, sha256: second, bytes: 'the newer film' })
    expect((await json(`GET ${fixed.path}/film`)).body['cut']).toMatchObject({
      frames: 216,
      film: { sha256: film.film },
    })
    expect(await (await ask(`GET ${fixed.path}/film.mp4`)).text()).toBe('the film itself')
    expect((await json(`GET ${newest.path}/film`)).body['cut']).toMatchObject({ frames: 96, film: { sha256: second } })
    expect(await (await ask(`GET ${newest.path}/film.mp4`)).text()).toBe('the newer film')
    const late = await json(`POST ${fixed.path}/comments`, {
      body: { name: 'E', text: 'x', frame: 200, film: film.film },
    })
    expect(late.body).toMatchObject({ frame: 200, film: film.film })
    await studio.payload.delete({ collection: 'media', where: { sha256: { equals: film.film } }, overrideAccess: true })
    expect((await json(`GET ${fixed.path}/film.mp4`)).code).toBe('FILE_UNKNOWN')
  })

  it('says that it is over, wrong or revoked, and what to do, everywhere at once', async () => {
    const { path, id } = await made({ may: 'comment' })
    await studio.call(`POST /api/share-links/${id}/revoke`, { headers: who['producer']! })
    const again = await studio.call(`POST /api/share-links/${id}/revoke`, { headers: who['producer']! })
    expect(again.status).toBe(200)
    for (const below of ['/film', '/film.mp4', '/comments', '/poster']) {
      const told = await json(`GET ${path}${below}`)
      expect([told.status, told.code], below).toEqual([410, 'SHARE_REVOKED'])
    }
    expect((await json(`POST ${path}/comments`, { body: { name: 'E', text: 'x', frame: 1 } })).code).toBe(
      'SHARE_REVOKED',
    )
    const page = await ask(`GET ${path}`)
    expect([page.status, await page.text()]).toEqual([410, expect.stringContaining('revoked on')])
    const old = await made()
    await links().updateMany({ revokedAt: null }, { $set: { expiresAt: new Date(Date.now() - 1000) } })
    const over = await ask(`GET ${old.path}`)
    expect([over.status, await over.text()]).toEqual([410, expect.stringMatching(/good until .*Ask whoever sent it/s)])
    const wrong = await ask(`GET /share/${'x'.repeat(43)}`)
    expect([wrong.status, await wrong.text()]).toEqual([404, expect.stringContaining('opens nothing')])
  })

  it('is not found by trying: whoever guesses waits', async () => {
    const headers = { 'x-backlot-address': '203.0.113.50' }
    const codes: string[] = []
    for (let i = 0; i < 40; i++)
      codes.push((await json(`GET /share/${String(i).padStart(43, '0')}/film`, { headers })).code)
    expect([codes[0], codes.at(-1)]).toEqual(['SHARE_UNKNOWN', 'TOO_MANY_REQUESTS'])
  })
})
