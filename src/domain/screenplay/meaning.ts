/** Whom a "she" or "he" can mean: everybody lately named, the last first, and what each was called. */
export type Meaning = { recent: string[]; called: Map<string, 'she' | 'he'> }

const pronoun = /\b(he|she|him|her|his|hers|they)\b/i
const heads = /^\W*(?:(?:then|now|slowly|suddenly|quietly|again|finally|at last|outside|inside|still),? )?(she|he)\b/i

const calledIn = (text: string): 'she' | 'he' | null =>
  /\b(she|hers?)\b/i.test(text) ? 'she' : /\b(he|him|his)\b/i.test(text) ? 'he' : null

/** The people of a sentence: those it names, and before them whom the pronoun at its head means. */
export const peopleMeant = (text: string, { named, meaning }: { named: string[]; meaning: Meaning }): string[] => {
  const meant =
    pronoun.test(text) && (named.length === 0 || heads.test(text)) ? whoIs(calledIn(text), meaning) : undefined
  return meant === undefined || named.includes(meant) ? named : [meant, ...named]
}

/** The last one who may be called so: of whom it is known, else of whom nothing is known. */
const whoIs = (word: 'she' | 'he' | null, { recent, called }: Meaning): string | undefined =>
  word === null
    ? recent[0]
    : (recent.find((name) => called.get(name) === word) ?? recent.find((name) => !called.has(name)))

/** Whoever is named or speaks is the one meant next; a sentence about one person tells what they are called. */
export const rememberMeant = ({ recent, called }: Meaning, people: readonly string[], text = ''): void => {
  for (const name of [...people].reverse()) {
    const at = recent.indexOf(name)
    if (at >= 0) recent.splice(at, 1)
    recent.unshift(name)
  }
  const [one, ...others] = people
  const word = others.length === 0 ? calledIn(text) : null
  if (one !== undefined && word !== null && !called.has(one)) called.set(one, word)
}
