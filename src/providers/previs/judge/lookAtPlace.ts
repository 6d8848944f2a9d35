import type { ShotSize } from '@/domain/scene/vocabulary'
import type { Circumstances } from '../../spec/vision'
import { lookAtRest } from './lookAtRest'
import { percent, type Asked, type Measured } from './measured'
import { placeOverlay } from './placeOverlay'
import { isVeiled } from './veiled'

/** The least that edges of a room must agree with its enrolled picture, rough and fine together (−2 to 2). Over 240
 *  drawn rooms the least were .1 to .3 more. */
const leastInside: Record<ShotSize, number> = {
  extreme_wide: 0.66, wide: 0.6, full: 0.6, medium_wide: 0.5, medium: 0.54, over_shoulder: 0.54, medium_close: 0.6,
  close_up: 0.48, extreme_close_up: 0.55, insert: 0.6,
} // prettier-ignore
/** Open places: over 260 drawn ones .56 and more under a clear sky, .28 and more behind rain, snow or fog. */
const leastOutside = { clear: 0.45, near: 0.32, narrow: 0.3, veiled: 0.26 }
const near = new Set<ShotSize>(['insert', 'medium_close', 'close_up', 'extreme_close_up'])

/** Is this the place? The empty place is laid on its reference; of a picture with more on top, what is left of it counts. */
export const lookAtPlace = async (asked: Asked): Promise<Measured> =>
  asked.question.made ? lookAtRest(asked, asked.question.made.file) : layOnReference(asked)

const layOnReference = async (asked: Asked): Promise<Measured> => {
  const { subject, reference, circumstances } = asked.question
  if (!reference) return { yes: null, evidence: `No picture of ${subject} is enrolled.` }
  const { agrees } = await placeOverlay(asked, reference.file)
  const { whole } = await asked.look.at(asked.file, 160)
  const least = leastOf(circumstances, whole.height >= whole.width)
  return {
    yes: agrees >= least,
    evidence: `Its edges agree with the picture of ${subject} by ${percent(Math.max(0, agrees / 2))}; ${percent(least / 2)} are needed.`,
  }
}

const leastOf = ({ interior, shotSize, weather }: Circumstances, narrow: boolean): number => {
  if (interior) return leastInside[shotSize]
  if (narrow && !isVeiled(weather)) return leastOutside.narrow
  return isVeiled(weather) ? leastOutside.veiled : near.has(shotSize) ? leastOutside.near : leastOutside.clear
}
