/** A stretch of words in one style. */
export type StyledRun = { text: string; bold: boolean; italic: boolean; underline: boolean }

type Style = 'bold' | 'italic' | 'underline'
type Token = { text: string; marks: Mark[] }
/** One `**`, `*` or `_` of a token; `paired` says that it opens or closes a style and is not printed. */
type Mark = { style: Style; sign: string; opens: boolean; closes: boolean; paired: boolean }

/**
 * Takes Fountain's emphasis apart: `*italic*`, `**bold**`, `***both***`, `_underline_`; a backslash keeps a sign, and
 * a mark without its partner on the same line is a sign. Runs of equal style are joined. Linear in the text.
 */
export const readEmphasis = (text: string): StyledRun[] => {
  const runs: StyledRun[] = []
  text.split('\n').forEach((line, at) => {
    if (at > 0) addRun(runs, { text: '\n', bold: false, italic: false, underline: false })
    readLineRuns(line, runs)
  })
  return runs.filter((run) => run.text !== '')
}

/** The words alone, as a voice says and a subtitle shows them. */
export const withoutEmphasis = (text: string): string =>
  /[*_\\]/.test(text)
    ? readEmphasis(text)
        .map((run) => run.text)
        .join('')
    : text

const readLineRuns = (line: string, runs: StyledRun[]): void => {
  const tokens = tokensOf(line)
  pairMarks(tokens)
  const on = { bold: false, italic: false, underline: false }
  for (const { text, marks } of tokens) {
    const signs = marks.filter(({ paired }) => !paired).map(({ sign }) => sign)
    const style = { ...on }
    for (const { style: name, paired } of marks) if (paired) on[name] = !on[name]
    addRun(runs, { text: marks.length === 0 ? text : signs.join(''), ...style })
  }
}

const addRun = (runs: StyledRun[], run: StyledRun): void => {
  const last = runs.at(-1)
  if (run.text === '') return
  if (last?.bold === run.bold && last.italic === run.italic && last.underline === run.underline) last.text += run.text
  else runs.push(run)
}

const tokensOf = (line: string): Token[] =>
  Array.from(line.matchAll(/\\[*_\\]|\*+|_|[^*_\\]+|\\/g), ({ 0: text, index }) => {
    const before = line.charAt(index - 1)
    const after = line.charAt(index + text.length)
    if (text.startsWith('\\') && text.length === 2) return { text: text.charAt(1), marks: [] }
    return { text, marks: marksOf(text, before, after) }
  })

const marksOf = (text: string, before: string, after: string): Mark[] => {
  const underline = text === '_'
  const opens = after.trim() !== '' && !(underline && isWord(before))
  const closes = before.trim() !== '' && !(underline && isWord(after))
  const mark = (style: Style, sign: string): Mark => ({ style, sign, opens, closes, paired: false })
  if (underline) return [mark('underline', '_')]
  if (text === '*') return [mark('italic', '*')]
  if (text === '**') return [mark('bold', '**')]
  return text === '***' ? [mark('bold', '**'), mark('italic', '*')] : []
}

const isWord = (character: string): boolean => /[\p{L}\p{N}]/u.test(character)

const pairMarks = (tokens: Token[]): void => {
  const open = new Map<Style, Mark>()
  for (const mark of tokens.flatMap(({ marks }) => marks)) {
    const partner = open.get(mark.style)
    if (partner && mark.closes) {
      partner.paired = true
      mark.paired = true
      open.delete(mark.style)
    } else if (mark.opens) open.set(mark.style, mark)
  }
}
