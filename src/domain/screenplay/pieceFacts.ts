import type { Beat, Utterance } from './beat'
import { isDisembodied, isUnseen, peopleOfCue } from './castNames'

/** What a piece of a heading holds, before any camera. */
export type PieceFacts = {
  /** Verbatim; paragraphs joined by a blank line. */
  action: string
  /** All spoken words, and the parentheticals they are said with. */
  words: string
  manner: string
  /** Who speaks and can be seen; who is only heard. In order, each once. */
  speakers: string[]
  voices: string[]
  /** The screenplay's text of the piece. */
  screenplayText: string
  fromLine: number
  toLine: number
  carriesSentence: boolean
}

/** Gathers the facts of one piece. `people`: names that can be seen. */
export const pieceFacts = (beats: readonly Beat[], people: ReadonlySet<string>): PieceFacts => {
  const said = beats.flatMap((beat) => beat.said)
  return {
    action: joinAction(beats),
    words: said.map((one) => one.words).join(' '),
    manner: [...new Set(said.map((one) => one.manner))].filter((one) => one !== '').join('; '),
    speakers: seenSpeakers(said, people),
    voices: [...new Set(said.filter((one) => !isSeen(one)).map((one) => one.character))],
    screenplayText: screenplayText(beats),
    fromLine: Math.min(...beats.map((beat) => beat.fromLine)),
    toLine: Math.max(...beats.map((beat) => beat.toLine)),
    carriesSentence: beats[0]?.insideSentence ?? false,
  }
}

/** Who is seen saying these words, each once, in order. */
export const seenSpeakers = (said: readonly Utterance[], people: ReadonlySet<string>): string[] => [
  ...new Set(said.filter(isSeen).flatMap((one) => peopleOfCue(one.character, people))),
]

const isSeen = ({ character, extension }: Utterance): boolean => !isUnseen(extension) && !isDisembodied(character)

const joinAction = (beats: readonly Beat[]): string => {
  let text = ''
  let after: Beat | undefined
  for (const beat of beats) {
    if (beat.kind === 'action')
      text += text === '' ? beat.text : (after?.kind === 'action' ? beat.gap : '\n\n') + beat.text
    after = beat
  }
  return text
}

const screenplayText = (beats: readonly Beat[]): string => {
  const parts: string[] = []
  let before: Utterance | undefined
  let lastAction = false
  for (const beat of beats) {
    if (beat.kind === 'action') {
      parts.push((parts.length === 0 ? '' : lastAction ? beat.gap : '\n\n') + beat.text)
      before = undefined
    }
    for (const one of beat.said) {
      parts.push(spokenText(one, before, parts.length === 0))
      before = one
    }
    lastAction = beat.kind === 'action'
  }
  return parts.join('')
}

const spokenText = (one: Utterance, before: Utterance | undefined, first: boolean): string => {
  const aside = one.parenthetical === '' ? '' : `(${one.parenthetical})\n`
  if (before?.stretch === one.stretch) return ` ${one.words}`
  if (before?.speech === one.speech) return `\n${aside}${one.words}`
  const cue = one.extension === '' ? one.cue : `${one.cue} (${one.extension})`
  return `${first ? '' : '\n\n'}${cue}${one.dual === 'right' ? ' ^' : ''}\n${aside}${one.words}`
}
