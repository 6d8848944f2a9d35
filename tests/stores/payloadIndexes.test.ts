import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestStudio, type TestStudio } from '../collections/openTestStudio'

let studio: TestStudio
beforeAll(async () => {
  studio = await openTestStudio()
})
afterAll(() => studio.close())

it('every index Payload wants is there, of versions those of their document and time', async () => {
  const { collections, versions } = studio.payload.db as unknown as MongooseAdapter
  const keysOf = (list: readonly (readonly [object, unknown])[]) => list.map(([key]) => JSON.stringify(key))
  for (const { schema, collection } of [...Object.values(collections), ...Object.values(versions)]) {
    const there = (await collection.indexes()).map(({ key }) => JSON.stringify(key))
    const wanted = keysOf(schema.indexes()).filter((key) => !key.startsWith('{"version.'))
    expect(there, collection.name).toEqual(expect.arrayContaining(wanted))
    expect(
      there.filter((key) => key.startsWith('{"version.')),
      collection.name,
    ).toEqual([])
  }
  const slugs = await collections['projects']?.collection.indexes()
  expect(slugs?.find(({ key }) => 'slug' in key)).toMatchObject({ unique: true })
})
