import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtInModels } from '@/domain/catalogue/models/builtInModels'
import { catalogueStore, type CatalogueStore } from '@/stores/catalogueStore'
import { controlDb } from '@/stores/controlDb'
import { libraryStore, type LibraryStore } from '@/stores/libraryStore'
import { seedModels } from '@/studio/seedModels'
import { openTestStudio, type TestStudio } from './openTestStudio'

let studio: TestStudio
let library: LibraryStore
let catalogue: CatalogueStore

beforeAll(async () => {
  studio = await openTestStudio()
  library = libraryStore(controlDb(studio.payload))
  catalogue = catalogueStore(library)
  await Promise.all([seedModels(library), seedModels(library)])
})
afterAll(async () => {
  await studio.close()
})

const document = async (slug: string) =>
  (await studio.call(`GET /api/models?where[slug][equals]=${slug}`)).body['docs'][0] as Record<string, any>
const row = async (id: string) => (await catalogue.models()).find((model) => model.id === id)
const change = async (slug: string, body: object) => {
  const { id } = await document(slug)
  return studio.call(`PATCH /api/models/${id}`, { body })
}

describe('the catalogue of a studio', () => {
  it('lists every model once, also when two programs put them there at the same time', async () => {
    const { body } = await studio.call('GET /api/models?limit=0')
    expect(body['docs']).toHaveLength(builtInModels.length + 6)
    expect(await catalogue.models()).toEqual(builtInModels)
  })

  it('writes nothing when nothing is new', async () => {
    const written: string[] = []
    const counted = (name: 'create' | 'update') => (_: unknown, what: object) => {
      written.push(`${name} ${JSON.stringify(what)}`)
      return Promise.resolve({} as never)
    }
    await seedModels({ ...library, create: counted('create'), update: counted('update') })
    expect(written).toEqual([])
  })

  it('takes a price a person wrote, and keeps it when the models are renewed', async () => {
    const price = { unit: 'run', nanodollars: 250_000_000, when: 'audio=no', asOf: '2026-11-22', source: 'our invoice' }
    expect((await change('fal/kling-o1', { priceRules: [price] })).status).toBe(200)
    await seedModels(library)
    expect(await row('fal/kling-o1')).toMatchObject({
      prices: [
        { unit: 'run', nanodollars: 250_000_000, when: { audio: false }, asOf: '2026-11-22', source: 'our invoice' },
      ],
      endpoint: 'fal-ai/kling-video/o1/image-to-video',
    })
  })

  it('renews what no person changed', async () => {
    const { id } = await document('fal/kling-o1')
    await library.update('models', { where: { id }, data: { endpoint: 'fal-ai/an-older-name', says: 'Older words.' } })
    await seedModels(library)
    expect(await document('fal/kling-o1')).toMatchObject({
      endpoint: 'fal-ai/kling-video/o1/image-to-video',
      priceRules: [{ source: 'our invoice' }],
    })
  })

  it('leaves out what was switched off', async () => {
    await change('fal/wan-2.6', { enabled: false })
    expect(await row('fal/wan-2.6')).toBeUndefined()
  })

  it('takes models of a person’s own', async () => {
    const body = {
      slug: 'fal/our-model', title: 'Our model', department: 'image', provider: 'fal', endpoint: 'our/model',
      facts: JSON.stringify({ fields: { seed: 'seed' }, limits: { promptCharacters: 500 } }),
    } // prettier-ignore
    expect((await studio.call('POST /api/models', { body })).status).toBe(201)
    expect(await row('fal/our-model')).toMatchObject({ kind: 'image', fields: { seed: 'seed' }, prices: [] })
  })

  it.each([
    [{ facts: '{"fields": {"colour": "red"}}' }, 'fields'],
    [{ facts: 'no JSON' }, 'facts'],
    [{ priceRules: [{ unit: 'image', nanodollars: 1, when: 'on Sundays', asOf: '2026-11-22', source: 'x' }] }, 'when'],
    [{ provider: 'somebody' }, 'provider'],
    [{ endpoint: '' }, 'endpoint'],
  ])('refuses %j and says where', async (body, field) => {
    const answer = await change('fal/veo3.1', body)
    expect(answer.status).toBe(422)
    expect(answer.body['errors'][0]).toMatchObject({
      code: 'CATALOGUE_ROW_REFUSED',
      why: expect.stringContaining(field),
    })
    expect(await row('fal/veo3.1')).toEqual(builtInModels.find(({ id }) => id === 'fal/veo3.1'))
  })
})
