import type { StagedPerson } from '@/domain/scene/staging'
import type { Pose } from '@/domain/scene/vocabulary'

/** What of a figure matters for framing, in units of which a grown-up has 1000 (feet at 1000); children are smaller. */
export type Proportions = {
  headTop: number
  headHalf: number
  headY: number
  /** How far the head lies beside the middle of the figure: only of who lies. */
  headX: number
  bodyHalf: number
  child: boolean
  /** Does not stand: a neighbour who stands could cover the face. */
  low: boolean
  /** Half of the width two who embrace take each; 0 for everybody else. */
  hug: number
}

export const childHeight = 0.64

/** How far the head sinks below that of who stands. */
const sinks: Partial<Record<Pose, number>> = { sit: 205, sit_ground: 439, kneel: 237, run: -26 }
const halves: Partial<Record<Pose, number>> = { walk: 165, run: 250, kneel: 190, sit_ground: 200, embrace: 92 }

export const proportionsOf = (person: StagedPerson): Proportions => {
  const { look, pose } = person
  const child = look.age === 'child'
  const size = child ? childHeight : 1
  const head = child ? 1.66 : look.age === 'elder' ? 1.22 : 1.2
  if (pose === 'lie') return lying(person, { head, size })
  const headY = 164 - 69.5 * head + (sinks[pose] ?? 0)
  const half = 75.5 * head
  const at = (y: number) => 1000 - (1000 - y) * size
  return {
    headTop: at(headY - half * (1.08 + hatOf(look))),
    headHalf: half * (look.hat === 'brimmed' ? 1.45 : 1.15) * size,
    headY: at(headY),
    headX: 0,
    bodyHalf: (halves[pose] ?? (look.build === 'broad' ? 150 : 130)) * size,
    child,
    low: (sinks[pose] ?? 0) > 0,
    hug: pose === 'embrace' ? 110 * size : 0,
  }
}

/** What a hat or a bun adds to the height of a head, in half heads. */
const hatOf = ({ hat, hair }: StagedPerson['look']): number =>
  hat === 'brimmed' ? 0.3 : hat === 'none' && hair !== 'bun' ? 0.12 : 0.22

/** Who lies is as long as they are tall: the head at one end, where the view looks away from. */
const lying = ({ look, view }: StagedPerson, { head, size }: { head: number; size: number }): Proportions => {
  const half = 75.5 * head * size
  const left = view === 'left_side' || view === 'three_quarter_left'
  return {
    headTop: 1000 - 82 * size - half * 1.2,
    headHalf: half * 1.15,
    headY: 1000 - 82 * size,
    headX: (left ? 1 : -1) * (500 - 164 + 69.5 * head) * size,
    bodyHalf: 520 * size,
    child: look.age === 'child',
    low: true,
    hug: 0,
  }
}
