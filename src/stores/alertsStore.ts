import { ObjectId } from 'mongodb'
import type { ErrorStory } from '@/domain/errors/StudioError'
import type { ControlDb, Tx } from './controlDb'

/** A value an agent would write over a person's; it waits until somebody takes or declines it. */
export type Proposed = {
  of: string
  document: string
  field: string
  /** JSON. */
  old: string
  new: string
  agent: string
}

export type Alert = Pick<ErrorStory, 'code' | 'what' | 'why' | 'fix'> & {
  /** null: of the studio itself. */
  project: string | null
  /** The same cause is one alert, counted, until a person dismisses it. */
  cause: string
  /** What made it happen this time; told twice, it counts once. */
  event: string
  /** Somebody who dismissed it does not want to hear it again. */
  once?: boolean
  severity: 'info' | 'warning' | 'error'
  run?: string
  link?: string
  proposal?: Proposed
}
export type AlertsStore = ReturnType<typeof alertsStore>

/** What people must know. One alert for one cause. */
export const alertsStore = ({ db }: Pick<ControlDb, 'db'>) => {
  const alerts = db.collection('alerts')
  return {
    async raise({ project, cause, event, once = false, ...words }: Alert, tx?: Tx): Promise<void> {
      const session = tx ? { session: tx.session } : {}
      if (once && (await alerts.findOne({ cause, dismissed: true }, { ...session, projection: { _id: 1 } }))) return
      const again = { $ne: [{ $ifNull: ['$lastEvent', ''] }, event] }
      await alerts.updateOne(
        { cause, dismissed: false },
        [
          {
            $set: {
              ...Object.fromEntries(Object.entries(words).map(([name, value]) => [name, { $literal: value }])),
              project: project === null ? null : new ObjectId(project),
              times: { $cond: [again, { $add: [{ $ifNull: ['$times', 0] }, 1] }, '$times'] },
              lastAt: { $cond: [again, '$$NOW', '$lastAt'] },
              lastEvent: event,
              createdAt: { $ifNull: ['$createdAt', '$$NOW'] },
              updatedAt: '$$NOW',
            },
          },
        ],
        { ...session, upsert: true },
      )
    },
    /** What it told of is no more: evidence came, nobody must do anything. */
    async takeBack(cause: string): Promise<void> {
      await alerts.updateMany({ cause, dismissed: false }, [
        { $set: { dismissed: true, dismissedBy: 'studio', updatedAt: '$$NOW' } },
      ])
    },
  }
}
