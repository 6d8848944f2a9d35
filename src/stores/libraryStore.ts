import type { CollectionSlug, Where } from 'payload'
import { canonical } from '@/domain/canonical'
import type { ControlDb, Tx } from './controlDb'

/** A Payload document as the pipeline sees it: relations are ids. */
export type LibraryDocument = { id: string; rev?: number; authors?: FieldAuthor[] } & Record<string, unknown>
export type FieldAuthor = { field: string; author: string; at?: string | Date }
export type Proposal = { field: string; old: unknown; new: unknown; agent: string }

/** Who writes what: only the named fields, and never over a person's. */
export type PipelineWrite = {
  collection: CollectionSlug
  /** What identifies the document, { project, name }. */
  key: Record<string, unknown>
  fields: Record<string, unknown>
  agent: string
}
export type LibraryStore = ReturnType<typeof libraryStore>

/** What stands in the fields a person kept for themselves. */
export const keptFields = (proposals: readonly Proposal[]): Record<string, unknown> =>
  Object.fromEntries(proposals.map(({ field, old }) => [field, old]))

const asWhere = (key: Record<string, unknown>): Where => ({
  and: Object.entries(key).map(([field, value]) => ({ [field]: { equals: value } })),
})
const isPipeline = (author: string): boolean => author.startsWith('agent:') || author === 'import'

/** Payload's documents, read and written without hooks, by the pipeline's own rule (film.md, Who wins). */
export const libraryStore = ({ payload }: ControlDb) => {
  const requestOf = (tx?: Tx) => (tx ? { req: tx.req } : {})

  const find = async (
    collection: CollectionSlug,
    key: Record<string, unknown>,
    { sort, tx }: { sort?: string; tx?: Tx } = {},
  ): Promise<LibraryDocument[]> => {
    const found = await payload.db.find({
      collection,
      where: asWhere(key),
      limit: 0,
      pagination: false,
      ...(sort ? { sort } : {}),
      ...requestOf(tx),
    })
    return found.docs as LibraryDocument[]
  }

  const findOne = async (
    collection: CollectionSlug,
    key: Record<string, unknown>,
    tx?: Tx,
  ): Promise<LibraryDocument | null> =>
    payload.db.findOne({
      collection,
      where: asWhere(key),
      ...requestOf(tx),
    }) as unknown as Promise<LibraryDocument | null>

  /** The document that comes first in this order ("-field": from the end). */
  const first = async (
    collection: CollectionSlug,
    key: Record<string, unknown>,
    { sort, tx }: { sort: string; tx?: Tx },
  ): Promise<LibraryDocument | null> => {
    const found = await payload.db.find({
      collection,
      where: asWhere(key),
      limit: 1,
      pagination: false,
      sort,
      ...requestOf(tx),
    })
    return (found.docs[0] ?? null) as LibraryDocument | null
  }

  const create = async (
    collection: CollectionSlug,
    data: Record<string, unknown>,
    tx?: Tx,
  ): Promise<LibraryDocument> => {
    const made: unknown = await payload.db.create({ collection, data, ...requestOf(tx) })
    return made as LibraryDocument
  }

  /** Writes fields as they are when `where` still fits; answers whether it did. */
  const update = async (
    collection: CollectionSlug,
    { where, data }: { where: Record<string, unknown>; data: Record<string, unknown> },
    tx?: Tx,
  ): Promise<boolean> => {
    const updated: unknown = await payload.db.updateOne({ collection, where: asWhere(where), data, ...requestOf(tx) })
    return updated !== null && updated !== undefined
  }

  return {
    find,
    findOne,
    first,
    create,
    update,

    /**
     * Writes what an agent made. A field a person edited last keeps the person's value; the new one comes back as a
     * proposal. Conditional on the `rev` read: a person's save in between makes it read again.
     */
    async writeByPipeline(
      { collection, key, fields, agent }: PipelineWrite,
      tx: Tx,
    ): Promise<{ id: string; proposals: Proposal[]; changed: boolean }> {
      for (;;) {
        const standing = await findOne(collection, key, tx)
        if (!standing) {
          const authors = Object.keys(fields).map((field) => ({ field, author: agent, at: new Date() }))
          const made = await create(collection, { ...key, ...fields, rev: 1, authors }, tx)
          return { id: made.id, proposals: [], changed: true }
        }
        const { set, proposals, authors } = mergeFields(standing, fields, agent)
        if (Object.keys(set).length === 0) return { id: standing.id, proposals, changed: false }
        const rev = standing.rev ?? 0
        const where = standing.rev === undefined ? { id: standing.id } : { id: standing.id, rev }
        if (await update(collection, { where, data: { ...set, authors, rev: rev + 1 } }, tx))
          return { id: standing.id, proposals, changed: true }
      }
    },

    async remove(collection: CollectionSlug, where: Record<string, unknown>, tx?: Tx): Promise<void> {
      await payload.db.deleteMany({ collection, where: asWhere(where), ...requestOf(tx) })
    },
  }
}

type Merge = { set: Record<string, unknown>; proposals: Proposal[]; authors: FieldAuthor[] }

export const mergeFields = (standing: LibraryDocument, fields: Record<string, unknown>, agent: string): Merge => {
  const last = new Map((standing.authors ?? []).map(({ field, author, at }) => [field, { author, at }]))
  const set: Record<string, unknown> = {}
  const proposals: Proposal[] = []
  for (const [field, value] of Object.entries(fields)) {
    if (same(standing[field], value)) continue
    const author = last.get(field)?.author ?? agent
    if (isPipeline(author)) {
      set[field] = value
      last.set(field, { author: agent, at: new Date() })
    } else proposals.push({ field, old: standing[field], new: value, agent })
  }
  const authors = [...last].map(([field, { author, at }]) => ({ field, author, ...(at ? { at } : {}) }))
  return { set, proposals, authors }
}

/** Payload adds ids to array rows and nulls to empty fields; those are no difference. */
const same = (a: unknown, b: unknown): boolean => canonical(plain(a)) === canonical(plain(b))
const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain)
  if (value === null || value === undefined || value === '') return null
  if (typeof value !== 'object' || value instanceof Date) return value
  const entries = Object.entries(value as Record<string, unknown>).map(([k, v]) => [k, plain(v)] as const)
  return Object.fromEntries(entries.filter(([k, v]) => k !== 'id' && v !== null))
}
