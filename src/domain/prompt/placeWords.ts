import { findNames } from '@/domain/screenplay/namesIn'
import { sentencesOf } from '@/domain/screenplay/sentences'

const notInText = 'Not in the text.'
const somebody =
  /\b(he|she|they|him|her|his|hers|them|their|both|man|woman|men|women|boy|girl|child|children|people|nobody|somebody|crowd)\b/i
const capitals = /(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}’'-]+\p{Lu}(?![\p{L}\p{N}])/gu

/**
 * What a description says of the place itself: sentences about people are left out, or a model would draw them into the
 * empty place. People: `names`, whoever the description writes in capitals, and "she", "a man" …
 */
export const placeWords = (description: string, names: readonly string[]): string => {
  if (description === notInText) return ''
  const named = findNames([...names, ...(description.match(capitals) ?? [])])
  return sentencesOf(description)
    .map(({ from, to }) => description.slice(from, to))
    .filter((sentence) => named(sentence).length === 0 && !somebody.test(sentence))
    .join(' ')
}
