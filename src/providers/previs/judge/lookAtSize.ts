import { figureSeen } from './figureSeen'
import { percent, type Asked, type Measured } from './measured'

/** How much larger or smaller than the framing says somebody may be: sizes next to each other are 1.35 to 2.1 apart. */
const [least, most] = [0.62, 1.45]
/** A face that fills the frame is fitted to the frame. */
const leastFace = 0.5
/** Who fits worse was not found at any size the framing could mean. */
const leastFound = 0.55

/** Is somebody framed like that? By how large they were found, against how large the framing makes them. */
export const lookAtSize = async (asked: Asked): Promise<Measured> => {
  const { subject, circumstances } = asked.question
  const seen = await figureSeen(asked)
  if (seen === 'nothing') return { yes: null, evidence: 'Nothing to measure the framing by.' }
  if (seen === 'nobody') return { yes: false, evidence: `${subject} is not there to be measured.` }
  const ratio = seen.fit.scale / seen.likely
  const size = circumstances.shotSize.replaceAll('_', ' ')
  if (seen.fit.score < leastFound) return { yes: false, evidence: `At no size near ${size} ${subject} is found.` }
  const from = circumstances.shotSize === 'extreme_close_up' ? leastFace : least
  return {
    yes: ratio >= from && ratio <= most,
    evidence: `${subject} is ${percent(ratio)} as large as ${size} makes them; ${percent(from)} to ${percent(most)} is right.`,
  }
}
