import { addedBetween, sizeOf } from './added'
import { percent, type Asked, type Measured } from './measured'

/** Less than this share of pixels apart, two pictures are one. */
const leastApart = 0.0005

/** Is it another picture than the one before? */
export const lookForRepeat = async ({ file, question: { reference }, look }: Asked): Promise<Measured> => {
  if (!reference) return { yes: null, evidence: 'There is no picture before this one.' }
  const [picture, before] = await Promise.all([look.at(file, 320), look.at(reference.file, 320)])
  const apart = sizeOf(addedBetween(before, picture)) / (picture.width * picture.height)
  return { yes: apart > leastApart, evidence: `${percent(apart)} of the picture differ from the one before.` }
}
