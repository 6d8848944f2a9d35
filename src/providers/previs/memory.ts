import { mix } from './colour'
import type { Light } from './light'

/** The paper a memory fades to: warm by day, brown by night. */
export const memoryPaper = ({ dark, interior }: Pick<Light, 'dark' | 'interior'>): string =>
  mix('#f0d8a6', '#63401f', Math.min(0.62, dark * (interior ? 1 : 0.9)))

/** How much of that paper lies over the picture, by distance from its middle (1: the middle of no side, beyond a corner). */
const stops: readonly (readonly [at: number, share: number])[] = [
  [0, 0.27],
  [0.45, 0.31],
  [0.72, 0.5],
  [1, 0.76],
]
const reach = 0.75

/** Laid over a whole picture, people too: pale, warm, soft at the edges. Inner SVG in px of the frame. */
export const drawMemory = (light: Light, { width, height }: { width: number; height: number }): string => {
  const paper = memoryPaper(light)
  const list = stops.map(
    ([at, share]) => `<stop offset="${String(at)}" stop-color="${paper}" stop-opacity="${String(share)}"/>`,
  )
  return (
    `<defs><radialGradient id="m" cx=".5" cy=".5" r="${String(reach)}">${list.join('')}</radialGradient></defs>` +
    `<rect width="${String(width)}" height="${String(height)}" fill="url(#m)"/>`
  )
}

/** Share of paper over a point; u and v 0–1 across the frame. */
export const memoryAt = (u: number, v: number): number => {
  const away = Math.min(1, Math.hypot(u - 0.5, v - 0.5) / reach)
  const next = stops.findIndex(([at]) => at >= away)
  const [from, low] = stops[Math.max(0, next - 1)] ?? [0, 0]
  const [to, high] = stops[next] ?? [1, 0]
  return to === from ? high : low + ((high - low) * (away - from)) / (to - from)
}
