import { mix } from '../../colour'
import { pick } from '../../random'
import { d, path, rect, repeat } from '../shapes'
import type { Stage } from '../stage'
import type { Standing } from './standing'

const bookColours = ['#a4493d', '#3f6276', '#c79a4b', '#59705a', '#6f4d6d', '#d0c0a0', '#2f4858', '#8b5a3c'] as const

/** Shelves full of books or bottles. */
export const shelf = (
  stage: Stage,
  { x, y, w, h, colour }: Standing,
  fill: { rows: number; what: 'books' | 'bottles' | 'jars' | 'mixed'; label: string },
): string => {
  const tint = stage.at(0.1)
  const wood = tint(colour)
  const back = tint(mix(colour, '#15141a', 0.42))
  const row = h / fill.rows
  const dice = stage.dice(fill.label)
  const contents = repeat(fill.rows, (r) => {
    const floor = y - h + row * (r + 1) - 7
    let svg = ''
    for (let left = x + 12; left < x + w - 20;) {
      const [a, b, c] = [dice(), dice(), dice()]
      const item = fill.what === 'mixed' ? (a < 0.55 ? 'books' : a < 0.75 ? 'jars' : 'gap') : fill.what
      const piece = onShelf(stage, { left, floor, row, draws: [a, b, c] }, item)
      svg += piece.svg
      left += piece.width
    }
    return svg + rect([x, floor, w, 8], wood)
  })
  return (
    rect([x, y - h, w, h], back) +
    contents +
    rect([x - 8, y - h - 8, w + 16, 12], wood) +
    rect([x - 8, y - h, 12, h], wood) +
    rect([x + w - 4, y - h, 12, h], wood)
  )
}

type Spot = { left: number; floor: number; row: number; draws: [number, number, number] }

const onShelf = (
  stage: Stage,
  { left, floor, row, draws: [a, b, c] }: Spot,
  item: 'books' | 'bottles' | 'jars' | 'gap',
): { svg: string; width: number } => {
  const tint = stage.at(0.1)
  if (item === 'gap') return { svg: '', width: 26 + b * 40 }
  if (item === 'books') {
    const [w, h] = [13 + a * 17, row * (0.52 + b * 0.3)]
    return { svg: rect([left, floor - h, w, h], tint(pick(bookColours, c))), width: w + (a < 0.1 ? 16 : 1.5) }
  }
  if (item === 'jars') {
    const [w, h] = [24 + a * 14, row * (0.36 + b * 0.16)]
    return {
      svg:
        rect([left, floor - h, w, h], tint(pick(['#b9c7c0', '#c9a46a', '#8a5f48', '#d8d0bc'], c)), 'rx="5"') +
        rect([left + 2, floor - h - 6, w - 4, 8], tint('#5a4338')),
      width: w + 12,
    }
  }
  const [w, h] = [22 + a * 10, row * (0.5 + b * 0.26)]
  const glass = tint(pick(['#3f7a52', '#a5622c', '#c9a154', '#8e3f3a', '#4f7f8c', '#b9b39c'], c))
  const bottle = path(
    d`M${left} ${floor}V${floor - h * 0.58}Q${left} ${floor - h * 0.7} ${left + w * 0.34} ${floor - h * 0.74}V${floor - h}H${left + w * 0.66}V${floor - h * 0.74}Q${left + w} ${floor - h * 0.7} ${left + w} ${floor - h * 0.58}V${floor}Z`,
    glass,
  )
  return {
    svg: bottle + rect([left + 1, floor - h * 0.42, w - 2, h * 0.2], tint('#e9dfc4'), 'opacity=".65"'),
    width: w + 9,
  }
}
