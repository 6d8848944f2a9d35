import { localProviders } from '@/studio/localProviders'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectSlug } from '@/domain/project/projectSlug'
import { filmDesk, type GivenScreenplay } from '@/studio/filmDesk'
import { ownDesk } from '@/studio/ownDesk'
import { openStores } from '@/studio/openStores'
import { newOwner } from '@/stores/owner'
import { openTestDatabase, type TestDatabase } from '../support/testDatabase'

let database: TestDatabase
let desk: ReturnType<typeof filmDesk>
const slug = projectSlug(`desk-${Math.random().toString(36).slice(2, 8)}`)
const given = (more: Partial<GivenScreenplay> = {}): GivenScreenplay => ({
  name: 'film.fountain', path: '/one/film.fountain', sha256: 'a', bytes: 3, text: 'X.', format: 'fountain', title: '', ...more,
}) // prettier-ignore
const gone = () => false
const there = () => true

beforeAll(async () => {
  database = await openTestDatabase()
  const stores = openStores(database.control, { owner: newOwner(process.pid), mediaDir: database.folder })
  const providers = localProviders({
    ffmpeg: '', ffprobe: '', filters: new Set(), encoders: new Set(), fpsMode: true,
  }) // prettier-ignore
  const own = ownDesk({ stores, film: providers.film, scratchDir: database.folder })
  desk = filmDesk({ stores, providers, own })
  await desk.refuseTaken(slug, given(), there) // nobody has it yet
  await stores.gather.add(slug, {
    kind: 'screenplay', title: 'Film', text: 'X.', data: { path: '/one/film.fountain' }, source: 'import', author: 'import',
    file: { name: 'film.fountain', sha256: 'a', bytes: 3 },
  }) // prettier-ignore
})
afterAll(async () => {
  await database.control.client.db(`gather_${slug}`).dropDatabase()
  await database.close()
})

describe('a slug', () => {
  it('stays with the file its film is made from: unchanged, edited, moved or copied', async () => {
    await desk.refuseTaken(slug, given(), there)
    await desk.refuseTaken(slug, given({ sha256: 'b' }), there)
    await desk.refuseTaken(slug, given({ sha256: 'b', path: '/two/film.fountain' }), gone)
    await desk.refuseTaken(slug, given({ name: 'copy.fountain', path: '/two/copy.fountain' }), there)
  })

  it('is refused to another file, also to one of the same name while the first still stands', async () => {
    const other = given({ sha256: 'b', name: 'other.fountain', path: '/one/other.fountain' })
    await expect(desk.refuseTaken(slug, other, gone)).rejects.toMatchObject({ code: 'SLUG_TAKEN' })
    const twin = given({ sha256: 'b', path: '/two/film.fountain' })
    await expect(desk.refuseTaken(slug, twin, there)).rejects.toMatchObject({
      code: 'SLUG_TAKEN',
      why: expect.stringContaining('/one/film.fountain') as string,
    })
  })
})
