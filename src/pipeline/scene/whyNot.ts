import type { ShotSize } from '@/domain/scene/vocabulary'
import { restsAs, unlikeItsView } from '@/domain/scene/posture'
import type { QuestionKind } from '@/providers/spec/vision'
import type { PlannedLayer, ShotPlan } from './planShot'

/** Sizes that show faces and hardly anything of what people wear. */
const faces = new Set<ShotSize>(['close_up', 'extreme_close_up'])
/** Sizes near enough for rain, snow and fog to hide most of what is left of a place. */
const near = new Set<ShotSize>(['medium_close', 'close_up', 'extreme_close_up', 'insert'])

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

const notCostume: Reason = (plan, layer) =>
  notPerson(plan, layer) ??
  (faces.has(plan.staging.shotSize) ? 'So close, hardly anything of what people wear is seen.' : null)

const farInNarrow: Reason = ({ staging }, { subject }) =>
  staging.shotSize === 'extreme_wide' && staging.height >= staging.width
    ? `${subject} is too far away in a narrow frame.`
    : null

const notView: Reason = (plan, layer) =>
  notPerson(plan, layer) ??
  farInNarrow(plan, layer) ??
  (layer.others.views.length === 0 ? `No other view of ${layer.subject} is enrolled.` : null) ??
  (plan.staging.shotSize === 'extreme_close_up' ? 'So close, the outline of the head is not seen.' : null)

const notSide: Reason = (plan, layer) => {
  const person = personOf(plan, layer)
  const middle = plan.staging.people.length < 2 || Math.abs((person?.x ?? 0.5) - 0.5) < 0.08
  return notPerson(plan, layer) ?? (middle ? `${layer.subject} stands near the middle.` : null)
}

const notSize: Reason = (plan, layer) => {
  const { staging } = plan
  const none = notPerson(plan, layer) ?? farInNarrow(plan, layer)
  if (none !== null) return none
  const rests = restsAs(personOf(plan, layer)?.pose ?? 'stand')
  if (rests) return `${layer.subject} ${rests}: the framing is made for those who stand.`
  if (staging.people.length > 2 || (staging.people.length > 1 && staging.height >= staging.width))
    return 'Several people share the room of the frame and are made smaller for it.'
  return null
}

const notFrame: Reason = (plan, layer) =>
  notPerson(plan, layer) ??
  (plan.staging.shotSize === 'extreme_close_up' ? 'So close, the frame cuts the head by intent.' : null) ??
  (plan.staging.people.length > 2 && plan.staging.height >= plan.staging.width
    ? 'Several people fill a narrow frame to its sides.'
    : null)

const notCount: Reason = (plan, layer) => notPerson(plan, layer)

const ownPlace = 'The place is a picture you gave: it shows what it shows.'

const notPlace: Reason = ({ staging, placeEnrolled }) => {
  const { shotSize, weather, crowd, place } = staging
  if (place.picture) return ownPlace
  if (!placeEnrolled) return `No picture of ${place.name} from this side of the door is enrolled.`
  if (crowd > 0) return 'A crowd stands before the place.'
  if (place.interior) return null
  if (shotSize === 'extreme_close_up') return 'So near, an open place is mostly sky.'
  if (weather === 'foggy') return 'Fog hides the place.'
  if (isVeiledHere(weather) && staging.height >= staging.width)
    return `A narrow frame shows too little of a place in ${weather} weather.`
  return weather !== 'windy' && isVeiledHere(weather) && near.has(shotSize) ? `So near, ${weather} weather hides the place.` : null // prettier-ignore
}
const isVeiledHere = (weather: string) => weather === 'rainy' || weather === 'stormy' || weather === 'snowy'

const notLight: Reason = ({ staging, placeEnrolled }) => {
  if (staging.place.picture) return ownPlace
  if (!staging.place.interior) return null
  if (!placeEnrolled) return 'Inside, the hour is told by an enrolled picture of the room; there is none.'
  return staging.crowd > 0 ? 'A crowd covers the light of the room.' : null
}

const notWeather: Reason = ({ staging: { place, weather } }) => {
  if (place.picture) return ownPlace
  if (place.interior) return 'Inside, the weather is not seen.'
  return weather === 'foggy' ? 'Fog and a pale sky look alike.' : null
}

const notProp: Reason = ({ staging }, { kind, subject }) => {
  if (kind === 'person') return 'A thing in the hand is small and half covered.'
  if (staging.props.some(({ noun, picture }) => noun === subject && picture))
    return 'The thing is a picture you gave: it shows what it shows.'
  const room = roomBeside[staging.shotSize] ?? 0
  const at = staging.props.find(({ noun }) => noun === subject)?.x ?? 0.5
  return staging.people.some(({ x }) => Math.abs(x - at) < room) ? 'Somebody may stand before what lies on the ground.' : null // prettier-ignore
}

/** How far from the middle of a person a thing on the ground is seen whole, as a share of the frame's width. */
const roomBeside: Partial<Record<ShotSize, number>> = { extreme_wide: 0.06, wide: 0.095, full: 0.15 }

const asked: Reason = () => null

const reasons: Record<QuestionKind, Reason> = {
  person: notPerson,
  costume: notCostume,
  view: notView,
  side: notSide,
  size: notSize,
  frame: notFrame,
  count: notCount,
  place: notPlace,
  light: notLight,
  weather: notWeather,
  prop: notProp,
  file: asked,
  tones: asked,
  repeat: asked,
  cut: () => 'Cuts are settled by the rules of continuity.',
}
