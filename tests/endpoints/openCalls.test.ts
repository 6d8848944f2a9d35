import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { controlDb, textCollection } from '@/stores/controlDb'
import { newPaidCall } from '@/stores/paid/newPaidCall'
import type { PaidGeneration } from '@/stores/paid/paidGeneration'
import { homeRead } from '@/stores/reads/homeRead'
import { openTestStudio, type TestStudio } from '../collections/openTestStudio'
import { picture } from '../support/paidStage'

let studio: TestStudio
const films: string[] = []
const tokens: Record<string, string> = {}

const person = async (name: string, role: 'director' | 'client' | 'producer') => {
  const data = { email: `${name}@example.org`, password: 'a long password', name, roles: [role] }
  const made = await studio.payload.create({ collection: 'users', data })
  const { token } = await studio.payload.login({
    collection: 'users',
    data: { email: data.email, password: data.password },
  })
  tokens[name] = token ?? ''
  return made.id
}
const as = (name: string) => ({ headers: { authorization: `JWT ${tokens[name] ?? ''}` } })
const call = async (film: string, what: string, more: Partial<PaidGeneration>) => {
  const asked = newPaidCall(picture(what), {
    owner: 'studio',
    project: film,
    scene: null,
    runId: 'run',
    accounts: [film],
  })
  const at = new Date(Date.now() - 3_600_000)
  const row: PaidGeneration = { ...asked, createdAt: at, submittedAt: at, unknownSince: at, dueAt: null, ...more }
  await textCollection<PaidGeneration>(controlDb(studio.payload).db, 'generations').insertOne(row)
  return row._id
}
const listed = async (name: string, query = '') =>
  (await studio.call(`GET /api/generations/open${query}`, as(name))).body

beforeAll(async () => {
  studio = await openTestStudio({ singleUser: false })
  await person('ada', 'producer')
  const mara = await person('mara', 'director')
  const jon = await person('jon', 'client')
  for (const slug of ['ferry', 'pier']) {
    const members = slug === 'ferry' ? [{ user: mara }, { user: jon }] : []
    const made = await studio.payload.create({ collection: 'projects', data: { title: slug, slug, members }, draft: true })
    films.push(made.id)
  }
}) // prettier-ignore
afterAll(async () => {
  await studio.close()
})

describe('money nobody knows the end of', () => {
  it('is listed with its age and what was looked at, to who may see the film; not to guests', async () => {
    const [ferry = '', pier = ''] = films
    await call(ferry, 'layer 3', { state: 'DECIDE', evidence: ['list: none'], priceNanodollars: 40_000_000 })
    await call(ferry, 'layer 4', { state: 'UNKNOWN' })
    await call(pier, 'layer 5', { state: 'DECIDE' })
    const mine = await listed('mara')
    expect(mine['open'].map(({ what, state }: PaidGeneration) => `${what} ${state}`)).toEqual([
      'Picture: layer 3 DECIDE',
      'Picture: layer 4 UNKNOWN',
    ])
    expect(mine['open'][0]).toMatchObject({ project: { title: 'ferry' }, evidence: ['list: none'] })
    expect((await listed('ada'))['open']).toHaveLength(3)
    expect((await listed('ada', `?project=${pier}`))['open']).toHaveLength(1)
    expect((await listed('mara', `?project=${pier}`))['open']).toEqual([])
    expect((await studio.call('GET /api/generations/open', as('jon'))).status).toBe(403)
    expect((await studio.call('GET /api/generations/open')).status).toBe(401)
    expect((await studio.call('GET /api/generations/open?project[$ne]=x', as('mara'))).status).toBeGreaterThanOrEqual(
      400,
    )
  })

  it('is put off until a moment to come, and is no question until then', async () => {
    const [ferry = ''] = films
    const id = await call(ferry, 'layer 8', { state: 'DECIDE' })
    const wait = (until: unknown, action = 'wait') =>
      studio.call(`POST /api/generations/${id}/decide`, { body: { action, reason: 'They look.', until }, ...as('mara') })
    const until = new Date(Date.now() + 3_600_000).toISOString()
    for (const odd of ['soon', new Date(0).toISOString(), new Date(Date.now() + 1e11).toISOString(), { $gt: '' }])
      expect((await wait(odd)).status, JSON.stringify(odd)).toBeGreaterThanOrEqual(400)
    expect((await wait(until, 'write_off')).status).toBe(422)
    const questions = async () => (await homeRead(studio.payload).decisions([ferry])).map((one) => one.id)
    expect(await questions()).toContain(id)
    expect((await wait(until)).status).toBe(200)
    expect(await questions()).not.toContain(id)
    const { open } = await listed('mara')
    expect(open.find((one: { id: string }) => one.id === id)).toMatchObject({ quietUntil: until, state: 'DECIDE' })
    await studio.call(`POST /api/generations/${id}/decide`, { body: { action: 'write_off', reason: 'No.' }, ...as('mara') })
  }) // prettier-ignore

  it('closes when it is written off with a reason, or when an answer comes late, and says which', async () => {
    const [ferry = ''] = films
    const id = await call(ferry, 'layer 6', { state: 'DECIDE' })
    await call(ferry, 'layer 7', { state: 'STORED', billedNanodollars: 39_000_000, updatedAt: new Date() })
    const body = { action: 'write_off', reason: 'It never came.' }
    expect((await studio.call(`POST /api/generations/${id}/decide`, { body, ...as('mara') })).status).toBe(200)
    expect((await studio.call(`POST /api/generations/${id}/decide`, { body, ...as('mara') })).status).toBe(409)
    const { open, closed } = await listed('mara')
    expect(open.map(({ id: one }: { id: string }) => one)).not.toContain(id)
    expect(closed.filter(({ what }: { what: string }) => !what.endsWith('layer 8'))).toEqual([
      expect.objectContaining({ id, state: 'FAILED', decisions: [expect.objectContaining({ action: 'write_off', reason: 'It never came.' })] }),
      expect.objectContaining({ what: 'Picture: layer 7', state: 'STORED', billedNanodollars: 39_000_000 }),
    ])
  }) // prettier-ignore
})

it('what all films cost is added up from those one may see', async () => {
  const [ferry = ''] = films
  const costs = async (name: string) => (await studio.call('GET /api/costs', as(name))).body
  expect((await costs('mara'))['rows']).toEqual([
    expect.objectContaining({ key: ferry, name: 'ferry', spent: 39_000_000 }),
  ])
  expect((await costs('ada'))['rows']).toHaveLength(2)
  expect((await studio.call('GET /api/costs?by=month', as('ada'))).status).toBe(422)
})
