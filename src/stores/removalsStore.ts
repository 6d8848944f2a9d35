import type { ClientSession } from 'mongodb'
import { ulid } from 'ulid'
import { textCollection, type ControlDb } from './controlDb'

/** A file a person took out of the library: why, and what lost it. */
export type Removal = {
  file: string
  by: string
  /** '' where nothing used it and nothing was said. */
  reason: string
  lost: { collection: string; id: string; fields: string[] }[]
}

/** What was deleted on purpose; kept for good. */
export const removalsStore = ({ db }: Pick<ControlDb, 'db'>) => {
  const all = textCollection<Removal & { at: Date }>(db, 'removals')
  return {
    async add(removal: Removal, session?: ClientSession): Promise<void> {
      await all.insertOne({ ...removal, _id: ulid(), at: new Date() }, session ? { session } : {})
    },
  }
}
