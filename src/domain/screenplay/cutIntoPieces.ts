import { limits } from '@/domain/limits'
import type { Beat } from './beat'
import { layOut } from './layOut'

/** What a cut or a join costs; the cheapest division of a heading wins. docs/timing.md explains the weights. */
const price = {
  scene: 0.6,
  /** Per squared second below 3 s, and above 5.5 s. */
  tooShort: 1,
  long: 0.5,
  longFromS: 5.5,
  cutBetweenSentences: 0.5,
  cutInsideSentence: 1.2,
  cutInsideParagraph: 0.3,
  cutAtPause: -0.8,
  joinSpeakers: 0.9,
  joinThirdSpeaker: 6,
  joinActionAndSpeech: 0.25,
  joinParagraphs: 0.3,
  joinOverPause: 0.6,
  joinDetail: 1.4,
} as const

/**
 * Divides the beats of one heading into pieces that last at most 7 s, each at least one beat: the division with the
 * lowest price over all cuts and joins. Looks at beats alone (kinds, speakers, lengths), never at running totals, so
 * a word changed for one of its length changes nothing. Time linear in the beats.
 */
export const cutIntoPieces = (beats: readonly Beat[]): Beat[][] => {
  const best: Best[] = [{ cost: 0, from: 0 }]
  for (let to = 1; to <= beats.length; to += 1) best.push(bestPieceTo(beats, to, best))
  const pieces: Beat[][] = []
  for (let to = beats.length; to > 0; to = best[to]?.from ?? 0) pieces.push(beats.slice(best[to]?.from ?? 0, to))
  return pieces.reverse()
}

type Best = { cost: number; from: number }

/** Where the last piece of the cheapest division of the first `to` beats begins. */
const bestPieceTo = (beats: readonly Beat[], to: number, best: readonly Best[]): Best => {
  let chosen = { cost: Infinity, from: to - 1 }
  for (let from = to - 1; from >= 0; from -= 1) {
    const piece = beats.slice(from, to)
    const { seconds } = layOut(piece)
    if (from < to - 1 && seconds > limits.sceneSecondsMax) break
    const cost = (best[from]?.cost ?? 0) + pieceCost(piece, seconds) + cutCost(beats[from - 1], beats[from])
    if (cost < chosen.cost - 1e-9) chosen = { cost, from }
  }
  return chosen
}

const pieceCost = (piece: readonly Beat[], seconds: number): number => {
  const short = Math.max(0, limits.sceneSecondsMin - seconds)
  const long = Math.max(0, seconds - price.longFromS)
  const speakers = new Set(piece.flatMap((beat) => beat.said.map((one) => one.character))).size
  const crowd =
    speakers > 2 && !piece.some((beat) => beat.said.length > 1) ? (speakers - 2) * price.joinThirdSpeaker : 0
  let joins = 0
  for (let at = 1; at < piece.length; at += 1) joins += joinCost(piece[at - 1], piece[at])
  return price.scene + short * short * price.tooShort + long * long * price.long + crowd + joins
}

const joinCost = (before: Beat | undefined, beat: Beat | undefined): number => {
  if (!before || !beat) return 0
  const pause = (beat.pause ? price.joinOverPause : 0) + (before.detail || beat.detail ? price.joinDetail : 0)
  if (before.kind !== beat.kind) return pause + price.joinActionAndSpeech
  if (beat.kind === 'action') return pause + (beat.gap.startsWith('\n\n') ? price.joinParagraphs : 0)
  return pause + (before.said[0]?.character === beat.said[0]?.character ? 0 : price.joinSpeakers)
}

const cutCost = (before: Beat | undefined, beat: Beat | undefined): number => {
  if (!before || !beat) return 0
  const pause = beat.pause ? price.cutAtPause : 0
  if (beat.insideSentence) return pause + price.cutInsideSentence
  if (before.kind !== beat.kind) return pause
  if (beat.kind === 'action') return pause + (beat.gap.startsWith('\n\n') ? 0 : price.cutInsideParagraph)
  return pause + (before.said[0]?.stretch === beat.said[0]?.stretch ? price.cutBetweenSentences : 0)
}
