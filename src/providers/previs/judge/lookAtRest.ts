import type { ShotSize } from '@/domain/scene/vocabulary'
import { addedBetween, sizeOf } from './added'
import { percent, type Asked, type Measured } from './measured'

/** Least share of the empty place that is still seen once everybody stands in it. */
const leastLeft: Record<ShotSize, number> = {
  extreme_wide: 0.6, wide: 0.5, full: 0.35, medium_wide: 0.2, medium: 0.15, over_shoulder: 0.1, medium_close: 0.1,
  close_up: 0.06, extreme_close_up: 0.02, insert: 0.1,
} // prettier-ignore

/** How much of the empty place, which was judged by itself, is still in the picture as it was. */
export const lookAtRest = async ({ file, question, look }: Asked, empty: string): Promise<Measured> => {
  const [picture, before] = await Promise.all([look.at(file, 320), look.at(empty, 320)])
  const left = 1 - sizeOf(addedBetween(before, picture)) / (picture.width * picture.height)
  return {
    yes: left >= leastLeft[question.circumstances.shotSize],
    evidence: `${percent(left)} of the picture are as they were before people and things came in.`,
  }
}
