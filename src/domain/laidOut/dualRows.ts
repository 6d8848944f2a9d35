import { looksLikeCue, readCue } from '../screenplay/cue'
import type { ScreenplayElement } from '../screenplay/screenplay'
import type { Row } from './pages'

/** Two names beside each other. */
export const isDualStart = ({ segments, gap }: Row): boolean =>
  gap && segments.length === 2 && segments.every(({ text }) => looksLikeCue(text) && /\p{L}{2}/u.test(text))

/** Two speeches side by side: the left column, then the right one; `next` is the index of the row behind them. */
export const dualFrom = (rows: readonly Row[], at: number): { elements: ScreenplayElement[]; next: number } => {
  const first = rows[at]
  if (!first) return { elements: [], next: at + 1 }
  const end = rows.findIndex((row, i) => i > at && row.gap && row.segments.length === 1)
  const next = end < 0 ? rows.length : end
  const segments = rows.slice(at, next).flatMap((row) => row.segments)
  const split = first.segments.reduce((sum, { x }) => sum + x, 0) / first.segments.length
  const column = (isLeft: boolean) => segments.filter(({ x }) => x < split === isLeft).map(({ text }) => text)
  const elements = [...speechOf(column(true), 'left', first.page), ...speechOf(column(false), 'right', first.page)]
  return { elements, next }
}

const speechOf = (
  [cue = '', ...lines]: readonly string[],
  dual: 'left' | 'right',
  line: number,
): ScreenplayElement[] => {
  const { name, extension } = readCue(cue)
  const elements: ScreenplayElement[] = [
    { type: 'character', text: name, line, dual, ...(extension === '' ? {} : { extension }) },
  ]
  for (const text of lines) {
    const last = elements.at(-1)
    if (/^\(.*\)$/.test(text)) elements.push({ type: 'parenthetical', text: text.slice(1, -1), line, dual })
    else if (last?.type === 'dialogue') last.text += ` ${text}`
    else elements.push({ type: 'dialogue', text, line, dual })
  }
  return elements
}
