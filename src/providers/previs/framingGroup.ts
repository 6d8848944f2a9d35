import type { StagedPerson } from '@/domain/scene/staging'
import type { Proportions } from './proportions'

/** How a group is staged in depth: who stands in the second row is smaller, a little higher, in a gap of the first. */
export type Row = { depth: 'first' | 'second'; size: number; rise: number }

export type Face = { person: StagedPerson; index: number; body: Proportions }

const first: Row = { depth: 'first', size: 1, rise: 0 }
export const second: Row = { depth: 'second', size: 0.87, rise: 0.1 }
/** How much lower the heads of the second row are in a close frame, in heights of a grown-up. */
export const secondLower = 0.02

/** From three people on, every other one from left to right stands in the second row; whoever leads the scene, who sits
 *  and who is small stand in the first. `rise`: how much higher their feet are, in heights of a grown-up. */
export const rowsOf = (faces: readonly Face[], deep: boolean): Map<number, Row> => {
  if (!deep || faces.length < 3) return new Map(faces.map(({ index }) => [index, first]))
  const order = [...faces].sort(byPlace)
  const lead = order.findIndex(({ index }) => index === Math.min(...faces.map((one) => one.index)))
  return new Map(
    order.map(({ index, body }, at) => {
      const back = (at - lead) % 2 !== 0 && !body.low && !body.child
      return [index, back ? second : first]
    }),
  )
}

export const byPlace = (a: Face, b: Face): number => a.person.x - b.person.x || a.index - b.index

/** Half of the width somebody needs in a staggered row: faces stay clear, shoulders may overlap. Who sits or is small
 *  needs the shoulder of the neighbour as well, who would cover the face. */
export const halfInGroup = ({ headHalf, low, child }: Proportions): number =>
  low || child ? headHalf + 42 : headHalf * 0.9
