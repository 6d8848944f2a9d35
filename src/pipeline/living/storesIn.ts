import type { CollectionSlug } from 'payload'
import type { Tx } from '@/stores/controlDb'
import type { LibraryDocument, LibraryStore } from '@/stores/libraryStore'
import type { Stores } from '../stores'

/**
 * The stores as one transaction sees them, for reading much at once: every question is asked once. `known`: documents
 * that were read already, found by their id.
 */
export const storesIn = (stores: Stores, tx: Tx, known: Partial<Record<CollectionSlug, LibraryDocument[]>> = {}): Stores => {
  const answers = new Map<string, Promise<unknown>>()
  // a transaction answers one question at a time
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(ask: () => Promise<T>): Promise<T> => {
    const answer = last.then(ask)
    last = answer.catch(() => undefined)
    return answer
  }
  const once = <T>(question: unknown[], ask: () => Promise<T>): Promise<T> => {
    const key = JSON.stringify(question)
    const answer = (answers.get(key) as Promise<T> | undefined) ?? inTurn(ask)
    answers.set(key, answer)
    return answer
  }
  const byId = new Map(
    Object.entries(known).flatMap(([collection, list]) => list.map((one) => [`${collection}/${one.id}`, one] as const)),
  )
  const { library } = stores
  const reading: Pick<LibraryStore, 'find' | 'findOne' | 'first'> = {
    find: (collection, key, asked) =>
      once(['find', collection, key, asked?.sort], () => library.find(collection, key, { ...asked, tx })),
    findOne: async (collection, key) =>
      byId.get(`${collection}/${String(key.id)}`) ??
      once(['findOne', collection, key], () => library.findOne(collection, key, tx)),
    first: (collection, key, { sort }) =>
      once(['first', collection, key, sort], () => library.first(collection, key, { sort, tx })),
  }
  const { gather } = stores
  const list: typeof gather.list = (slug, kind) => once(['gather', slug, kind], () => gather.list(slug, kind))
  return { ...stores, library: { ...library, ...reading }, gather: { ...gather, list } }
} // prettier-ignore
