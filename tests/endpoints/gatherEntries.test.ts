import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestStudio, type TestStudio } from '../collections/openTestStudio'

let studio: TestStudio
let count = 0
beforeAll(async () => {
  studio = await openTestStudio()
})
afterAll(async () => {
  await studio.close()
})

/** A project of its own, below whose address is asked. */
const newProject = async () => {
  const body = { title: 'Lamp', slug: `entries-${String(++count)}-${studio.name.slice(-6)}` }
  const { id } = (await studio.call('POST /api/projects', { body })).body['doc']
  const call = (method: string, path: string, body?: unknown) =>
    studio.call(`${method} /api/projects/${String(id)}${path}`, body === undefined ? {} : { body })
  const add = async (body: unknown) => (await call('POST', '/gather', body)).body['items'][0]
  return { id: String(id), call, add }
}

describe('what is gathered', () => {
  it('is changed by others and still says who gave it and when', async () => {
    const { call, add } = await newProject()
    const note = await add({ kind: 'note', title: 'Weather', text: 'It rains.' })
    const changed = await call('PATCH', `/gather/note/${note.id}`, { text: 'It snows.', data: { month: 'May' } })
    expect(changed.status).toBe(200)
    expect(changed.body).toMatchObject({
      id: note.id, title: 'Weather', text: 'It snows.', data: { month: 'May' }, author: note.author, createdAt: note.createdAt,
    }) // prettier-ignore
    expect(Date.parse(changed.body['updatedAt'])).toBeGreaterThanOrEqual(Date.parse(note.createdAt))
    expect(changed.body['updatedBy']).toContain('@')
    expect((await call('GET', '/gather')).body['docs'][0].text).toBe('It snows.')
    expect((await call('PATCH', `/gather/note/${note.id}`, {})).status).toBe(422)
    expect((await call('PATCH', `/gather/note/${note.id}`, { kind: 'prop' })).status).toBe(422)
  })

  it('is deleted once, and what is not there is not found', async () => {
    const { call, add } = await newProject()
    const { id } = await add({ kind: 'prop', title: 'lamp', text: 'An old lamp.' })
    expect((await call('DELETE', `/gather/note/${id}`)).status).toBe(404)
    expect((await call('DELETE', `/gather/prop/${id}`)).body).toEqual({ id })
    expect((await call('DELETE', `/gather/prop/${id}`)).body['errors'][0].code).toBe('ENTRY_UNKNOWN')
    for (const path of ['/gather/lock/lock', '/gather/prop/%24ne', '/gather/$where/1', `/gather/prop/${id}x`])
      expect((await call('PATCH', path, { text: 'x' })).status, path).toBe(404)
  })

  it('is one entry however often it is sent', async () => {
    const { call, add } = await newProject()
    const mara = { kind: 'character', title: 'Mara', text: 'A keeper.', data: { age: 60, coat: 'grey' } }
    const first = await add(mara)
    const again = await add({ ...mara, data: { coat: 'grey', age: 60 } })
    expect(again.id).toBe(first.id)
    expect((await add({ ...mara, text: 'Another keeper.' })).id).not.toBe(first.id)
    const sent = await Promise.all(Array.from({ length: 5 }, () => add({ kind: 'note', text: 'at once' })))
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1)
    expect((await call('GET', '/gather')).body['totalDocs']).toBe(3)
  })

  it('is found by words, whatever signs they hold', async () => {
    const { call, add } = await newProject()
    await add({ kind: 'note', title: 'Weather (May)', text: 'It rains at 5 a.m. on 100% of days.' })
    await add({ kind: 'prop', title: 'radio', text: 'It hums.' })
    const found = async (q: string, more = '') =>
      (await call('GET', `/gather?q=${encodeURIComponent(q)}${more}`)).body['docs'].map(
        ({ title }: { title: string }) => title,
      )
    expect(await found('RAINS')).toEqual(['Weather (May)'])
    expect(await found('(may)')).toEqual(['Weather (May)'])
    expect(await found('it')).toEqual(['radio', 'Weather (May)'])
    expect(await found('it', '&kind=prop')).toEqual(['radio'])
    for (const q of ['.*', '^', '(?:', '[a-', '\\', '$where', '5 a.m']) expect(await found(q), q).toHaveLength(q === '5 a.m' ? 1 : 0) // prettier-ignore
    expect((await call('GET', '/gather?q[$ne]=x')).status).toBe(400)
    expect((await call('GET', `/gather?q=${'x'.repeat(201)}`)).status).toBe(422)
  })
})

describe('what was gathered twice or contradicts itself', () => {
  it('is listed with its sources', async () => {
    const { call, add } = await newProject()
    const one = await add({ kind: 'character', title: 'Mara', text: 'Sixty, in a grey coat.' })
    const two = await add({ kind: 'character', title: 'Mara', text: 'Forty, in a red coat.' })
    const { status, body } = await call('GET', '/gather/findings')
    expect(status).toBe(200)
    expect(body['duplicates']).toMatchObject([{ alike: 1, sources: [{ id: one.id }, { id: two.id }] }])
    expect(body['contradictions'].map(({ about }: { about: string }) => about)).toEqual(['age', 'costume over'])
    expect(body['contradictions'][0].values[1].source).toMatchObject({ id: two.id, author: two.author, quote: 'MARA, Forty, in a red coat.' }) // prettier-ignore
  })
})

describe('the lock', () => {
  it(
    'lets writes and deletes in before it or refuses them, never both and never after it',
    { timeout: 120_000 },
    async () => {
      for (let round = 0; round < 4; round++) {
        const { id, call, add } = await newProject()
        const standing = await Promise.all([1, 2, 3, 4].map((n) => add({ kind: 'note', text: `stands ${n}` })))
        const began = await call('POST', '/qualify', { countdownSeconds: 10, startAnyway: true })
        expect(began.status).toBe(202)
        const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
        const acts = [
        ...[1, 2, 3, 4, 5, 6].map((n) => async () => {
          await wait(n * 9)
          return { does: 'add', text: `late ${n}`, ...(await call('POST', '/gather', { kind: 'note', text: `late ${n}` })) }
        }),
        ...standing.slice(0, 2).map((one, n) => async () => {
          await wait(n * 30 + 5)
          return { does: 'delete', text: one.text, ...(await call('DELETE', `/gather/note/${one.id}`)) }
        }),
        ...standing.slice(2).map((one, n) => async () => {
          await wait(n * 30 + 10)
          return { does: 'change', text: `changed ${n}`, ...(await call('PATCH', `/gather/note/${one.id}`, { text: `changed ${n}` })) }
        }),
      ] // prettier-ignore
        const going = Promise.all(acts.map((act) => act()))
        await wait(round * 20)
        expect((await call('POST', '/qualify/continue')).status).toBe(202)
        const list = async () => ((await call('GET', '/gather?limit=50')).body['docs'] as { text: string }[]).map(({ text }) => text).sort() // prettier-ignore
        const atTheLock = await list()
        const answers = await going
        expect(await list(), `round ${round}`).toEqual(atTheLock)
        for (const { does, text, status } of answers) {
          const isIn = atTheLock.includes(text)
          const done = does === 'delete' ? !isIn : isIn
          expect([does, text, [200, 201].includes(status) ? true : status === 423 ? false : status]).toEqual([does, text, done]) // prettier-ignore
        }
        expect((await call('POST', '/gather', { kind: 'note', text: 'after' })).status).toBe(423)
        expect((await studio.call(`POST /api/projects/${id}/qualify/continue`)).status).toBe(409)
      }
    },
  )
})
