/** A stretch of a text: from ≤ i < to. */
export type Slice = { from: number; to: number }

/** Words that carry a full stop without ending a sentence. */
const shortened = new Set('mr mrs ms dr prof st sr jr vs etc capt cpt sgt lt mt ave vol cf approx dept'.split(' '))

/**
 * Cuts a text into its sentences, in order; together they hold every character but the blanks between them. A full
 * stop ends a sentence when a blank and no small letter follows; 。！？ end one anywhere. `verse`: every line of the
 * text is a sentence of its own.
 */
export const sentencesOf = (text: string, { verse = false }: { verse?: boolean } = {}): Slice[] => {
  const ends = /([.!?…؟।]+)(["'”’»)\]*_]*)(?=\s)|[。！？｡]+[」』”’）]*|\n/gu
  const slices: Slice[] = []
  let from = 0
  for (const match of text.matchAll(ends)) {
    const to = match.index + match[0].length
    if (!endsHere(text, { match, to, verse })) continue
    addSlice(slices, text, { from, to })
    from = to
  }
  addSlice(slices, text, { from, to: text.length })
  return slices
}

type Mark = { match: RegExpMatchArray; to: number; verse: boolean }

const endsHere = (text: string, { match, to, verse }: Mark): boolean => {
  if (match[0] === '\n') return verse || text.charAt(to) === '\n'
  const sign = match[1]
  if (sign === undefined) return true
  const next = /^\s+["'“‘«(*_¿¡]*(.)/u.exec(text.slice(to, to + 40))?.[1] ?? ''
  if (/\p{Ll}/u.test(next)) return false
  if (/^No$/i.test(wordBefore(text, match.index ?? 0)) && /\d/.test(next)) return false
  return !(sign === '.' && isShortened(text, match.index ?? 0))
}

const isShortened = (text: string, dot: number): boolean => {
  const word = wordBefore(text, dot)
  if (shortened.has(word.toLowerCase())) return true
  return (/^\p{Lu}$/u.test(word) && word !== 'I') || /^(\p{L}\.)+\p{L}$/u.test(word)
}

const wordBefore = (text: string, dot: number): string =>
  /([\p{L}.]+)$/u.exec(text.slice(Math.max(0, dot - 12), dot))?.[1] ?? ''

const addSlice = (slices: Slice[], text: string, { from, to }: Slice): void => {
  while (from < to && text.charAt(from).trim() === '') from += 1
  while (to > from && text.charAt(to - 1).trim() === '') to -= 1
  if (to === from) return
  const last = slices.at(-1)
  // A lone mark or bracket is no sentence: it stays with the words before it.
  if (last && !/[\p{L}\p{N}]/u.test(text.slice(from, to))) last.to = to
  else slices.push({ from, to })
}
