import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tellPeople } from '@/jobs/tellPeople'
import type { Notice } from '@/queue/jobs'
import { controlDb } from '@/stores/controlDb'
import { noticesStore } from '@/stores/noticesStore'
import { outboxStore } from '@/stores/outboxStore'
import { untoldStore } from '@/stores/untoldStore'
import { openTestStudio, type TestStudio } from '../../collections/openTestStudio'
import { reviewedFilm, type Reviewed } from '../../support/reviewedFilm'

const password = 'a long enough word'
let studio: TestStudio
let film: Reviewed
let cut: Awaited<ReturnType<typeof reviewedFilm>>['cut']
let foreign: Reviewed
const who: Record<string, Record<string, string>> = {}

const signUp = async (name: string, role: string): Promise<string> => {
  const email = `${name.toLowerCase()}@studio.test`
  const data = { email, password, name, roles: [role] }
  const { id } = await studio.payload.create({ collection: 'users', data: data as never, overrideAccess: true })
  const { body } = await studio.call('POST /api/users/login', { body: { email, password } })
  who[name] = { authorization: `JWT ${String(body['token'])}` }
  return id
}
const as = (name: string) => ({ headers: who[name] ?? {} })
const say = (name: string, body: Record<string, unknown>) =>
  studio.call(`POST /api/projects/${film.id}/comments`, { body, ...as(name) })
const listed = async (name: string, query = '') =>
  (await studio.call(`GET /api/projects/${film.id}/comments${query}`, as(name))).body['docs']
const press = (name: string, path: string, body: unknown = {}) =>
  studio.call(`POST /api/comments/${path}`, { body, ...as(name) })
/** Does what the outbox asks for, as a worker would, and answers what a person was told in all. */
const heard = async (name: string) => {
  const control = controlDb(studio.payload)
  const outbox = outboxStore(control)
  const parts = { notices: noticesStore(control), untold: untoldStore(control), mails: false }
  for (let row = await outbox.take(60_000); row; row = await outbox.take(60_000)) {
    if (row.job === 'tellPeople') await tellPeople(parts, row.data as Notice)
    await outbox.done(row)
  }
  const told = await studio.call('GET /api/notifications?limit=100&sort=createdAt', as(name))
  return (told.body['docs'] as Record<string, any>[]).map(({ vars, ...one }) => ({ ...one, vars: JSON.parse(vars) }))
}
const codeOf = ({ body }: { body: Record<string, any> }) => body['errors'][0].code as string

beforeAll(async () => {
  studio = await openTestStudio({ singleUser: false })
  await signUp('Pia', 'producer')
  const ids = [await signUp('Rex', 'reviewer'), await signUp('Ada', 'artist'), await signUp('Cleo', 'client')]
  await signUp('Otto', 'director')
  ;({ reviewed: film, cut } = await reviewedFilm(studio, `pier-${studio.name.slice(-6)}`, who['Pia']))
  ;({ reviewed: foreign } = await reviewedFilm(studio, `else-${studio.name.slice(-6)}`, who['Pia']))
  await studio.call(`PATCH /api/projects/${film.id}`, {
    body: { members: ids.map((user) => ({ user })) },
    ...as('Pia'),
  })
})
afterAll(() => studio.close())

