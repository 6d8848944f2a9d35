import { ObjectId, type AnyBulkWriteOperation, type Document } from 'mongodb'
import { canonical } from '@/domain/canonical'
import type { StaleReason } from '@/domain/stale/staleReason'
import type { ControlDb, Tx } from './controlDb'
import type { SubjectKind } from './madeFromStore'

/** Why what was made for a subject no longer fits; no reasons: it fits. */
export type Mark = { kind: SubjectKind; subject: string; reasons: StaleReason[] }
type Marks = {
  project: string
  /** The document that changed: only its reasons are replaced. `null`: all reasons are. */
  of: string | null
  marks: readonly Mark[]
}
export type MarksStore = ReturnType<typeof marksStore>

const collectionOf = { scene: 'scene-states', character: 'characters', location: 'locations', prop: 'props' } as const

/** A scene's mark is kept beside it, and told as the scene's. */
const toldAs = { 'scene-states': 'scenes', characters: 'characters', locations: 'locations', props: 'props' }

/** Stale marks: of scenes beside their status, of people, places and things on their own documents. */
export const marksStore = ({ db }: Pick<ControlDb, 'db'>) => ({
  /** Writes marks and takes away those that have no reason any more; what stands already is not touched. */
  async put({ project, of, marks }: Marks, { session }: Tx): Promise<void> {
    for (const kind of Object.keys(collectionOf) as SubjectKind[]) {
      const list = marks.filter((mark) => mark.kind === kind)
      const writes = alike(list).map((same): AnyBulkWriteOperation => ({
        updateMany: {
          filter: { ...whose(kind, project, same.subjects), ...(same.reasons.length === 0 ? onlyMarked(of) : {}) },
          update: replaced(same.reasons, of),
        },
      }))
      if (writes.length > 0) await db.collection(collectionOf[kind]).bulkWrite(writes, { session, ordered: false })
    }
  },
  /** A person keeps what was made: the mark goes, and what it said is answered; null where nothing is marked. */
  async keep(
    { kind, subject, project }: Pick<Mark, 'kind' | 'subject'> & { project: string },
    { by, reason }: { by: string; reason: string },
    { session }: Tx,
  ): Promise<StaleReason[] | null> {
    const kept = kind === 'scene' ? { kept: { by, reason, at: new Date() } } : {}
    const before = await db
      .collection<{ staleReasons?: StaleReason[] }>(collectionOf[kind])
      .findOneAndUpdate(
        { ...whose(kind, project, [subject]), stale: true },
        { $set: { stale: false, staleReasons: [], staleSince: null, ...kept } },
        { session, returnDocument: 'before' },
      )
    return before && (before.staleReasons ?? [])
  },
  /** Everything that is marked, scenes first. */
  async list(project: string): Promise<{ scenes: StaleScene[]; documents: StaleDocument[] }> {
    const marked = { project: new ObjectId(project), stale: true }
    const states = await db
      .collection<Row>('scene-states')
      .find(marked, { projection: rowFields })
      .sort({ clipName: 1 })
      .toArray()
    const documents = await Promise.all(
      (['characters', 'locations', 'props'] as const).map(async (collection) => {
        const rows = await db
          .collection<Row>(collection)
          .find(marked, { projection: rowFields })
          .sort({ name: 1 })
          .toArray()
        return rows.map((row) => ({ collection, id: row._id.toHexString(), name: row.name ?? '', ...markOf(row) }))
      }),
    )
    const scenes = states.map((row) => ({ id: String(row.scene), clipName: row.clipName ?? '', ...markOf(row) }))
    return { scenes, documents: documents.flat() }
  },
  /** How many documents of each collection are marked; a collection without any is left out. */
  async counts(project: string): Promise<Record<string, number>> {
    const marked = { project: new ObjectId(project), stale: true }
    const counted = await Promise.all(
      Object.entries(toldAs).map(
        async ([name, told]) => [told, await db.collection(name).countDocuments(marked)] as const,
      ),
    )
    return Object.fromEntries(counted.filter(([, count]) => count > 0))
  },
  /** Names of the people, places or things whose pictures no longer fit. */
  async staleNames(project: string, kind: Exclude<SubjectKind, 'scene'>): Promise<string[]> {
    const found = db
      .collection<{ name: string }>(collectionOf[kind])
      .find({ project: new ObjectId(project), stale: true }, { projection: { name: 1 } })
    return (await found.sort({ name: 1 }).toArray()).map(({ name }) => name)
  },
  /** Ids of the scenes whose result no longer fits. */
  async staleScenes(project: string): Promise<string[]> {
    const found = db
      .collection<{ scene: ObjectId }>('scene-states')
      .find({ project: new ObjectId(project), stale: true }, { projection: { scene: 1 } })
    return (await found.toArray()).map(({ scene }) => scene.toHexString())
  },
})

type Row = {
  _id: ObjectId
  scene?: ObjectId
  clipName?: string
  name?: string
  staleSince?: Date | null
  staleReasons?: StaleReason[]
}
type Since = { since: Date | null; reasons: StaleReason[] }
type StaleScene = { id: string; clipName: string } & Since
type StaleDocument = { collection: string; id: string; name: string } & Since
const rowFields = { scene: 1, clipName: 1, name: 1, staleSince: 1, staleReasons: 1 }
const markOf = ({ staleSince = null, staleReasons = [] }: Row): Since => ({ since: staleSince, reasons: staleReasons })

/** Thousands of scenes that are marked for the same are written at once. */
const alike = (marks: readonly Mark[]): { subjects: string[]; reasons: StaleReason[] }[] => {
  const groups = new Map<string, { subjects: string[]; reasons: StaleReason[] }>()
  for (const { subject, reasons } of marks) {
    const key = canonical(reasons)
    const group = groups.get(key) ?? { subjects: [], reasons }
    group.subjects.push(subject)
    groups.set(key, group)
  }
  return [...groups.values()]
}

const whose = (kind: SubjectKind, project: string, subjects: readonly string[]): Document =>
  kind === 'scene'
    ? { scene: { $in: subjects.map((subject) => new ObjectId(subject)) } }
    : { project: new ObjectId(project), name: { $in: [...subjects] } }

const onlyMarked = (of: string | null): Document => (of === null ? { stale: true } : { 'staleReasons.of': of })

/** Reasons of other documents stay; `stale` and its moment follow from what is left. */
const replaced = (reasons: readonly StaleReason[], of: string | null): Document[] => {
  const rows = { $literal: reasons.map((reason) => ({ ...reason, id: new ObjectId().toHexString() })) }
  const others = { $filter: { input: { $ifNull: ['$staleReasons', []] }, cond: { $ne: ['$$this.of', of] } } }
  return [
    { $set: { staleReasons: of === null ? rows : { $concatArrays: [others, rows] } } },
    { $set: { stale: { $gt: [{ $size: '$staleReasons' }, 0] } } },
    { $set: { staleSince: { $cond: ['$stale', { $ifNull: ['$staleSince', '$$NOW'] }, null] } } },
  ]
}
