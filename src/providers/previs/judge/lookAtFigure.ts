import { figurePoints } from './figurePoints'
import { figureSeen, type FigureSeen } from './figureSeen'
import { refined } from './fitFigure'
import { percent, type Asked, type Measured } from './measured'
import { personLight } from './personLight'

/** Somebody who fits worse is not found, and nothing can be said of them. */
const leastFound = 0.45

const lookAtFigure =
  (measure: (seen: FigureSeen, asked: Asked) => Measured | Promise<Measured>) =>
  async (asked: Asked): Promise<Measured> => {
    const { subject } = asked.question
    const seen = await figureSeen(asked)
    if (seen === 'nothing') return { yes: null, evidence: `Nothing to compare ${subject} with.` }
    if (seen === 'nobody') return { yes: null, evidence: `${subject} is not there to be looked at.` }
    return measure(seen, asked)
  }

/** The least share of the trunk's points that must have their colours. 400 drawn people had .26 and more, people dressed
 *  in another colour .12 and less. */
const leastTrunk = 0.18

/** Does somebody wear what they are enrolled in? By the trunk alone. */
export const lookAtCostume = lookAtFigure(({ fit }, { question: { subject } }) =>
  fit.trunk === null
    ? { yes: null, evidence: `Too little of what ${subject} wears is in the frame.` }
    : {
        yes: fit.trunk >= leastTrunk,
        evidence: `${percent(fit.trunk)} of the trunk are as ${subject} is enrolled; ${percent(leastTrunk)} are needed.`,
      },
)

/** How much better another side may fit. */
const mostBetter = 0.045

/** Is somebody seen from that side? No other enrolled view may fit better. */
export const lookAtView = lookAtFigure(async ({ fit, ground }, { question, look }) => {
  const { subject, others, circumstances } = question
  const light = personLight(circumstances)
  let best = 0
  for (const { file } of others)
    best = Math.max(best, refined(figurePoints(await look.cut(file), light), ground, fit).score)
  if (best === 0) return { yes: null, evidence: `No other view of ${subject} is enrolled.` }
  return {
    yes: fit.score >= leastFound && best - fit.score <= mostBetter,
    evidence: `This view of ${subject} fits by ${percent(fit.score)}, the best of the others by ${percent(best)}.`,
  }
})

/** Does somebody stand on that side of the frame? */
export const lookAtSide = lookAtFigure(({ fit, ground }, { question: { subject, claim } }) => {
  const at = fit.x / ground.plane.width
  const measured = `${subject} stands at ${percent(at)} of the width, said to be on the ${claim}.`
  if (fit.score < leastFound) return { yes: null, evidence: `${subject} is not found.` }
  return { yes: claim === 'left' ? at < 0.53 : at > 0.47, evidence: measured }
})