describe('a comment', () => {
  it('stands at its frame, in its scene, and names whom it mentions', async () => {
    const people = (await studio.call(`GET /api/projects/${film.id}/people`, as('Cleo'))).body['docs']
    expect(people.map(({ name }: { name: string }) => name).sort()).toEqual(['Ada', 'Cleo', 'Pia', 'Rex'])
    const made = await say('Rex', { text: '@ada hold this longer?', frame: 100, film: film.film })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const ada = people.find(({ name }: { name: string }) => name === 'Ada').id
    expect(made.body).toMatchObject({ frame: 100, scene: film.scenes[1], sceneFrame: 4, mentions: [ada], name: 'Rex', by: 'member', mine: true }) // prettier-ignore
    expect((await listed('Ada'))[0]).toMatchObject({ id: made.body['id'], mine: false, resolved: null })
  })

  it('is answered where it stands, and an answer to an answer is one to it', async () => {
    const first = (await say('Rex', { text: 'Too dark', frame: 0 })).body['id']
    const reply = await say('Ada', { text: 'Brighter now', parent: first })
    const next = await say('Cleo', { text: 'Thank you', parent: reply.body['id'] })
    expect(next.body).toMatchObject({ parent: first, frame: 0, scene: film.scenes[0] })
    expect((await say('Ada', { text: 'x', parent: '0123456789abcdef01234567' })).status).toBe(404)
  })

  it('is resolved once, whoever presses, and opened again', async () => {
    const { id } = (await say('Rex', { text: 'The lamp is off', frame: 20 })).body
    const both = await Promise.all([press('Ada', `${id}/resolve`), press('Cleo', `${id}/resolve`)])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    const [standing] = (await listed('Rex')).filter((one: { id: string }) => one.id === id)
    expect(['Ada', 'Cleo']).toContain(standing.resolved.by)
    expect((await listed('Rex', '?open=true')).map((one: { id: string }) => one.id)).not.toContain(id)
    expect((await press('Rex', `${id}/reopen`)).body['resolved']).toBeNull()
    expect((await listed('Rex', '?open=true')).map((one: { id: string }) => one.id)).toContain(id)
  })

  it('is changed by its author or a producer only, and not over what somebody else just wrote', async () => {
    const { id } = (await say('Rex', { text: 'One', frame: 30 })).body
    expect((await press('Ada', `${id}/edit`, { text: 'Mine', was: 'One' })).status).toBe(403)
    expect((await press('Rex', `${id}/edit`, { text: 'Two', was: 'One' })).body).toMatchObject({
      text: 'Two',
      mine: true,
    })
    const late = await press('Pia', `${id}/edit`, { text: 'Three', was: 'One' })
    expect([late.status, codeOf(late)]).toEqual([409, 'COMMENT_CHANGED'])
    expect((await press('Ada', `${id}/remove`)).status).toBe(403)
    expect((await press('Pia', `${id}/remove`)).status).toBe(200)
    expect((await press('Pia', `${id}/remove`)).status).toBe(404)
    expect(JSON.stringify(await listed('Rex'))).not.toContain(id)
    expect((await studio.call(`GET /api/comments/${id}`, as('Rex'))).body['text']).toBe('')
  })

  it('tells whom it names once, however often it is changed, never its author, and takes that back with its words', async () => {
    const of = (told: Record<string, any>[], id: string) => told.filter(({ link }) => link.includes(id))
    const { id } = (await say('Rex', { text: '@Ada and @Rex: the lamp?', frame: 100 })).body
    expect(of(await heard('Ada'), id)).toMatchObject([
      { kind: 'mention', link: `/admin/collections/projects/${film.id}/film?comment=${id}`, vars: { by: 'Rex', text: '@Ada and @Rex: the lamp?' } },
    ])
    expect(of(await heard('Ada'), id)[0]?.['vars'].where).toMatch(/^The <b>Pier<\/b> · Shot 2$/)
    await press('Rex', `${id}/edit`, { text: '@Ada @Cleo: the lamp?', was: '@Ada and @Rex: the lamp?' })
    await press('Rex', `${id}/edit`, { text: '@Cleo: the lamp?', was: '@Ada @Cleo: the lamp?' })
    await press('Rex', `${id}/edit`, { text: '@Ada @Cleo @Rex: the lamp!', was: '@Cleo: the lamp?' })
    expect(of(await heard('Ada'), id)).toHaveLength(1)
    expect(of(await heard('Cleo'), id)).toHaveLength(1)
    expect(of(await heard('Rex'), id)).toEqual([])

    const answer = await say('Cleo', { text: '@Rex I see it', parent: id })
    expect(of(await heard('Rex'), id), 'an answer leads to what it answers').toMatchObject([{ vars: { by: 'Cleo' } }])
    await press('Cleo', `${String(answer.body['id'])}/remove`)
    expect(of(await heard('Rex'), id)).toEqual([])
    await press('Rex', `${id}/remove`)
    expect(of(await heard('Cleo'), id)).toEqual([])
  }) // prettier-ignore

  it('is not kept where nobody can be told of it, and tells nobody of what was not kept', async () => {
    const before = (await heard('Ada')).length
    const refused = await say('Rex', { text: '@Ada look', frame: 216 })
    expect(codeOf(refused)).toBe('FRAME_REFUSED')
    const { id } = (await say('Rex', { text: 'One', frame: 30 })).body
    expect((await press('Rex', `${id}/edit`, { text: '@Ada Two', was: 'Never said' })).status).toBe(409)
    expect(await heard('Ada')).toHaveLength(before)
  })

  it('keeps every text as text: marks, scripts, other directions and signs', async () => {
    const texts = [
      '<img src=x onerror=alert(1)>',
      'שלום @Ada עולם',
      '👩‍🎬🎬 ok',
      '{{7*7}} ${x} \u202egpj.exe',
      'x'.repeat(5000),
    ]
    for (const text of texts) expect((await say('Rex', { text, frame: 1 })).body['text']).toBe(text)
  })

  it('says what is wrong: too long, no frame of the film, an older film, fields nobody knows', async () => {
    const long = await say('Rex', { text: 'y'.repeat(100_000), frame: 1 })
    expect([long.status, long.body['errors'][0].why]).toEqual([422, 'text: must be at most 5,000 characters.'])
    expect(codeOf(await say('Rex', { text: '  ', frame: 1 }))).toBe('BODY_REFUSED')
    expect(codeOf(await say('Rex', { text: 'x', frame: 216 }))).toBe('FRAME_REFUSED')
    expect(codeOf(await say('Rex', { text: 'x' }))).toBe('FRAME_REFUSED')
    expect(codeOf(await say('Rex', { text: 'x', frame: 1, film: 'b'.repeat(64) }))).toBe('FILM_CHANGED')
    expect(codeOf(await say('Rex', { text: 'x', frame: 1, author: 'me' }))).toBe('BODY_REFUSED')
    expect((await say('Rex', { text: 'x', frame: { $gt: 0 } })).status).toBe(400)
  })

  it('keeps its scene and moment when the film is cut again', async () => {
    const { id } = (await say('Rex', { text: 'Here', frame: 110 })).body
    await cut('c'.repeat(64), [120, 120])
    const [kept] = (await listed('Rex')).filter((one: { id: string }) => one.id === id)
    expect(kept).toMatchObject({ film: film.film, frame: 110, scene: film.scenes[1], sceneFrame: 14 })
  })

  it('is not there for people of other films, whichever way they ask', async () => {
    const [one] = await listed('Rex')
    const ways = [
      studio.call(`GET /api/projects/${film.id}/comments`, as('Otto')),
      studio.call(`GET /api/projects/${film.id}/people`, as('Otto')),
      studio.call(`GET /api/comments/${one.id}`, as('Otto')),
      press('Otto', `${one.id}/resolve`),
      press('Otto', `${one.id}/edit`, { text: 'x', was: 'y' }),
      studio.call(`POST /api/projects/${film.id}/comments`, { body: { text: 'x', frame: 0 }, ...as('Otto') }),
      studio.call(`POST /api/projects/${foreign.id}/comments`, { body: { text: 'x', parent: one.id }, ...as('Pia') }),
    ]
    expect((await Promise.all(ways)).map(({ status }) => status)).toEqual(ways.map(() => 404))
    expect((await studio.call(`GET /api/projects/${film.id}/comments`)).status).toBe(401)
    const made = await studio.call('POST /api/comments', { body: { project: film.id, text: 'x' }, ...as('Pia') })
    expect(made.status).toBe(403)
  })
})
