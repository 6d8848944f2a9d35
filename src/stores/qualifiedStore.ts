import type { QualifiedCollection } from '@/domain/gather/rawItem'
import { qualifiedDatabase, type ProjectSlug } from '@/domain/project/projectSlug'
import { textCollection, type ControlDb, type Tx } from './controlDb'

export type QualifiedDocument = {
  _id: string
  version: number
  generatedByAgent: string
  inputHash: string
  updatedAt: Date
} & Record<string, unknown>

export type QualifiedStore = ReturnType<typeof qualifiedStore>
export type QualifiedWrite = {
  collection: QualifiedCollection
  id: string
  fields: Record<string, unknown>
  agent: string
  inputHash: string
}

/** What the pipeline reads, in `qualified_<slug>`. */
export const qualifiedStore = (control: ControlDb) => {
  const open = (slug: ProjectSlug, collection: QualifiedCollection) =>
    textCollection<QualifiedDocument>(control.client.db(qualifiedDatabase(slug)), collection)
  return {
    /** Replaces the fields and counts the version up; nothing changes when the input hash is the one that stands. */
    async put(
      slug: ProjectSlug,
      { collection, id, fields, agent, inputHash }: QualifiedWrite,
      { session }: Tx,
    ): Promise<void> {
      const documents = open(slug, collection)
      const standing = await documents.findOne({ _id: id }, { session, projection: { inputHash: 1, version: 1 } })
      if (standing?.inputHash === inputHash) return
      const version = (standing?.version ?? 0) + 1
      const next = { ...fields, _id: id, version, generatedByAgent: agent, inputHash, updatedAt: new Date() }
      await documents.replaceOne({ _id: id }, next, { upsert: true, session })
    },
    async find(
      slug: ProjectSlug,
      { collection, id }: { collection: QualifiedCollection; id: string },
      { session }: Tx,
    ): Promise<QualifiedDocument | null> {
      return open(slug, collection).findOne({ _id: id }, { session })
    },
    async remove(
      slug: ProjectSlug,
      { collection, id }: { collection: QualifiedCollection; id: string },
      { session }: Tx,
    ): Promise<void> {
      await open(slug, collection).deleteOne({ _id: id }, { session })
    },
    async list(slug: ProjectSlug, collection: QualifiedCollection): Promise<QualifiedDocument[]> {
      return open(slug, collection).find({}).sort({ _id: 1 }).toArray()
    },
    /** Takes out what a new version of the source no longer holds. */
    async keepOnly(
      slug: ProjectSlug,
      { collection, ids }: { collection: QualifiedCollection; ids: string[] },
      { session }: Tx,
    ): Promise<void> {
      await open(slug, collection).deleteMany({ _id: { $nin: ids } }, { session })
    },
  }
}
