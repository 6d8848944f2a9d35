import { breakLines } from './breakLines'

/** What is said, in seconds of the film. `dual`: one of two who speak at once. */
export type SubtitleLine = { text: string; startS: number; endS: number; dual?: '' | 'left' | 'right' | null }
/** One subtitle: at most two lines of at most 42 characters (a single longer word stays whole). */
export type SubtitleCue = { startS: number; endS: number; lines: string[] }

const shortestS = 1
const leastPageS = 0.05
const gapS = 0.04

/**
 * Subtitles of spoken lines, in order: every word, cues that start one after the other, never overlap, and end inside
 * the film of `durationS`. People who speak at the same time follow each other in the time they share.
 */
export const subtitlesOf = (lines: SubtitleLine[], { durationS }: { durationS: number }): SubtitleCue[] => {
  const told = lines.flatMap((line) => paged(line, durationS))
  const cues = together(told).flatMap(spread)
  return cues.map((cue, i) => lengthen(cue, Math.min(durationS, cues[i + 1]?.startS ?? Infinity)))
}

/** Without Fountain's emphasis marks, on one line. */
const plain = (line: string) =>
  line
    .replace(/\\([*_~\\])/g, '$1')
    .replace(/[*_~]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

type Told = { pages: string[][]; startS: number; endS: number }

/** A line with its pages, long enough for them and inside the film; nothing when it has no words. */
const paged = ({ text, startS, endS, dual }: SubtitleLine, durationS: number): Told[] => {
  const words = plain(text)
  if (words === '') return []
  const pages = pagesOf(dual ? `– ${words}` : words)
  const leastS = leastPageS * pages.length
  const fromS = Math.max(0, Math.min(startS, durationS - leastS))
  return [{ pages, startS: fromS, endS: Math.min(durationS, Math.max(endS, fromS + leastS)) }]
}

/** Lines that begin before the one before them has ended share one stretch of time. */
const together = (lines: Told[]): Told[] => {
  const groups: Told[] = []
  for (const line of lines) {
    const group = groups.at(-1)
    if (group && line.startS < group.endS - 1e-6) {
      group.pages.push(...line.pages)
      group.endS = Math.max(group.endS, line.endS)
    } else groups.push({ ...line, pages: [...line.pages] })
  }
  return groups
}

/** Cues of a group, each as long as its share of the letters. */
const spread = ({ pages, startS, endS }: Told): SubtitleCue[] => {
  const letters = (page: string[]) => page.join(' ').length + 4
  const total = pages.reduce((sum, page) => sum + letters(page), 0)
  let told = 0
  const at = () => startS + ((endS - startS) * told) / total
  return pages.map((lines) => {
    const fromS = at()
    told += letters(lines)
    return { startS: fromS, endS: at(), lines }
  })
}

const pagesOf = (text: string): string[][] => {
  const lines = breakLines(text)
  return Array.from({ length: Math.ceil(lines.length / 2) }, (_, page) => lines.slice(page * 2, page * 2 + 2))
}

/** A cue may stay for a second when nothing follows, and leaves a gap before the next one. */
const lengthen = ({ startS, endS, lines }: SubtitleCue, untilS: number): SubtitleCue => {
  const room = untilS - startS > 4 * gapS ? untilS - gapS : untilS
  const wish = Math.min(Math.max(endS, startS + shortestS), room)
  return { startS, endS: wish > startS ? wish : startS + leastPageS, lines }
}
