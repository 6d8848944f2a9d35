import { ageWords, articles, countWords, groupWords, personNouns } from './personWords'

/** A name as it is compared: capitals without accents, marks and articles. "The Old-Man" → OLD MAN, "RENÉE" → RENEE. */
export const foldName = (name: string): string => wordsOfName(name).join(' ')

export const wordsOfName = (name: string): string[] => {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase().replace(/[’‘]/g, "'")
  const words = Array.from(plain.matchAll(/[\p{L}\p{N}](?:[\p{L}\p{N}']*[\p{L}\p{N}])?/gu), ([word]) => word)
  return words.length > 1 && articles.has(words[0] ?? '') ? words.slice(1) : words
}

/** "MAN", "OLD WOMAN", "GUARD #2", "MAN IN A GREY COAT": somebody who is called by what they are. */
export const isRole = (name: string): boolean => {
  const words = wordsOfName(name).filter((word) => !/\d/.test(word))
  const at = words.findIndex((word) => personNouns.has(word))
  if (at < 0) return false
  const after = words[at + 1]
  return after === undefined || /^(IN|WITH|AT|ON|FROM|BY|NEAR|BEHIND|ONE|TWO|THREE)$/.test(after) || ageWords.has(after)
}

/** "CROWD", "SOLDIERS", "TWO GUARDS", "BOTH", "IDA'S FRIENDS": several people, and so no character. */
export const isGroup = (name: string): boolean => {
  const words = wordsOfName(name)
  const [first = ''] = words
  const last = words.at(-1) ?? ''
  const crowd = groupWords.has(last) || (groupWords.has(first) && (everybody.has(first) || words[1] === 'OF'))
  return crowd || isSeveral(last) || (words.length > 1 && countWords.has(first) && last.endsWith('S'))
}
const everybody = new Set(['ALL', 'BOTH', 'EVERYONE', 'EVERYBODY', 'OTHERS'])
const isSeveral = (word: string): boolean => word.length > 3 && word.endsWith('S') && personNouns.has(singular(word))
const singular = (word: string): string => (word.endsWith('IES') ? `${word.slice(0, -3)}Y` : word.slice(0, -1))

/** A sentence that stands where a name stands, as scripts all in capitals have it: more than six words, or it ends like one. */
export const isSentence = (name: string): boolean =>
  wordsOfName(name).length > 6 ||
  (wordsOfName(name).length > 2 && /[.!?…]$/.test(name.trim()) && !/\b(JR|SR)\.$/.test(name))
