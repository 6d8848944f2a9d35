import type { Slice } from './sentences'

/** Lines of the file that slices of a text stand on; the slices must come in order. */
export const lineCounter = ({ text, line }: { text: string; line: number }) => {
  let next = text.indexOf('\n')
  let now = line
  const countTo = (end: number): number => {
    for (; next >= 0 && next < end; next = text.indexOf('\n', next + 1)) now += 1
    return now
  }
  return ({ from, to }: Slice): { fromLine: number; toLine: number } => ({
    fromLine: countTo(from),
    toLine: countTo(to),
  })
}
