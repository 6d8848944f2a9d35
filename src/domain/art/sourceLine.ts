/** The lines of a screenplay's text, for finding where it says something. */
export type SourceText = readonly string[]
export const sourceText = (text: string): SourceText => text.split(/\r\n|\r|\n/)

type Span = { fromLine: number; toLine: number }

/** 1-based line between `fromLine` and `toLine` where these words begin; `fromLine` when they are wrapped otherwise. */
export const sourceLineOf = (source: SourceText, { fromLine, toLine }: Span, words: string): number => {
  const start = words.trim().split(/\s+/).slice(0, 4).join(' ')
  for (const head of [start, start.split(' ').slice(0, 2).join(' '), start.split(' ')[0] ?? '']) {
    if (head === '') continue
    for (let line = fromLine; line <= toLine; line += 1)
      if ((source[line - 1] ?? '').replace(/\s+/g, ' ').includes(head)) return line
  }
  return fromLine
}
