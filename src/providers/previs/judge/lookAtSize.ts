import type { ShotSize } from '@/domain/scene/vocabulary'
import { addedBetween, sizeOf } from './added'
import type { Asked, Measured } from './measured'

/** How much room one person takes at each size, least and most, in squares of the frame's height. Neighbouring sizes
 *  overlap: people are broad and slim, sit and stretch out their arms. */
const roomOf: Partial<Record<ShotSize, readonly [number, number]>> = {
  extreme_wide: [0.0022, 0.02], wide: [0.009, 0.056], full: [0.018, 0.16], medium_wide: [0.058, 0.26],
  medium: [0.08, 0.42], medium_close: [0.1, 0.62], close_up: [0.15, 0.9], extreme_close_up: [0.2, 2],
} // prettier-ignore

/** More than this share of the frame is not a person but another picture. */
const mostOfFrame = 0.8

/** Is somebody framed like that? By how much of the frame came in with them. */
export const lookAtSize = async ({ file, question, look }: Asked): Promise<Measured> => {
  const { under, made, circumstances } = question
  const room = roomOf[circumstances.shotSize]
  if (!under || !room) return { yes: null, evidence: 'Nothing to measure the framing by.' }
  const [before, after, picture] = await Promise.all([
    look.at(under.file, 400),
    look.at(made?.file ?? file, 400),
    look.at(file, 400),
  ])
  const added = sizeOf(addedBetween(before, after)) / (picture.height * picture.height)
  const [least, most] = room
  return {
    yes: added >= least && added <= Math.min(most, mostOfFrame * (picture.width / picture.height)),
    evidence: `One person takes ${added.toFixed(3)} squares of the frame's height; ${circumstances.shotSize.replaceAll('_', ' ')} is ${String(least)} to ${String(most)}.`,
  }
}
