import type { ShotSize, Weather } from '@/domain/scene/vocabulary'
import { restsAs, unlikeItsView } from '@/domain/scene/posture'
import type { VisionQuestion } from '@/providers/spec/vision'
import type { PlannedLayer, ShotPlan } from './planShot'

export type QuestionKind = VisionQuestion['kind']

/** Sizes that show people from head to feet, and so the ground. */
const toTheGround = new Set<ShotSize>(['extreme_wide', 'wide', 'full'])
const veiling = new Set<Weather>(['rainy', 'stormy', 'snowy', 'foggy'])
const blurred = new Set<ShotSize>(['over_shoulder', 'medium_close', 'close_up', 'extreme_close_up', 'insert'])

/** Why a claim about a layer is not asked, in a sentence; null when it is. A question nobody can answer would only fail
 *  an honest picture. */
export const whyNot = (plan: ShotPlan, layer: PlannedLayer, kind: QuestionKind): string | null =>
  reasons[kind](plan, layer)

type Reason = (plan: ShotPlan, layer: PlannedLayer) => string | null

const personOf = ({ staging }: ShotPlan, { subject }: PlannedLayer) =>
  staging.people.find((one) => one.name === subject)

const ownFace = 'The face is a picture you gave, on a body that is drawn: no measure knows it.'

const notPerson: Reason = (plan, layer) => {
  if (personOf(plan, layer)?.portrait) return ownFace
  if (personOf(plan, layer)?.near ?? true) return 'The near person of an over-shoulder is a silhouette.'
  const rests = unlikeItsView(personOf(plan, layer)?.pose ?? 'stand')
  if (rests) return `${layer.subject} ${rests}; the enrolled pictures show people standing.`
  if (!layer.references.some((one) => one.role === 'character' && one.asset))
    return `No picture of ${layer.subject} from this side is enrolled.`
  return null
}

const notSize: Reason = (plan, layer) => {
  const person = personOf(plan, layer)
  const { staging } = plan
  if (person?.portrait) return ownFace
  if (!person || person.near || staging.people.length > 1)
    return 'People beside each other share the room of the frame.'
  if (staging.height >= staging.width) return 'An upright frame is filled by one person at almost every size.'
  const rests = restsAs(person.pose)
  if (rests) return `${layer.subject} ${rests}: the room a person takes is told of those who stand.`
  if (person.holds === 'umbrella') return 'An umbrella takes as much of the frame as a person.'
  return null
}

const ownPlace = 'The place is a picture you gave: it shows what it shows.'

const notPlace: Reason = ({ staging, placeEnrolled }) => {
  const { shotSize, weather, crowd, place } = staging
  if (place.picture) return ownPlace
  if (!placeEnrolled) return `No picture of ${place.name} from this side of the door is enrolled.`
  if (blurred.has(shotSize)) return 'So close, the place is a blur.'
  if (crowd > 0) return 'A crowd stands before the place.'
  if (place.interior) return null
  if (veiling.has(weather)) return `The place is veiled: it is ${weather}.`
  return shotSize === 'wide' || shotSize === 'extreme_wide' ? null : 'So near, an open place is mostly sky and ground.'
}

const notLight: Reason = ({ staging, placeEnrolled }) => {
  if (staging.place.picture) return ownPlace
  if (!staging.place.interior) return null
  if (!placeEnrolled) return 'Inside, the hour is told by an enrolled picture of the room; there is none.'
  return staging.crowd > 0 ? 'A crowd covers the light of the room.' : null
}

const notProp: Reason = ({ staging }, { subject }) => {
  if (staging.props.some(({ noun, picture }) => noun === subject && picture))
    return 'The thing is a picture you gave: it shows what it shows.'
  return toTheGround.has(staging.shotSize) && staging.people.length > 0
    ? 'People may stand before what lies on the ground.'
    : null
}

const reasons: Record<QuestionKind, Reason> = {
  person: notPerson,
  size: notSize,
  place: notPlace,
  light: notLight,
  prop: notProp,
  cut: () => 'Cuts are settled by the rules of continuity.',
}
