import { figureSeen, type FigureSeen } from './figureSeen'
import { percent, type Asked, type Measured } from './measured'

/** How much of a head may be beyond the frame, in heads; hair and hats may reach over the upper edge. */
const most = { side: 0.3, up: 0.4 }

/** Is somebody's head in the frame? Where it was found, and by what touches the sides of the frame beside it. */
export const lookAtFrame = async (asked: Asked): Promise<Measured> => {
  const { subject } = asked.question
  const seen = await figureSeen(asked)
  if (seen === 'nothing') return { yes: null, evidence: `Nothing to compare ${subject} with.` }
  if (seen === 'nobody') return { yes: false, evidence: `${subject} is not in the frame.` }
  const { out, where } = beyond(seen)
  if (out > (where === 'the upper edge' ? most.up : most.side))
    return { yes: false, evidence: `${percent(out)} of the head of ${subject} are beyond ${where}.` }
  if (touching(seen) > mostTouching)
    return { yes: false, evidence: `The head of ${subject} is cut by the side of the frame.` }
  return { yes: true, evidence: `The head of ${subject} is in the frame.` }
}

/** Of the rows of the head, which share may be painted up to the side of the frame. */
const mostTouching = 0.45

const beyond = ({ fit, figure, ground }: FigureSeen): { out: number; where: string } => {
  const { width, height } = ground.plane
  const [wide, high] = [figure.headWide * fit.scale, figure.headHigh * fit.scale * ground.squash]
  const sides = [
    { out: (wide / 2 - fit.x) / wide, where: 'the left edge' },
    { out: (fit.x + wide / 2 - width) / wide, where: 'the right edge' },
    { out: -fit.y / high, where: 'the upper edge' },
    { out: (fit.y + high - height) / high, where: 'the lower edge' },
  ]
  return sides.reduce((worst, one) => (one.out > worst.out ? one : worst))
}

const touching = ({ fit, figure, ground: { plane, added, squash } }: FigureSeen): number => {
  const { width, height } = plane
  // An arm may reach the edge beside a head that does not.
  if (Math.min(fit.x, width - fit.x) > 0.62 * figure.headWide * fit.scale) return 0
  const from = Math.max(0, Math.floor(fit.y))
  const to = Math.min(height, Math.ceil(fit.y + figure.headHigh * fit.scale * squash))
  let [left, right] = [0, 0]
  for (let y = from; y < to; y++) {
    left += added[y * width + 1] ?? 0
    right += added[y * width + width - 2] ?? 0
  }
  return Math.max(left, right) / Math.max(1, to - from)
}
