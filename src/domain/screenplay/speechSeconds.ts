/** Pace of a calm reading, seconds each. Counted by characters, never by a dictionary: docs/timing.md. */
export const speechPace = {
  /** Breath before and after any line. */
  startS: 0.7,
  letterS: 0.06,
  wordS: 0.065,
  digitS: 0.32,
  /** Scripts whose one sign is a syllable or a word. */
  hanS: 0.24,
  kanaS: 0.15,
  hangulS: 0.2,
  /** Thai, Lao, Khmer, Burmese: consonant signs; the vowel marks above and below cost nothing. */
  southeastS: 0.09,
  commaS: 0.25,
  stopS: 0.4,
} as const

/** Pace of action on the screen, seconds each. */
export const actionPace = { startS: 0.8, letterS: 0.038, wideSignS: 0.13, leastS: 1.2 } as const

const han = /\p{Script=Han}/gu
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu
const hangul = /\p{Script=Hangul}/gu
const southeast = /(?=\p{L})[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu
const letters = /\p{L}/gu
const digits = /\p{N}/gu
const words = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu
const commas = /[,;:،؛、，；：]|[—–]|--/gu
const stops = /[.!?…؟।。！？｡]+/gu
const tail = /[\s\p{P}\p{S}]+$/u

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/**
 * Seconds the words of a text take, without the breath around the line. Depends only on how many letters, words and
 * marks there are, so that a word changed for another of its length changes no time. Emphasis marks are silent.
 */
export const wordsSeconds = (text: string): number => {
  const said = text.replace(/[*_~]/g, '').replace(tail, '')
  return signsSeconds(said) + pauses(said)
}

/** Seconds of one word inside a sentence, with the pause its own marks make. */
export const wordInsideSeconds = (word: string): number => signsSeconds(word) + pauses(word)

const signsSeconds = (said: string): number => {
  const pace = speechPace
  const all = count(said, letters) * pace.letterS + count(said, words) * pace.wordS
  if (!/[^\p{Script=Latin}\p{P}\p{Zs}\n]/u.test(said)) return all
  const wide: [RegExp, number][] = [[han, pace.hanS], [kana, pace.kanaS], [hangul, pace.hangulS], [southeast, pace.southeastS]] // prettier-ignore
  const extra = wide.reduce((sum, [pattern, each]) => sum + count(said, pattern) * (each - pace.letterS), 0)
  return all + extra + count(said, digits) * pace.digitS
}

const pauses = (said: string): number => count(said, commas) * speechPace.commaS + count(said, stops) * speechPace.stopS

/** Seconds a line needs when it is read calmly, breath included. The scratch voice may be sped up by 1.25 at most. */
export const speechSeconds = (line: string): number => speechPace.startS + wordsSeconds(line)

/** Seconds an action sentence is worth on the screen. */
export const actionSeconds = (sentence: string): number => {
  const wide = count(sentence, han) + count(sentence, kana) + count(sentence, hangul)
  const rest = count(sentence, letters) + count(sentence, digits) - wide
  const { startS, letterS, wideSignS, leastS } = actionPace
  return Math.max(leastS, startS + rest * letterS + wide * wideSignS)
}
