import { second, secondLower } from './framingGroup'
import type { Proportions } from './proportions'

/** Heights of a standing body a lower edge must not run through: hanging hands, shoes. */
const wholes = [
  { from: 490, to: 562 },
  { from: 905, to: 1010 },
] as const

type Close = { top: number; highest: number; squash: number; bodies: readonly Proportions[] }

/** The height of a grown-up, at most `k` frame heights, at which the lower edge cuts no hanging hand and no shoe of either
 *  row: an edge there looks like a slip. `top`: where the heads begin; `highest`: the top of the tallest, in units. */
export const betweenJoints = (k: number, { top, highest, squash, bodies }: Close): number => {
  if (bodies.some(({ low, child }) => low || child)) return k
  const deep = bodies.length > 2
  const per = (to: number) => ((to - highest) / 1000) * squash
  const edges = (size: number) => [
    highest + ((1 - top) * 1000) / (size * squash),
    ...(deep ? [highest + ((1 - top - secondLower * size) * 1000) / (second.size * size * squash)] : []),
  ]
  const clean = (size: number) =>
    edges(size).every((edge) => wholes.every(({ from, to }) => edge <= from || edge >= to - 1))
  const sizes = wholes.flatMap(({ to }) => [(1 - top) / per(to), (1 - top) / (second.size * per(to) + secondLower)])
  return [k, ...sizes.filter((size) => size < k).sort((a, b) => b - a)].find(clean) ?? k
}
