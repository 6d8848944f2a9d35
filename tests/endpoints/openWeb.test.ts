import { afterAll, beforeAll, expect, it } from 'vitest'
import { hubOf } from '@/endpoints/events/eventHub'
import { openWeb } from '@/endpoints/openWeb'
import { countAlertAt } from '@/stores/countAlertAt'
import { controlDb } from '@/stores/controlDb'
import { migrations } from '../../migrations/index'
import { openTestStudio, type TestStudio } from '../collections/openTestStudio'

let studio: TestStudio
beforeAll(async () => {
  studio = await openTestStudio()
})
afterAll(async () => {
  hubOf(studio.payload).close()
  await studio.close()
})

it('a web part alone keeps presses unique, also when no worker ever was there', async () => {
  const presses = controlDb(studio.payload).db.collection('presses')
  await presses.dropIndexes()
  await openWeb(migrations)(studio.payload)
  const unique = (await presses.indexes()).filter((index) => index.unique)
  expect(unique.map(({ key }) => Object.keys(key))).toEqual(expect.arrayContaining([['project', 'key'], ['project']]))
})

it('a part that dies again and again is one alert that counts, until a person dismisses it', async () => {
  const story = { code: 'WORKER_ENDED', what: 'The worker ended by itself.', why: 'w', fix: 'f' }
  for (let i = 0; i < 3; i++) await countAlertAt(studio.uri, story)
  const { body } = await studio.call('GET /api/alerts')
  expect(body['docs']).toHaveLength(1)
  expect(body['docs'][0]).toMatchObject({ times: 3, severity: 'warning', dismissed: false })
  await studio.call(`PATCH /api/alerts/${body['docs'][0].id}`, { body: { dismissed: true } })
  await countAlertAt(studio.uri, story)
  expect((await studio.call('GET /api/alerts')).body['totalDocs']).toBe(2)
})
