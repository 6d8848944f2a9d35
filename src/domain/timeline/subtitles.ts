import { breakLines } from './breakLines'

/** What is said, in seconds of the film. `dual`: one of two who speak at once. */
export type SubtitleLine = { text: string; startS: number; endS: number; dual?: '' | 'left' | 'right' | boolean | null }
/** One subtitle: at most two lines (a single longer word stays whole). */
export type SubtitleCue = { startS: number; endS: number; lines: string[] }
/** `widest`: letters a line may have, {@link lineWidth} of the picture. */
export type SubtitleFilm = { durationS: number; fps?: number; widest?: number }

export const reading = {
  /** Letters a second that people read without haste. */
  lettersPerSecond: 17,
  /** No subtitle is shorter where nothing follows. */
  shortestS: 1,
  /** What is read slowly stays at most this long behind its sound. */
  lingerS: 1.5,
  /** Two subtitles are seen as two when this many frames lie between them. */
  gapFrames: 2,
} as const
const leastPageS = 0.05

/**
 * Subtitles of spoken lines, in order: every word, each beginning with its sound, long enough to be read where there is
 * time, two frames before the next one, inside the film. Two who speak at once stand together, each behind a dash, when
 * both fit; else they follow each other in the time they share.
 */
export const subtitlesOf = (
  lines: SubtitleLine[],
  { durationS, fps = 24, widest = 42 }: SubtitleFilm,
): SubtitleCue[] => {
  const told = lines.flatMap((line) => paged(line, { durationS, widest }))
  const cues = together(told).flatMap(spread)
  const gapS = reading.gapFrames / fps
  return cues.map((cue, i) => readable(cue, { gapS, durationS, nextS: cues[i + 1]?.startS ?? Infinity }))
}

/** Without Fountain's emphasis marks, on one line. */
const plain = (line: string) =>
  line
    .replace(/\\([*_~\\])/g, '$1')
    .replace(/[*_~]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

type Told = { pages: string[][]; startS: number; endS: number; dual: boolean }
type Room = { durationS: number; widest: number }

/** A line with its pages, long enough for them and inside the film; nothing when it has no words. */
const paged = ({ text, startS, endS, dual }: SubtitleLine, { durationS, widest }: Room): Told[] => {
  const words = plain(text)
  if (words === '') return []
  const pages = pagesOf(breakLines(dual ? `– ${words}` : words, widest))
  const leastS = leastPageS * pages.length
  const fromS = Math.max(0, Math.min(startS, durationS - leastS))
  return [{ pages, startS: fromS, endS: Math.min(durationS, Math.max(endS, fromS + leastS)), dual: Boolean(dual) }]
}

const pagesOf = (lines: string[]): string[][] =>
  Array.from({ length: Math.ceil(lines.length / 2) }, (_, page) => lines.slice(page * 2, page * 2 + 2))

/** Lines that begin before the one before them has ended share one stretch of time. */
const together = (lines: Told[]): Told[] => {
  const groups: Told[] = []
  for (const line of lines) {
    const group = groups.at(-1)
    if (group && line.startS < group.endS - 1e-6) {
      group.pages = pairOf(group, line) ?? [...group.pages, ...line.pages]
      group.endS = Math.max(group.endS, line.endS)
    } else groups.push({ ...line, pages: [...line.pages] })
  }
  return groups
}

/** Two speakers as one subtitle; null when they need more than one line each. */
const pairOf = (one: Told, other: Told): string[][] | null => {
  const [left, right] = [one.pages[0] ?? [], other.pages[0] ?? []]
  const single = [one, other].every(({ pages, dual }) => dual && pages.length === 1 && pages[0]?.length === 1)
  return single ? [[...left, ...right]] : null
}

/** Cues of a group, each as long as its share of the letters. */
const spread = ({ pages, startS, endS }: Told): SubtitleCue[] => {
  const share = (page: string[]) => lettersIn(page) + 4
  const total = pages.reduce((sum, page) => sum + share(page), 0)
  let told = 0
  const at = () => startS + ((endS - startS) * told) / total
  return pages.map((lines) => {
    const fromS = at()
    told += share(lines)
    return { startS: fromS, endS: at(), lines }
  })
}

const lettersIn = (lines: string[]): number => Array.from(lines.join(' ')).length

type Around = { gapS: number; durationS: number; nextS: number }

/** Stays as long as its letters want and the next one leaves room. */
const readable = ({ startS, endS, lines }: SubtitleCue, { gapS, durationS, nextS }: Around): SubtitleCue => {
  const wishS = Math.max(endS, startS + reading.shortestS, startS + lettersIn(lines) / reading.lettersPerSecond)
  const untilS = Math.min(nextS - startS > 3 * gapS ? nextS - gapS : nextS, durationS)
  const end = Math.min(Math.max(endS, Math.min(wishS, endS + reading.lingerS)), untilS)
  return { startS, endS: end > startS ? end : startS + leastPageS, lines }
}
