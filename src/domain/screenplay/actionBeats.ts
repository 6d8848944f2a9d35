import { isPause, type Beat } from './beat'
import { cutSentence } from './cutSentence'
import type { Words } from './headingBlocks'
import { isDetail } from './isDetail'
import { lineCounter } from './lineCounter'
import { sentencesOf } from './sentences'
import { actionSeconds, wordInsideSeconds, wordsSeconds } from './speechSeconds'
import { actionMostS } from './timing'

/** A paragraph of action as beats: its sentences, those in pieces that alone would outlast a scene document. */
export const actionBeats = (words: Words, part: number): Beat[] => {
  const beats: Beat[] = []
  const linesOf = lineCounter(words)
  let before = 0
  for (const sentence of sentencesOf(words.text)) {
    for (const [at, piece] of piecesOf(words.text.slice(sentence.from, sentence.to)).entries()) {
      const slice = { from: sentence.from + piece.from, to: sentence.from + piece.to }
      const text = words.text.slice(slice.from, slice.to)
      beats.push({
        kind: 'action',
        part,
        text,
        gap: beats.length === 0 ? '\n\n' : words.text.slice(before, slice.from),
        seconds: Math.min(actionMostS, actionSeconds(text)),
        ...linesOf(slice),
        pause: isPause(text),
        detail: isDetail(text),
        insideSentence: at > 0,
        said: [],
      })
      before = slice.to
    }
  }
  return beats
}

const piecesOf = (sentence: string) => {
  const whole = actionSeconds(sentence)
  if (whole <= actionMostS) return [{ from: 0, to: sentence.length }]
  const share = whole / Math.max(0.1, wordsSeconds(sentence))
  return cutSentence(sentence, { seconds: (word) => wordInsideSeconds(word) * share, mostS: actionMostS })
}
