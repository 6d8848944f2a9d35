import type { DepthOfField, ShotSize } from '@/domain/scene/vocabulary'
import { isCovered, isDark } from './lightPlan'
import type { Sequence } from './sequences'
import { tensionStep } from './tensionSteps'

/** Focal lengths of a sequence in millimetres, full frame, and how much is sharp. */
export type LensPlan = {
  wideMm: number
  peopleMm: number
  faceMm: number
  detailMm: number
  depthOfField: DepthOfField
}
export type LensAsked = Pick<Sequence, 'place' | 'interior' | 'timeOfDay' | 'weather' | 'tension'>

const narrow = /\b(car|taxi|van|truck|cab|lift|elevator|cell|closet|corridor|hallway|tunnel|cockpit|tent|phone booth|cabin|stairwell|bathroom)\b/i // prettier-ignore

/** Narrow places are seen wider, tense ones longer: the walls come nearer and the world goes soft. */
export const lensPlanOf = (asked: LensAsked): LensPlan => {
  const step = tensionStep(asked.tension)
  return {
    wideMm: narrow.test(asked.place) ? 21 : asked.interior ? 28 : 24,
    peopleMm: { calm: 35, expectant: 40, tense: 50 }[step],
    faceMm: step === 'tense' ? 100 : 85,
    detailMm: 100,
    depthOfField: depthOf(asked),
  }
}

/** Bright air is sharp to the horizon, dark or tense air is shallow, rooms lie between. */
export const depthOf = ({ interior, timeOfDay, weather, tension }: Omit<LensAsked, 'place'>): DepthOfField => {
  if (tensionStep(tension) === 'tense') return 'shallow'
  if (interior) return 'medium'
  return isDark(timeOfDay) || isCovered(weather) ? 'medium' : 'deep'
}

const wide: readonly ShotSize[] = ['extreme_wide', 'wide']
const near: readonly ShotSize[] = ['medium_close', 'close_up', 'extreme_close_up']

/** The lens of one shot size. Over a shoulder: between people and faces. */
export const lensFor = ({ wideMm, peopleMm, faceMm, detailMm }: LensPlan, shotSize: ShotSize): number => {
  if (wide.includes(shotSize)) return wideMm
  if (near.includes(shotSize)) return faceMm
  if (shotSize === 'insert') return detailMm
  return shotSize === 'over_shoulder' ? Math.round((peopleMm + faceMm) / 2) : peopleMm
}

/** A wide picture keeps its place sharp, a near one lets it go. */
export const depthFor = ({ depthOfField }: Pick<LensPlan, 'depthOfField'>, shotSize: ShotSize): DepthOfField => {
  if (wide.includes(shotSize)) return depthOfField === 'shallow' ? 'medium' : 'deep'
  return near.includes(shotSize) || shotSize === 'insert' ? 'shallow' : depthOfField
}

const apertures: Record<DepthOfField, string> = { deep: 'f/8', medium: 'f/4', shallow: 'f/2' }
export const apertureFor = (depth: DepthOfField): string => apertures[depth]
