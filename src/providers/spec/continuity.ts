import type { MeasuredShot } from '@/domain/continuity/measuredShot'
import type { Circumstances } from './vision'

/** Somebody in a finished picture: what their layer was laid on, what it came out as, and the enrolled view the camera sees. */
export type SeenPerson = {
  person: string
  under: { file: string }
  made: { file: string }
  view: { file: string }
  circumstances: Circumstances
}

/** One scene's pictures: the finished one it begins with, its last one, and who is in it. */
export type SeenShot = { picture: { file: string }; lastFrame: { file: string }; people: readonly SeenPerson[] }

/** Measures people against their enrolled views. The same files give the same figures. */
export type ContinuityMeter = { measure(shot: SeenShot, signal: AbortSignal): Promise<MeasuredShot> }
