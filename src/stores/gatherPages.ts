import type { Db } from 'mongodb'
import { rawCollections, type RawItem, type RawKind } from '@/domain/gather/rawItem'

/** `key` names its content: what is sent twice is one entry. `updatedBy` changed it last; '' while nobody did. */
export type StoredRawItem = RawItem & {
  _id: string
  key?: string
  createdAt: Date
  updatedAt?: Date
  updatedBy?: string
}

/** `q`: words that title or text hold, in any case. `page` counts from 1. */
export type Asked = { kind: RawKind | null; q?: string; page: number; limit: number }

/** Entries of one kind or of all, newest first. */
export const pageOfGather = async (
  db: Db,
  { kind, q = '', page, limit }: Asked,
): Promise<{ items: StoredRawItem[]; total: number }> => {
  const names = kind ? [rawCollections[kind]] : [...new Set(Object.values(rawCollections))]
  const [first = '', ...others] = names
  const entries = db.collection(first)
  const match = { ...(kind ? { kind } : {}), ...(q === '' ? {} : { $or: [{ title: holding(q) }, { text: holding(q) }] }) }
  const all = [...others.map((coll) => ({ $unionWith: { coll } })), { $match: match }]
  const [counted, items] = await Promise.all([
    entries.aggregate<{ total: number }>([...all, { $count: 'total' }]).toArray(),
    entries
      .aggregate<StoredRawItem>([...all, { $sort: { _id: -1 } }, { $skip: (page - 1) * limit }, { $limit: limit }], { allowDiskUse: true })
      .toArray(),
  ])
  return { items, total: counted[0]?.total ?? 0 }
} // prettier-ignore

/** These very letters, in any case; nothing in them is a pattern. */
const holding = (q: string) => ({ $regex: q.replace(/[^\p{L}\p{N}\s]/gu, '\\$&'), $options: 'i' })
