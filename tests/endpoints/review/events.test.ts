import { afterAll, beforeAll, expect, it } from 'vitest'
import { hubOf } from '@/endpoints/events/eventHub'
import { openTestStudio, type TestStudio } from '../../collections/openTestStudio'
import { eventsOf } from '../../support/eventsOf'
import { reviewedFilm, type Reviewed } from '../../support/reviewedFilm'
import { until } from '../../support/until'

const password = 'a long enough word'
let studio: TestStudio
let film: Reviewed
const signUp = async (role: string): Promise<Record<string, string>> => {
  const email = `${role}@studio.test`
  await studio.payload.create({ collection: 'users', data: { email, password, roles: [role] } as never, overrideAccess: true }) // prettier-ignore
  const { body } = await studio.call('POST /api/users/login', { body: { email, password } })
  return { authorization: `JWT ${String(body['token'])}` }
}
beforeAll(async () => {
  studio = await openTestStudio({ singleUser: false })
})
afterAll(async () => {
  hubOf(studio.payload).close()
  await studio.close()
})

it('what is said about a film reaches the other tabs of whoever sees it, and nobody else', async () => {
  const [producer, outsider] = [await signUp('producer'), await signUp('artist')]
  ;({ reviewed: film } = await reviewedFilm(studio, `pier-${studio.name.slice(-6)}`, producer))
  const seen = eventsOf(await studio.response('GET /api/events', producer))
  const unseen = eventsOf(await studio.response('GET /api/events', outsider))
  const body = { text: 'Longer', frame: 3 }
  const told = () => seen.events.filter(({ event }) => event === 'review').map(({ data }) => data)
  let written = 0
  // the stream may open a moment after the answer began
  await until('it is told', async () => {
    if (told().length > 0) return true
    if (written++ % 10 === 0) await studio.call(`POST /api/projects/${film.id}/comments`, { body, headers: producer })
    return false
  })
  expect(told()[0]).toMatchObject({ project: film.id, of: 'comments' })
  const answer = { scene: film.scenes[0], film: film.film, answer: 'changes', note: 'Slower' }
  await studio.call(`POST /api/projects/${film.id}/approvals`, { body: answer, headers: producer })
  await until('the request is told', () => told().some(({ of }) => of === 'approvals'))
  expect(JSON.stringify(seen.events)).not.toContain('Longer')
  expect(unseen.events.filter(({ event }) => event === 'review')).toEqual([])
  await Promise.all([seen.leave(), unseen.leave()])
})
