import type { Aspect } from '@/domain/scene/vocabulary'

/** Letters of a subtitle line that stay inside the title-safe 90 % of the picture's width. */
export const lineWidth: Record<Aspect, number> = { '16:9': 42, '1:1': 36, '4:5': 32, '9:16': 24 }
/** A sign of Han, kana or Hangul is as wide as this many letters: at most 16 of them stand in a line of 42. */
const wideSign = 2.625

/**
 * Breaks a text into lines of at most `widest` letters (16 wide signs for 42): about equally long, rather behind a mark
 * than inside a phrase, never behind an article. Every second break is one between two subtitles and rather ends a
 * sentence. A longer word of letters stays whole.
 */
export const breakLines = (text: string, widest = 42): string[] => {
  const pieces = text.split(breaks).flatMap((piece) => splitWide(piece, widest))
  const least = packed(pieces, widest)
  const counts = least === 1 ? [1] : [least, least + 1].filter((count) => Math.ceil(count / 2) === Math.ceil(least / 2))
  const best = counts.map((count) => cheapest(pieces, { count, widest })).reduce((a, b) => (b.cost < a.cost ? b : a))
  return best.lines
}

const breaks = /(?<=\s|[—–-](?=\p{L})|[。、！？，；：…」』）])/u
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/gu
/** Width of a text in letters. */
export const widthOf = (text: string): number =>
  Array.from(text).length + (text.match(wide)?.length ?? 0) * (wideSign - 1)

const spaceless =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{P}\p{M}\s]+$/u
const splitWide = (piece: string, widest: number): string[] => {
  if (widthOf(piece) <= widest || !spaceless.test(piece)) return [piece]
  const letters = Array.from(piece)
  const each = Math.max(1, Math.floor((letters.length * widest) / widthOf(piece)))
  return Array.from({ length: Math.ceil(letters.length / each) }, (_, i) =>
    letters.slice(i * each, (i + 1) * each).join(''),
  )
}

/** How many lines a text takes when each is filled as far as it goes. */
const packed = (pieces: readonly string[], widest: number): number => {
  let [lines, line] = [1, '']
  for (const piece of pieces) {
    if (line !== '' && widthOf((line + piece).trimEnd()) > widest) [lines, line] = [lines + 1, '']
    line += piece
  }
  return lines
}

type Broken = { cost: number; lines: string[] }
type Setting = { widest: number; even: number; pieces: readonly string[] }

/** The best way to set all pieces in `count` lines, by the cheapest way to set each beginning of them in fewer. */
const cheapest = (pieces: readonly string[], { count, widest }: { count: number; widest: number }): Broken => {
  const setting = { pieces, widest, even: Math.min(widest, widthOf(pieces.join('').trim()) / count) }
  let ways: (Broken | null)[] = [{ cost: 0, lines: [] }, ...pieces.map(() => null)]
  for (let nth = 1; nth <= count; nth++) {
    const before = ways
    ways = [null, ...pieces.map((_, i) => oneLineMore(before, setting, { to: i + 1, nth }))]
  }
  return ways.at(-1) ?? { cost: Infinity, lines: pieces.map((piece) => piece.trim()).filter((piece) => piece !== '') }
}

type Line = { to: number; nth: number }
const oneLineMore = (
  ways: readonly (Broken | null)[],
  { pieces, widest, even }: Setting,
  { to, nth }: Line,
): Broken | null => {
  let best: Broken | null = null
  for (let from = to - 1; from >= 0; from--) {
    const line = pieces.slice(from, to).join('').trim()
    const width = widthOf(line)
    if (width > widest && from < to - 1) break
    const before = ways[from]
    if (!before || line === '') continue
    const cost =
      before.cost + ((width - even) / widest) ** 2 + (to === pieces.length ? 0 : endCost(line, nth % 2 === 0))
    if (!best || cost < best.cost) best = { cost, lines: [...before.lines, line] }
  }
  return best
}

const small = /(?:^|\s)(?:a|an|the|of|to|in|on|at|by|for|and|or|but|my|your|his|her|its|our|their|is|are|was|not|I|don['’]t)$/i // prettier-ignore
const endCost = (line: string, ofPage: boolean): number => {
  if (/[.!?…。！？]["”'’»]?$/u.test(line)) return ofPage ? -0.5 : -0.12
  if (/[,;:—–，、；：]$/u.test(line)) return ofPage ? -0.2 : -0.1
  return small.test(line) ? 0.15 : 0
}
