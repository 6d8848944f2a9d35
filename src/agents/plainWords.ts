/** What cannot stand in a document: addresses, marks of our own fences, control characters. */
const foreign = /:\/\/|\bwww\.|<<<|>>>|[\p{Cc}\p{Co}\p{Cn}]/u

/** Words of a model on one line; null and the reason where they cannot stand in a document. */
export const plainWords = (given: string, { most }: { most: number }): { words: string; fault: string | null } => {
  const words = given.replace(/\s+/g, ' ').trim()
  if (words === '') return { words, fault: 'it says nothing' }
  if (words.length > most) return { words, fault: `it has ${String(words.length)} characters, ${String(most)} is the most` }
  return { words, fault: foreign.test(words) ? 'it holds an address, or marks that are no words' : null }
} // prettier-ignore
