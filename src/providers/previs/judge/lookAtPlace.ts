import { lookAtRest } from './lookAtRest'
import { percent, type Asked, type Measured } from './measured'
import { layFiner, layOn } from './overlay'
import { cameraViews, referenceView } from './views'

/** The least that edges of a place must agree with its reference, rough and fine together (−2 to 2). Over 100
 *  drawn rooms had .64 and more; open places from afar, with nothing falling before them, .5 and more. */
const leastOf = { inside: 0.42, outside: 0.34 }

/** Is this the place? The empty place is laid on its reference; of a picture with more on top, what is left of it counts. */
export const lookAtPlace = async (asked: Asked): Promise<Measured> =>
  asked.question.made ? lookAtRest(asked, asked.question.made.file) : layOnReference(asked)

const layOnReference = async ({ file, question, look }: Asked): Promise<Measured> => {
  const { subject, reference, circumstances } = question
  if (!reference) return { yes: null, evidence: `No picture of ${subject} is enrolled.` }
  const { whole } = await look.at(file, 160)
  const [small, smallOn, large, largeOn] = await Promise.all([
    look.edges(file, 160),
    look.edges(reference.file, 160),
    look.edges(file, 320),
    look.edges(reference.file, 320),
  ])
  const views = cameraViews(circumstances, whole)
  const rough = layOn(small, smallOn, { views, reference: referenceView(whole) })
  const fine = layFiner(large, largeOn, { rough, times: largeOn.width / smallOn.width })
  const agrees = rough.score + fine.score
  const least = circumstances.interior ? leastOf.inside : leastOf.outside
  return {
    yes: agrees >= least,
    evidence: `Its edges agree with the picture of ${subject} by ${percent(Math.max(0, agrees / 2))}; ${percent(least / 2)} are needed.`,
  }
}
