import type { ClientSession, ObjectId } from 'mongodb'
import type { ErrorStory } from '@/domain/errors/StudioError'
import type { OneOff } from '@/domain/oneOff/oneOff'
import type { ProjectSlug } from '@/domain/project/projectSlug'
import type { RunKind } from '@/domain/run/runPlan'
import { textCollection, type ControlDb } from './controlDb'
import { outboxStore } from './outboxStore'

/**
 * One press of a button as the web part records it. Its id becomes the run's; until a worker has planned the run, this
 * is all there is of it. `counting_down` until `startsAt`, then `starting` (gather is locked), then `planned`.
 */
export type Press = {
  _id: string
  kind: RunKind
  project: ObjectId
  slug: ProjectSlug
  state: 'counting_down' | 'starting' | 'planned' | 'cancelled' | 'failed'
  countdownMs: number
  startsAt: Date
  /** Forms with unsaved edits that hold the countdown, and until when. */
  holds: Record<string, Date>
  /** Same key and project → same press, when the body is the same too. */
  key?: string
  bodyHash: string
  /** What the run shall make; everything where nothing is said. */
  options?: PressOptions
  by: string
  error: ErrorStory | null
  createdAt: Date
}

/**
 * Of generate: only these scenes, or only what is stale, whether it stops at the stills, and its cap. Of assemble: only these
 * scenes, and what stands for one without a clip. Of export: what the hand-off shall hold. Of oneOff: what
 * shall be made, and its cap.
 */
export type PressOptions = {
  scenes?: string[]
  stale?: boolean
  until?: 'stills' | 'clips'
  fill?: 'none' | 'previs' | 'slate'
  handoff?: Record<string, string>
  oneOff?: OneOff
  /** What the run may cost at most, beside the budget of its project; whole nanodollars. */
  cap?: number
}

/** A late edit starts the countdown of the project anew, in the edit's own transaction. */
export const restartCountdown = async (
  control: ControlDb,
  { runId, session }: { runId: string; session: ClientSession },
): Promise<Date | null> => {
  const presses = textCollection<Press>(control.db, 'presses')
  const press = await presses.findOneAndUpdate(
    { _id: runId, state: 'counting_down' },
    [{ $set: { startsAt: { $add: ['$$NOW', '$countdownMs'] } } }],
    { session, returnDocument: 'after' },
  )
  if (!press) return null
  await outboxStore(control).add('planRun', { runId }, { session, notBefore: press.startsAt })
  return press.startsAt
}
