import { ObjectId, type Filter } from 'mongodb'
import type { ControlDb, Tx } from './controlDb'

type CommentRow = {
  _id: ObjectId
  project: ObjectId
  text: string
  mentions: ObjectId[]
  removed: boolean
  resolvedBy: string | null
  resolvedAt: Date | null
  editedAt: Date | null
  updatedAt: Date
}
type ApprovalRow = {
  _id: ObjectId
  project: ObjectId
  scene: ObjectId
  answer: string
  settledBy: string | null
  settledAt: Date | null
  updatedAt: Date
}

const idOf = (id: string): ObjectId => new ObjectId(id)

const settledNow = (by: string) => ({ settledBy: by, settledAt: new Date(), updatedAt: new Date() })

/** What is changed of comments and requests, each only while it stands as it must; false: it does not (any more). */
export const reviewStore = ({ db }: Pick<ControlDb, 'db'>) => {
  const comments = db.collection<CommentRow>('comments')
  const approvals = db.collection<ApprovalRow>('approvals')
  const change = async (only: Filter<CommentRow>, set: Partial<CommentRow>, tx?: Tx): Promise<boolean> => {
    const { modifiedCount } = await comments.updateOne(
      { removed: { $ne: true }, ...only },
      { $set: { ...set, updatedAt: new Date() } },
      tx ? { session: tx.session } : {},
    )
    return modifiedCount === 1
  }
  return {
    /** Where nobody did before. */
    async resolve(id: string, by: string): Promise<boolean> {
      return change({ _id: idOf(id), resolvedAt: null }, { resolvedBy: by, resolvedAt: new Date() })
    },
    async reopen(id: string): Promise<boolean> {
      return change({ _id: idOf(id), resolvedAt: { $ne: null } }, { resolvedBy: null, resolvedAt: null })
    },
    /** Another text, while it still says `was`. */
    async edit(
      id: string,
      { text, was, mentions }: { text: string; was: string; mentions: string[] },
      tx: Tx,
    ): Promise<boolean> {
      return change({ _id: idOf(id), text: was }, { text, mentions: mentions.map(idOf), editedAt: new Date() }, tx)
    },
    /** Nothing of its words stays; answers to it are no longer shown. */
    async remove(id: string, tx: Tx): Promise<boolean> {
      return change({ _id: idOf(id) }, { removed: true, text: '', mentions: [] }, tx)
    },
    /** A request is done, where nobody said so before. */
    async settle(id: string, by: string): Promise<void> {
      await approvals.updateOne({ _id: idOf(id), answer: 'changes', settledAt: null }, { $set: settledNow(by) })
    },
    /** All that was requested of a scene is done. */
    async settleScene(
      { project, scene, by }: { project: string; scene: string; by: string },
      { session }: Tx,
    ): Promise<void> {
      const open = { project: idOf(project), scene: idOf(scene), answer: 'changes', settledAt: null }
      await approvals.updateMany(open, { $set: settledNow(by) }, { session })
    },
  }
}
