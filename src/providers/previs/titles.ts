import type { TitleCard } from '@/domain/titles/titleCardsOf'
import type { Compositor, Layer } from './compositor/openCompositor'
import type { FramedPerson, Framing } from './framed'
import { rasterise } from './raster'
import type { Take } from './take'
import { textPath } from './type'

/** A card in place: px of the frame, and how strong it is in frame n (0–1). */
export type Title = { layer: Layer; x: number; y: number; strength: (n: number) => number }

/** The cards of a take that our fonts can write, each where it covers no face if that can be. */
export const drawTitles = async (compositor: Compositor, framing: Framing, take: Take): Promise<Title[]> => {
  const titles: Title[] = []
  for (const card of take.titles ?? []) {
    const drawn = drawnCard(card, framing)
    if (!drawn) continue
    const { width, height, svg } = drawn
    const raster = await rasterise({ svg, window: { x: 0, y: 0, width, height }, width, height })
    const x = 2 * Math.round((framing.width - width) / 4)
    const y = 2 * Math.round(topOf(framing, height) / 2)
    titles.push({ layer: compositor.load(raster), x, y, strength: strengthOf(card, take) })
  }
  return titles
}

const even = (n: number) => 2 * Math.ceil(n / 2)

/** Words on a soft dark cloud, so that they read on a bright sky and on a night street. */
const drawnCard = ({ large, small }: TitleCard, { width, height, unit }: Framing) => {
  const widest = 0.8 * width
  const most = Math.min(74 * unit, 0.115 * width)
  const lines = broken(large, Math.max(8, Math.floor(widest / (0.56 * most))))
  const size = lines.length > 2 ? 0.82 * most : most
  const rows = lines.map((text) => textPath({ text, size, weight: 600, letterSpacing: 0.02, maxWidth: widest }))
  const below = textPath({ text: small, size: 0.36 * size, weight: 500, letterSpacing: 0.08, maxWidth: widest })
  const wide = Math.max(below.width, ...rows.map((row) => row.width))
  if (wide === 0) return null
  const box = { width: even(Math.min(width, wide + 7 * size)), height: even(size * (1.14 * rows.length + 2.4)) }
  const middle = (row: { width: number }) => (box.width - row.width) / 2
  const at = (row: { d: string; width: number }, y: number) =>
    `<path d="${row.d}" transform="translate(${middle(row).toFixed(1)} ${y.toFixed(1)})"/>`
  const first = 1.7 * size
  const words =
    rows.map((row, i) => at(row, first + i * 1.14 * size)).join('') +
    at(below, first + (rows.length - 1) * 1.14 * size + 0.66 * size)
  const svg =
    `<defs><radialGradient id="c"><stop offset="0" stop-color="#0b0910" stop-opacity=".46"/><stop offset=".4" stop-color="#0b0910" stop-opacity=".33"/><stop offset=".75" stop-color="#0b0910" stop-opacity=".09"/>` +
    `<stop offset="1" stop-color="#0b0910" stop-opacity="0"/></radialGradient><filter id="s"><feGaussianBlur stdDeviation="${(3 * unit).toFixed(1)}"/></filter></defs>` +
    `<rect width="${String(box.width)}" height="${String(box.height)}" fill="url(#c)"/>` +
    `<g fill="#0b0910" fill-opacity=".8" filter="url(#s)">${words}</g><g fill="#fff6e4">${words}</g>`
  return { ...box, height: Math.min(box.height, even(height) - 2), svg }
}

/** Whole words to lines of about equal length, none longer than `most` letters if that can be. */
const broken = (text: string, most: number): string[] => {
  const words = text.split(' ')
  const count = Math.min(3, Math.ceil(text.length / most))
  const aim = text.length / count
  const lines: string[] = []
  for (const word of words) {
    const line = lines.at(-1)
    const fits = line !== undefined && (line.length + word.length / 2 < aim || lines.length === count)
    if (fits) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}

/** Where the least of a face is covered, as near to the middle of the frame as that allows. */
const topOf = ({ width, height, people }: Framing, tall: number): number => {
  const free = Math.max(0, 0.94 * height - tall)
  const tops = Array.from({ length: 15 }, (_, i) => 0.03 * height + (free * i) / 14)
  const cost = (top: number) =>
    people.reduce((sum, one) => sum + covered(one, { top, tall, width }), 0) +
    0.012 * width * Math.abs(top + tall / 2 - 0.47 * height)
  return tops.reduce((best, top) => (cost(top) < cost(best) ? top : best), tops[7] ?? 0)
}

/** px² of a head under the words; the body counts little. */
const covered = (
  { head, half, feetY, x }: FramedPerson,
  { top, tall, width }: { top: number; tall: number; width: number },
): number => {
  const overlap = (from: number, to: number) => Math.max(0, Math.min(to, top + tall) - Math.max(from, top))
  if (x + head.half < 0.08 * width || x - head.half > 0.92 * width) return 0
  return (
    overlap(head.top - 0.1 * head.half, head.y + 1.25 * head.half) * head.half * 2 +
    0.05 * overlap(head.y, feetY) * half
  )
}

/** The opening card stands in the first three seconds, the end card in the last two and a half. */
const strengthOf = ({ at }: TitleCard, { fps, frames }: Take) => {
  const lasts = frames / fps
  const [from, to, quick] =
    at === 'opening' ? [0.3, Math.min(3.4, lasts - 0.2), 0.6] : [Math.max(0.2, lasts - 2.6), lasts, 0.45]
  return (n: number): number => {
    const s = n / fps
    const part = Math.min((s - from) / 0.6, (to - s) / quick, 1)
    return part <= 0 ? 0 : part * part * (3 - 2 * part)
  }
}
