import type { TransitionKind } from '@/domain/scene/vocabulary'

type Line = { character: string; startS: number; endS: number }
/** A scene document as far as its sound goes; times in seconds from its first frame. */
export type SplitScene = {
  heading: string
  sceneNumber: string
  durationS: number
  transitionIn: TransitionKind
  transitionOut: TransitionKind
  dialogue: readonly Line[]
}

/** Sound and picture need not change at once: how far they part, in seconds. */
export const splits = {
  /** A line that begins before its picture is early by at least and at most this much. */
  leadLeastS: 0.2,
  leadMostS: 0.5,
  /** Silence that stays between the line before and the early one. */
  breathS: 0.15,
  /** A speech that goes on over a cut waits this long behind it, so that its lips are seen. */
  goesOnS: 0.1,
  /** A first line that begins later than this has action before it and stays where it is. */
  firstLineMostS: 0.6,
}

/**
 * By how much all lines of a scene move forward so that its first one begins before the cut (J-cut). Only over a plain
 * cut, inside one sequence, where no action comes first, and only as far as the line before leaves silence: no word is
 * cut and no two lines meet. Who goes on speaking over the cut begins right behind it instead. 0: nothing moves.
 */
export const earlyBy = (scene: SplitScene, before: SplitScene | null): number => {
  const [first] = scene.dialogue
  if (!before || !first || first.startS > splits.firstLineMostS || !oneSequence(scene, before)) return 0
  const last = before.dialogue.reduce<Line | null>((late, line) => (late && late.endS > line.endS ? late : line), null)
  if (last?.character === first.character) return Math.max(0, first.startS - splits.goesOnS)
  const silenceS = last ? before.durationS - last.endS - splits.breathS : splits.leadMostS
  const leadS = Math.min(splits.leadMostS, silenceS)
  return leadS < splits.leadLeastS ? 0 : first.startS + leadS
}

/** Joined by a plain cut, in the same screenplay scene or going on without a pause in time. */
export const oneSequence = (scene: SplitScene, before: SplitScene): boolean =>
  before.transitionOut === 'cut' &&
  scene.transitionIn === 'cut' &&
  (scene.sceneNumber === before.sceneNumber || goesOn.test(scene.heading))

const goesOn = /\b(?:CONTINUOUS|CONT'?D|CONTINUED|CONTINUING|SAME(?: TIME)?|MOMENTS? LATER|SIMULTANEOUS)\b/i

type Timed = { startS: number; durationS: number; dual: boolean }

/**
 * Lines of a film in order, none over the one before it: what a hurried voice could not finish in its slot pushes the
 * next one back. Who is meant to speak at once does.
 */
export const withoutOverlap = <T extends Timed>(lines: readonly T[]): T[] => {
  let busyS = 0
  return lines.map((line) => {
    const startS = line.dual ? line.startS : Math.max(line.startS, Math.min(busyS, line.startS + pushedMostS))
    busyS = Math.max(busyS, startS + line.durationS)
    return { ...line, startS }
  })
}
/** Further back the lips would no longer be theirs. */
const pushedMostS = 0.3
