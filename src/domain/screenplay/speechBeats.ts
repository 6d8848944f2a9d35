import { isPause, type Beat, type Utterance } from './beat'
import { cutSentence } from './cutSentence'
import type { Speech, Stretch } from './headingBlocks'
import { lineCounter } from './lineCounter'
import type { Notice } from './screenplay'
import { sentencesOf } from './sentences'
import { speechPace, wordInsideSeconds, wordsSeconds } from './speechSeconds'
import { slotMostS } from './timing'

/** Seconds of words in one utterance; a word that takes longer is held to the longest slot and noted. */
const wordsMostS = slotMostS - speechPace.startS

type Place = { part: number; firstStretch: number; notices: Notice[] }

/** A speech as beats: the sentences of its stretches, those in pieces that alone would outlast a scene document. */
export const speechBeats = (speech: Speech, { part, firstStretch, notices }: Place): Beat[] =>
  speech.stretches.flatMap((stretch, at) => {
    const said = utterancesOf(stretch)
    return said.map((one, nth): Beat => {
      if (one.wordsS > wordsMostS + 0.01) notices.push(tooLong(one.words, one.fromLine))
      const wordsS = Math.min(wordsMostS, one.wordsS)
      const utterance: Utterance = {
        speech: part,
        stretch: firstStretch + at,
        character: speech.character,
        cue: speech.cue,
        extension: speech.extension,
        parenthetical: nth === 0 ? stretch.parenthetical : '',
        manner: stretch.parenthetical,
        words: one.words,
        wordsS,
        line: one.fromLine,
        dual: speech.dual,
      }
      return {
        kind: 'speech',
        part,
        text: '',
        gap: '',
        seconds: speechPace.startS + wordsS,
        fromLine: one.fromLine,
        toLine: one.toLine,
        pause: nth === 0 && isPause(stretch.parenthetical),
        detail: false,
        insideSentence: one.insideSentence,
        said: [utterance],
      }
    })
  })

const utterancesOf = ({ text, line, verse }: Stretch) => {
  const linesOf = lineCounter({ text, line })
  return sentencesOf(text, { verse }).flatMap((sentence) =>
    cutSentence(text.slice(sentence.from, sentence.to), { seconds: wordInsideSeconds, mostS: wordsMostS }).map(
      (piece, at) => {
        const slice = { from: sentence.from + piece.from, to: sentence.from + piece.to }
        const words = text.slice(slice.from, slice.to).replace(/\s+/g, ' ')
        return { words, wordsS: wordsSeconds(words), ...linesOf(slice), insideSentence: at > 0 }
      },
    ),
  )
}

const tooLong = (word: string, line: number): Notice => ({
  code: 'WORD_LONGER_THAN_A_SCENE',
  line,
  what: `“${word.slice(0, 24)}…” takes longer to say than a scene document may last; it stays whole and is spoken faster.`,
})
