import { ObjectId, type ClientSession } from 'mongodb'
import { ulid } from 'ulid'
import type { ErrorStory } from '@/domain/errors/StudioError'
import type { ActKind } from '@/domain/project/projectAct'
import type { ProjectSlug } from '@/domain/project/projectSlug'
import { textCollection, type ControlDb } from '../controlDb'
import type { OutboxStore } from '../outboxStore'

/** Something done to a whole project: the wish, and how far it is. Collection `project_acts`. */
export type ProjectAct = {
  _id: string
  kind: ActKind
  project: ObjectId
  slug: ProjectSlug
  /** The project that is made; null where one is deleted. */
  target: { id: string; slug: ProjectSlug } | null
  by: string
  state: 'open' | 'done' | 'failed'
  /** Steps that are behind it. */
  done: string[]
  tries: number
  error: ErrorStory | null
  createdAt: Date
  endedAt: Date | null
}
export type NewAct = Pick<ProjectAct, 'kind' | 'slug' | 'target' | 'by'> & { projectId: string }
export type ActsStore = ReturnType<typeof actsStore>

export const actsStore = (control: ControlDb, outbox: OutboxStore) => {
  const acts = textCollection<ProjectAct>(control.db, 'project_acts')
  return {
    /** Records the wish with its job, in the caller's transaction. */
    async add({ projectId, ...wish }: NewAct, session: ClientSession): Promise<ProjectAct> {
      const act: ProjectAct = {
        _id: ulid(), ...wish, project: new ObjectId(projectId), state: 'open', done: [], tries: 0, error: null,
        createdAt: new Date(), endedAt: null,
      } // prettier-ignore
      await acts.insertOne(act, { session })
      await outbox.add('carryOutAct', { actId: act._id }, { session })
      return act
    },
    async find(id: string): Promise<ProjectAct | null> {
      return acts.findOne({ _id: id })
    },
    /** The act that works on a project now, as what is copied, made or deleted. */
    async openOn(projectId: string): Promise<ProjectAct | null> {
      return acts.findOne({
        state: 'open',
        $or: [{ project: new ObjectId(projectId) }, { 'target.id': projectId }],
      })
    },
    /** Counts a try; null when it is over already. */
    async begin(id: string): Promise<ProjectAct | null> {
      return acts.findOneAndUpdate({ _id: id, state: 'open' }, { $inc: { tries: 1 } }, { returnDocument: 'after' })
    },
    /** Waiting is no failure. */
    async waits(id: string): Promise<void> {
      await acts.updateOne({ _id: id }, { $set: { tries: 0 } })
    },
    async passed(id: string, step: string): Promise<void> {
      await acts.updateOne({ _id: id }, { $addToSet: { done: step } })
    },
    async ended(id: string, error: ErrorStory | null = null): Promise<void> {
      const state = error ? 'failed' : 'done'
      await acts.updateOne({ _id: id, state: 'open' }, { $set: { state, error, endedAt: new Date() } })
    },
  }
}
