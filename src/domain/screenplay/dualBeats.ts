import type { Beat } from './beat'
import { speechPace } from './speechSeconds'
import { slotMostS, timing } from './timing'

/**
 * Joins both columns of dual dialogue to one beat, so that they are heard at once: where the left column is one
 * stretch and the longer column fits a scene document. Elsewhere they follow each other.
 */
export const joinDual = (beats: readonly Beat[]): Beat[] => {
  const joined: Beat[] = []
  for (let at = 0; at < beats.length;) {
    const left = runOf(beats, at, 'left')
    const right = left.length > 0 ? runOf(beats, at + left.length, 'right') : []
    const both = pairOf(left, right)
    if (both) joined.push(both)
    else for (const beat of left.length > 0 ? left : beats.slice(at, at + 1)) joined.push(beat)
    at += both ? left.length + right.length : Math.max(1, left.length)
  }
  return joined
}

const pairOf = (left: Beat[], right: Beat[]): Beat | null => {
  const [first] = left
  const seconds = Math.max(columnS(left), columnS(right) + timing.dualEntersS)
  const oneStretch = first?.said[0]?.stretch === left.at(-1)?.said[0]?.stretch
  if (!first || right.length === 0 || !oneStretch || seconds > slotMostS) return null
  return {
    ...first,
    seconds,
    toLine: right.at(-1)?.toLine ?? first.toLine,
    said: [...left, ...right].flatMap((beat) => beat.said),
  }
}

const runOf = (beats: readonly Beat[], from: number, dual: 'left' | 'right'): Beat[] => {
  const part = beats[from]?.part
  let to = from
  while (beats[to]?.said[0]?.dual === dual && beats[to]?.part === part) to += 1
  return beats.slice(from, to)
}

/** Seconds of a column: its sentences with their silences, and one breath for every stretch. */
const columnS = (column: readonly Beat[]): number => {
  let seconds = speechPace.startS
  for (const [at, beat] of column.entries()) {
    const sameStretch = beat.said[0]?.stretch === column[at - 1]?.said[0]?.stretch
    const silence = sameStretch ? timing.betweenSentencesS : timing.sameSpeakerS + speechPace.startS
    seconds += (beat.said[0]?.wordsS ?? 0) + (at > 0 ? silence : 0)
  }
  return seconds
}
