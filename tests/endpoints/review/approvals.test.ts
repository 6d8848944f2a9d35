import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { controlDb } from '@/stores/controlDb'
import { openTestStudio, type TestStudio } from '../../collections/openTestStudio'
import { reviewedFilm, type Reviewed } from '../../support/reviewedFilm'

let studio: TestStudio
let film: Reviewed
let cut: Awaited<ReturnType<typeof reviewedFilm>>['cut']
const say = (body: Record<string, unknown>) =>
  studio.call(`POST /api/projects/${film.id}/approvals`, { body: { film: film.film, ...body } })
const open = async () => (await studio.call(`GET /api/projects/${film.id}/approvals?open=true`)).body['docs']

beforeAll(async () => {
  studio = await openTestStudio()
  ;({ reviewed: film, cut } = await reviewedFilm(studio, `pier-${studio.name.slice(-6)}`))
})
afterAll(() => studio.close())

describe('a scene of a film', () => {
  it('is approved, or changes are requested and said', async () => {
    const [first = '', second = ''] = film.scenes
    expect((await say({ scene: first, answer: 'approved' })).body).toMatchObject({ scene: first, answer: 'approved', note: '' }) // prettier-ignore
    const silent = await say({ scene: second, answer: 'changes' })
    expect([silent.status, silent.body['errors'][0].field]).toEqual([422, 'note'])
    expect((await say({ scene: second, answer: 'changes', note: 'z'.repeat(100_000) })).status).toBe(422)
    const asked = await say({ scene: second, answer: 'changes', note: '<b>The lamp</b> must go out' })
    expect(asked.status).toBe(201)
    expect(await open()).toMatchObject([{ scene: second, note: '<b>The lamp</b> must go out', settled: null }])
  })

  it('has its request until somebody did it, or approves the scene', async () => {
    const [, second = ''] = film.scenes
    const [request] = await open()
    for (const twice of [1, 2]) {
      const done = await studio.call(`POST /api/approvals/${request.id}/settle`)
      expect([done.status, done.body['settled'].by, twice]).toEqual([200, 'Owner', twice])
    }
    expect(await open()).toEqual([])
    await say({ scene: second, answer: 'changes', note: 'Slower' })
    expect(await open()).toHaveLength(1)
    await say({ scene: second, answer: 'approved' })
    expect(await open()).toEqual([])
    const all = await studio.call(`GET /api/projects/${film.id}/approvals?scene=${second}`)
    expect(all.body['docs'].map(({ answer }: { answer: string }) => answer)).toEqual(['approved', 'changes', 'changes'])
  })

  it('tells whoever makes the film what shall change, and not who asks or only looks', async () => {
    const person = async (name: string, role: string) => {
      const data = { email: `${name}@studio.test`, password: 'a long enough word', name, roles: [role] }
      return (await studio.payload.create({ collection: 'users', data: data as never })).id
    }
    const [maker, client, stranger] = [await person('mara', 'artist'), await person('jon', 'client'), await person('eve', 'artist')]
    await studio.call(`PATCH /api/projects/${film.id}`, { body: { members: [{ user: maker }, { user: client }] } })
    const [first = ''] = film.scenes
    await say({ scene: first, answer: 'approved' })
    await say({ scene: first, answer: 'changes', note: 'n'.repeat(2000) })
    const outbox = controlDb(studio.payload).db.collection('outbox')
    const told = await outbox.find({ job: 'tellPeople' }).sort({ _id: -1 }).toArray()
    expect(told[0]?.['data']).toMatchObject({ kind: 'changesRequested', to: [maker], link: `/admin/collections/scenes/${first}`, vars: { by: 'Owner', where: 'The <b>Pier</b> · Shot 1' } })
    expect(told[0]?.['data'].vars.text).toHaveLength(500)
    expect(JSON.stringify(told)).not.toContain(stranger)
  }) // prettier-ignore

  it('is not judged by a film that was cut again since, nor when it is none of this film', async () => {
    const [first = ''] = film.scenes
    expect((await say({ scene: '0123456789abcdef01234567', answer: 'approved' })).status).toBe(404)
    await cut('d'.repeat(64), [96, 120])
    expect((await say({ scene: first, answer: 'approved' })).body['errors'][0].code).toBe('FILM_CHANGED')
    expect((await studio.call('POST /api/approvals/0123456789abcdef01234567/settle')).status).toBe(404)
  })
})
