import type { ChangeStreamDocument, Document, ObjectId } from 'mongodb'
import type { StoredEvent } from '@/domain/run/runEvent'
import { textCollection, type ControlDb } from './controlDb'
import { watchCollection } from './watchCollection'

type Heard = {
  onEvent: (event: StoredEvent) => void
  /** Of an alert that was raised or changed. */
  onAlert: (id: string) => void
  /** Something was said about a film: a comment or an approval was written or changed. */
  onReview: (said: Said) => void
  /** This person was told something, or read it. */
  onNotice: (person: string) => void
  /** Something of this project was billed. */
  onBilled: (projectId: string) => void
  /** Changes are told from now on; whoever was told before must look what came between. */
  onOpen: () => void
  signal: AbortSignal
}

/** A comment or an approval. */
export type Said = { of: 'comments' | 'approvals'; id: string }

const told = [
  { 'ns.coll': 'run_events', operationType: 'insert' },
  { 'ns.coll': 'alerts', operationType: { $in: ['insert', 'update', 'replace'] } },
  { 'ns.coll': { $in: ['comments', 'approvals'] }, operationType: { $in: ['insert', 'update', 'replace'] } },
  { 'ns.coll': 'notifications', operationType: { $in: ['insert', 'update'] } },
  { 'ns.coll': 'generations', 'updateDescription.updatedFields.billedNanodollars': { $gt: 0 } },
]
const pipeline = [{ $match: { $or: told } }]

/** What happens in the studio, as one change stream over the whole control database, in the order it was committed. */
export const watchStudio = (
  { db }: ControlDb,
  { onEvent, onAlert, onReview, onNotice, onBilled, onOpen, signal }: Heard,
): void => {
  const projectOf = async (generation: unknown): Promise<void> => {
    const generations = textCollection<{ project: ObjectId }>(db, 'generations')
    const found = await generations.findOne({ _id: String(generation) }, { projection: { project: 1 } })
    if (found) onBilled(found.project.toHexString())
  }
  const personOf = async (notice: unknown): Promise<void> => {
    const notices = textCollection<{ person: ObjectId }>(db, 'notifications')
    const found = await notices.findOne({ _id: String(notice) }, { projection: { person: 1 } })
    if (found) onNotice(found.person.toHexString())
  }
  const onChange = (change: ChangeStreamDocument): void => {
    const { ns, documentKey, fullDocument } = change as {
      ns: { coll: string }
      documentKey: { _id: unknown }
      fullDocument?: Document
    }
    if (ns.coll === 'run_events') onEvent(fullDocument as StoredEvent)
    else if (ns.coll === 'alerts') onAlert(String(documentKey._id))
    else if (ns.coll === 'comments' || ns.coll === 'approvals') onReview({ of: ns.coll, id: String(documentKey._id) })
    else if (ns.coll === 'notifications')
      personOf(documentKey._id).catch(() => undefined) // the next look tells the count
    else projectOf(documentKey._id).catch(() => undefined) // the next one tells the sum
  }
  watchCollection(db, { pipeline, onChange, onOpen, signal })
}
