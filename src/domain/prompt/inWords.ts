/** "screen_left" → "screen left". */
export const inWords = (name: string): string => name.replaceAll('_', ' ')

/** "a rope", "an umbrella", "two" stays as it is. */
export const withArticle = (noun: string): string =>
  noun === '' || /^(an?|the|some|two|three|his|her)\b/i.test(noun) ? noun : `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}` // prettier-ignore

/** "MARA", "MARA and TOM", "MARA, TOM and ANN". */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`

/** The parts that say something, with a comma between. */
export const joined = (parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part): part is string => part !== null && part !== undefined && part.trim() !== '').join(', ')
