import { diffLines, diffWordsWithSpace, type Change } from 'diff'

/** A piece of a text that was kept, taken out or put in. */
export type TextPart = { is: 'same' | 'gone' | 'new'; text: string }

const wordsMost = 20_000
const timeout = 150
/** So much of what stayed the same is shown around a change. */
const around = 80
const shownMost = 20_000

/**
 * What changed in a long text, word by word, in very long ones line by line; what stayed the same is shortened. Null
 * where the two are too different, or too long, to be compared in the time one page may take.
 */
export const textParts = (from: string, to: string): TextPart[] | null => {
  const changes =
    from.length + to.length <= wordsMost
      ? diffWordsWithSpace(from, to, { timeout })
      : diffLines(from, to, { timeout, newlineIsToken: false })
  if (!changes) return null
  if (isAnother(changes, from, to)) return whole(from, to)
  const parts = changes.map((change, i) => partOf(change, { first: i === 0, last: i === changes.length - 1 }))
  return parts.reduce((sum, { text }) => sum + text.length, 0) > shownMost ? null : parts
}

/** Of what stayed the same, less than this share: word by word it would be a riddle. */
const leastSame = 0.4

const isAnother = (changes: readonly Change[], from: string, to: string): boolean => {
  const same = changes.reduce(
    (sum, { added, removed, value }) => (added || removed ? sum : sum + value.trim().length),
    0,
  )
  return same < leastSame * Math.min(from.length, to.length)
}

const whole = (from: string, to: string): TextPart[] | null =>
  from.length + to.length > shownMost ? null : [...piece('gone', from), ...piece('new', to)]

const piece = (is: TextPart['is'], text: string): TextPart[] => (text === '' ? [] : [{ is, text }])

type Place = { first: boolean; last: boolean }

const partOf = ({ added, removed, value }: Change, place: Place): TextPart => {
  if (added) return { is: 'new', text: value }
  if (removed) return { is: 'gone', text: value }
  return { is: 'same', text: shortened(value, place) }
}

const shortened = (text: string, { first, last }: Place): string => {
  const begin = first ? '' : text.slice(0, around)
  const end = last ? '' : text.slice(-around)
  return text.length <= begin.length + end.length + around ? text : `${begin} … ${end}`
}
