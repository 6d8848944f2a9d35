import { figurePoints } from './figurePoints'
import { figureSeen, type FigureSeen } from './figureSeen'
import { refined } from './fitFigure'
import { percent, type Asked, type Measured } from './measured'
import { personLight } from './personLight'

/** The least that a person's enrolled view must fit. 400 drawn people had .74 and more, other people .62 and less. */
const leastFit = 0.67
/** From very far a head is ten pixels. */
const leastFar = 0.6
/** The least of a head's points alone. */
const leastHead = 0.5
/** Who wears something else must fit better than this with the rest. */
const strangeTrunk = { most: 0.2, leastFit: 0.73 }

/** Is somebody in the picture? Their enrolled view, in this light, is laid where their layer painted: head, hair and
 *  trunk must have their colours at their places, and nobody else of the scene may fit better. */
export const lookForPerson = async (asked: Asked): Promise<Measured> => {
  const { subject } = asked.question
  const seen = await figureSeen(asked)
  if (seen === 'nothing') return { yes: null, evidence: `Nothing to compare ${subject} with.` }
  if (seen === 'nobody') return { yes: false, evidence: `Nobody came into the picture where ${subject} should be.` }
  const { fit } = seen
  const least = asked.question.circumstances.shotSize === 'extreme_wide' ? leastFar : leastFit
  const rival = await rivalOf(asked, seen)
  const like = rival > fit.score ? ' Somebody else fits better.' : ''
  return {
    yes: isTheirs(seen, least) && like === '',
    evidence: `${subject} fits by ${percent(fit.score)}, the head by ${percent(fit.head)}; ${percent(least)} are needed.${like}`,
  }
}

const isTheirs = ({ fit: { score, head, trunk } }: FigureSeen, least: number): boolean =>
  score >= least && head >= leastHead && (score >= strangeTrunk.leastFit || trunk === null || trunk > strangeTrunk.most)

/** How well the likeliest of the others fits at the same spot. */
const rivalOf = async ({ question, look }: Asked, { fit, ground }: FigureSeen): Promise<number> => {
  const light = personLight(question.circumstances)
  let best = 0
  for (const { file } of question.others)
    best = Math.max(best, refined(figurePoints(await look.cut(file), light), ground, fit).score)
  return best
}
