import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Asset } from '@/domain/generation/generationKey'
import { controlDb, inTransaction, textCollection } from '@/stores/controlDb'
import { ensureIndexes } from '@/stores/ensureIndexes'
import { generationsStore } from '@/stores/generationsStore'
import { libraryStore } from '@/stores/libraryStore'
import { mediaDocument, ownMediaDocument } from '@/stores/mediaDocument'
import { newPaidCall } from '@/stores/paid/newPaidCall'
import type { PaidGeneration } from '@/stores/paid/paidGeneration'
import { openTestStudio, type TestStudio } from '../collections/openTestStudio'
import { picture } from '../support/paidStage'

let studio: TestStudio
let project = ''
beforeAll(async () => {
  studio = await openTestStudio()
  await ensureIndexes(controlDb(studio.payload).db)
  project = String((await studio.call('POST /api/projects', { body: { title: 'Pier', slug: 'pier' } })).body['doc'].id)
})
afterAll(() => studio.close())

const file = (letter: string): Asset => {
  const sha256 = letter.repeat(64)
  return { sha256, name: `${sha256}.png`, mime: 'image/png', bytes: 9 }
}
const open = () => {
  const control = controlDb(studio.payload)
  const stores = { library: libraryStore(control), generations: generationsStore(control) }
  const provenance = async (id: string) => (await stores.library.findOne('media', { id }))?.['provenance']
  const made = async (asset: Asset, more: { kind?: string; from?: Asset } = {}) =>
    provenance(await inTransaction(control, (tx) => mediaDocument(stores, { project, asset, kind: 'composite', alt: 'A pier', ...more }, tx))) // prettier-ignore
  const paid = async (asset: Asset) => {
    const at = { owner: 'studio', project, scene: null, runId: 'run', accounts: [project] }
    const call = { ...newPaidCall(picture(asset.sha256), at), state: 'STORED' as const, asset }
    await textCollection<PaidGeneration>(control.db, 'generations').insertOne(call)
    return call._id
  }
  /** Brought to the size of the film, as `paidPicture` does it. */
  const fitted = async (from: Asset, asset: Asset) => {
    const wish = { owner: project, provider: 'previs', model: 'picture-fit', version: '1', input: from.sha256, take: 1 }
    const request = { picture: from.sha256, width: 1280 }
    const { _id } = await stores.generations.intend({ wish, department: 'art', what: 'x', scene: null, prompt: '', request }) // prettier-ignore
    await stores.generations.stored(_id, { asset, answer: null, ms: 1 })
  }
  return { control, stores, provenance, made, paid, fitted }
}

describe('where a file in the library came from', () => {
  it('is told of what was paid for: the model and the call, also when it was brought to size', async () => {
    const { made, paid, fitted } = open()
    const generation = await paid(file('a'))
    await fitted(file('a'), file('b'))
    const by = { origin: 'generated', model: 'fal/nano-banana', generation }
    expect(await made(file('a'))).toMatchObject(by)
    expect(await made(file('b'))).toMatchObject(by)
    expect(await made(file('c'), { kind: 'frame', from: file('b') })).toMatchObject(by)
  })

  it('is previs where nobody was paid, and the cut or its owner where it is theirs', async () => {
    const { control, stores, provenance, made, fitted } = open()
    await fitted(file('d'), file('e'))
    expect(await made(file('e'))).toMatchObject({ origin: 'previs' })
    expect(await made(file('f'), { kind: 'film' })).toMatchObject({ origin: 'assembled' })
    const own = { project, asset: file('9'), kind: 'product', alt: 'A lamp', sourceFile: 'lamp.png' }
    const id = await inTransaction(control, (tx) => ownMediaDocument(stores, own, tx))
    expect(await provenance(id)).toMatchObject({ origin: 'import', sourceFile: 'lamp.png' })
  })
})
