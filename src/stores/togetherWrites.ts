import type { AnyBulkWriteOperation, ClientSession, Db } from 'mongodb'

type Write = { op: AnyBulkWriteOperation; after: ((isNew: boolean) => Promise<void>) | undefined }

/** Writes of one transaction that nobody reads in between: made at its end, one command for each collection. */
export type TogetherWrites = {
  /** `after` hears whether the write made a new document. */
  add: (collection: string, op: AnyBulkWriteOperation, after?: (isNew: boolean) => Promise<void>) => void
}

export const togetherWrites = (db: Db, session: ClientSession): TogetherWrites & { flush: () => Promise<void> } => {
  const writes = new Map<string, Write[]>()
  return {
    add: (collection, op, after) => {
      writes.set(collection, [...(writes.get(collection) ?? []), { op, after }])
    },
    flush: async () => {
      for (const [collection, list] of writes) {
        const ops = list.map(({ op }) => op)
        const { upsertedIds } = await db.collection(collection).bulkWrite(ops, { session })
        for (const [i, { after }] of list.entries()) await after?.(upsertedIds[i] !== undefined)
      }
    },
  }
}
