import type { ShotSize } from '@/domain/scene/vocabulary'
import type { VisionQuestion } from '../../spec/vision'
import { addedBetween, coloursIn, sizeOf } from './added'
import { agreement, colourShares, type ColourShares } from './colourShares'
import { cutOut, extentOf } from './cutOut'
import type { Lab } from './lab'
import { rgbAt, type Looked } from './looked'
import { percent, type Asked, type Measured } from './measured'
import { personLight, relit, type PersonLight } from './personLight'
import { tallOf } from './tallOf'

/** The least agreement with the enrolled view. 820 drawn people had .07 more than this and better. */
const leastOf: Record<ShotSize, number> = {
  extreme_wide: 0.45, wide: 0.48, full: 0.47, medium_wide: 0.53, medium: 0.52, over_shoulder: 0.55, medium_close: 0.6,
  close_up: 0.66, extreme_close_up: 0.58, insert: 0.5,
} // prettier-ignore

/** Is somebody in the picture? What their layer added must have the colours of their enrolled view, in this light. */
export const lookForPerson = async ({ file, question, look }: Asked): Promise<Measured> => {
  const { subject, reference, circumstances, under } = question
  if (!reference || !under) return { yes: null, evidence: `Nothing to compare ${subject} with.` }
  const far = tallOf(circumstances.shotSize, { width: 16, height: 9 }) < 1
  const longest = far ? 800 : 400
  const [picture, before, after] = await Promise.all(
    [file, under.file, question.made?.file ?? file].map((one) => look.at(one, longest)),
  )
  if (!picture || !before || !after) return { yes: null, evidence: 'A picture is missing.' }
  const added = addedBetween(before, after)
  const count = sizeOf(added)
  if (count < 12) return { yes: false, evidence: `Nobody came into the picture where ${subject} should be.` }
  const view = await look.at(reference.file, 160)
  const seen = colourShares(coloursIn(picture, added))
  return compared(
    seen,
    wantedOf(view, personLight(circumstances), tallOf(circumstances.shotSize, before.whole)),
    question,
  )
}

const compared = (
  seen: ColourShares,
  wanted: ColourShares[],
  { subject, circumstances: { shotSize } }: VisionQuestion,
): Measured => {
  const theirs = Math.max(...wanted.map((one) => agreement(seen, one)))
  // Near the face, skin and hair are most of what is seen, and many share those: nothing strange may be there either.
  const known = facesOnly.has(shotSize) ? Math.max(...wanted.map((one) => agreement(one, seen))) : 1
  const least = leastOf[shotSize]
  const strange = known < leastKnown ? ` Only ${percent(known)} of what was added is known of ${subject}.` : ''
  return {
    yes: theirs >= least && strange === '',
    evidence: `${percent(theirs)} of the colours of ${subject} are where somebody was added; ${percent(least)} are needed.${strange}`,
  }
}

const facesOnly = new Set<ShotSize>(['over_shoulder', 'medium_close', 'close_up', 'extreme_close_up'])
/** The least that the enrolled view must know of what was added; 170 drawn faces had .61 and more. */
const leastKnown = 0.53

/** Colours of the enrolled view in this light, down to where this framing may cut: children and several people show more. */
const wantedOf = (view: Looked, light: PersonLight, tall: number): ColourShares[] => {
  const figure = cutOut(view)
  const { top, bottom } = extentOf(view, figure)
  const shown = 0.88 / tall
  const cuts = new Set([0.8, 1, 1.3, 1.7].map((more) => Math.min(1, more * shown)))
  const lit: Lab[] = []
  const until = new Map<number, number>()
  for (let at = top * view.width; at < figure.length; at++) {
    if (at % view.width === 0) until.set(at / view.width, lit.length)
    if (figure[at] === 1) lit.push(relit(rgbAt(view, at), light))
  }
  return [...cuts].map((cut) => {
    const row = Math.ceil(top + cut * (bottom + 1 - top))
    return colourShares(lit.slice(0, until.get(row) ?? lit.length))
  })
}
