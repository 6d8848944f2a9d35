import type { SpokenLine } from '@/domain/scene/sceneDraft'
import type { Beat, Utterance } from './beat'
import { speechPace } from './speechSeconds'
import { milliseconds, timing } from './timing'

/** Beats of one scene document on its own clock. `seconds` is what they need; it may be below 3 s. */
export type Layout = { lines: SpokenLine[]; seconds: number }

type Clock = { now: number; lines: (SpokenLine & { stretch: number })[]; pause: boolean }

/**
 * Lays beats one after the other: first word half a second in, silences between speakers, action beside speech at
 * {@link timing}.actionBesideSpeech of its own time, utterances of one stretch joined to one line.
 */
export const layOut = (beats: readonly Beat[]): Layout => {
  if (!beats.some((beat) => beat.kind === 'speech')) {
    return { lines: [], seconds: beats.reduce<number>((sum, beat) => sum + beat.seconds, timing.afterActionS) }
  }
  const clock: Clock = { now: 0, lines: [], pause: false }
  for (const beat of beats) {
    if (beat.kind === 'action') clock.now += beat.seconds * timing.actionBesideSpeech
    else speak(clock, beat)
  }
  const lines = clock.lines.map(({ stretch: _stretch, ...line }) => ({
    ...line,
    startS: milliseconds(line.startS),
    endS: milliseconds(line.endS),
  }))
  const lastWord = Math.max(...lines.map((line) => line.endS))
  return { lines, seconds: Math.max(clock.now, lastWord + timing.afterLastWordS) }
}

const speak = (clock: Clock, beat: Beat): void => {
  const [first] = beat.said
  if (!first) return
  const start = startOf(clock, beat, first)
  let right = start + timing.dualEntersS
  for (const one of beat.said) {
    const at = one.dual === 'right' && first.dual === 'left' ? right : start
    const end = addLine(clock, one, at)
    if (one.dual === 'right') right = end + timing.sameSpeakerS
    clock.now = Math.max(clock.now, end)
  }
}

const startOf = ({ lines, now }: Clock, beat: Beat, first: Utterance): number => {
  const before = lines.at(-1)
  if (!before) return Math.max(timing.firstWordS, now)
  if (before.stretch === first.stretch && now === before.endS) return now
  const silence = before.character === first.character ? timing.sameSpeakerS : timing.betweenSpeakersS
  return Math.max(now, before.endS + silence) + (beat.pause ? timing.beatS : 0)
}

const addLine = ({ lines }: Clock, one: Utterance, at: number): number => {
  const before = lines.at(-1)
  if (before?.stretch === one.stretch && lines.length > 0) {
    before.line += ` ${one.words}`
    before.endS += timing.betweenSentencesS + one.wordsS
    return before.endS
  }
  const endS = at + speechPace.startS + one.wordsS
  lines.push({
    character: one.character, extension: one.extension, parenthetical: one.parenthetical, line: one.words,
    startS: at, endS, sourceLine: one.line, dual: one.dual, stretch: one.stretch,
  }) // prettier-ignore
  return endS
}
