import { limits } from '@/domain/limits'

/** The timing model of a scene document, in seconds. docs/timing.md says where each number comes from. */
export const timing = {
  /** From the first frame to the first word; never below `firstWordLeastS`. */
  firstWordS: 0.5,
  firstWordLeastS: 0.3,
  /** Silence between two speakers. */
  betweenSpeakersS: 0.3,
  /** Silence when the same speaker goes on after a parenthetical. */
  sameSpeakerS: 0.15,
  /** Silence between two sentences of one speech. */
  betweenSentencesS: 0.4,
  /** What "(beat)" or "A beat." is worth. */
  beatS: 0.8,
  /** In dual dialogue the right column enters this much after the left one. */
  dualEntersS: 0.4,
  /** The last slot ends this long before the scene does: the promised 0.1 s and a margin. */
  afterLastWordS: limits.lineEndsBeforeSceneS + 0.15,
  /** Share of an action's own time that it needs beside speech: people act while they talk. */
  actionBesideSpeech: 0.6,
  /** A picture without words breathes this much longer than its action. */
  afterActionS: 0.3,
  /** The first fade in of a film hides the picture this long before anybody should speak. */
  fadeInLeadS: 0.4,
} as const

/** The longest slot one line can have in one scene document. */
export const slotMostS = limits.sceneSecondsMax - timing.firstWordS - timing.afterLastWordS

/** The longest action one scene document can hold. */
export const actionMostS = limits.sceneSecondsMax - timing.afterActionS

/** Whole frames for a length in seconds, kept inside the 3–7 s of a scene document. */
export const framesOf = (seconds: number, fps: number): number =>
  Math.min(limits.sceneSecondsMax * fps, Math.max(limits.sceneSecondsMin * fps, Math.ceil(seconds * fps - 1e-6)))

/** Seconds to the millisecond: sums of fractions must not leave dust in documents. */
export const milliseconds = (seconds: number): number => Math.round(seconds * 1000) / 1000

/** The least a scene document with these lines may last: 3 s, or until its last slot has ended in time. */
export const leastSeconds = (lines: readonly { endS: number }[]): number =>
  Math.max(limits.sceneSecondsMin, ...lines.map((line) => line.endS + timing.afterLastWordS))
