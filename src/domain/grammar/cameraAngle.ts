import type { Feeling } from './emotionOf'
import { actionWords } from './actionWords'
import { deedsOfPeople, type AngleChoice, type Framing, type Moment } from './moment'

type Rule = (moment: Moment, framing: Framing) => AngleChoice | null

/** The text itself says where the camera hangs. */
export const angleTheTextAsksFor: Rule = (m, { shotSize }) => {
  const wide = shotSize === 'extreme_wide' || shotSize === 'wide'
  if (wide && actionWords.above.test(m.action)) return { angle: 'birds_eye', why: 'angleTheTextAsksFor' }
  return wide && actionWords.below.test(m.action) ? { angle: 'worms_eye', why: 'angleTheTextAsksFor' } : null
}

/** Who threatens is seen from below. */
export const lowForThreat: Rule = (m, { focusOn }) => {
  const { emotion, intensity } = feelingOf(m, focusOn)
  const threat = actionWords.threatens.test(deedsOfPeople(m, [focusOn])) || (emotion === 'angry' && intensity >= 0.55)
  return threat && m.tension >= 0.4 ? { angle: 'low', why: 'lowForThreat' } : null
}

/** Who is beaten is seen from above. */
export const highForDefeat: Rule = (m, { focusOn }) => {
  const { emotion, intensity } = feelingOf(m, focusOn)
  const beaten = actionWords.falls.test(deedsOfPeople(m, [focusOn])) || (emotion === 'sad' && intensity >= 0.55)
  return beaten ? { angle: 'high', why: 'highForDefeat' } : null
}

/** Great fear tilts the world; only close, and only where tension is near its top. */
export const dutchForFear: Rule = (m, { focusOn, shotSize }) => {
  const close = shotSize === 'close_up' || shotSize === 'medium_close' || shotSize === 'extreme_close_up'
  const afraid = feelingOf(m, focusOn).emotion === 'afraid'
  return close && afraid && m.tension >= 0.75 ? { angle: 'dutch', why: 'dutchForFear' } : null
}

/** Things lie below our eyes. */
export const highOnThings: Rule = (_m, { shotSize }) =>
  shotSize === 'insert' ? { angle: 'high', why: 'highOnThings' } : null

const rules: Rule[] = [angleTheTextAsksFor, highOnThings, dutchForFear, lowForThreat, highForDefeat]

/** Chooses the angle; at eye level when no rule asks for another. */
export const angleOf = (moment: Moment, framing: Framing): AngleChoice => {
  if (framing.shotSize === 'over_shoulder') return { angle: 'eye_level', why: 'eyeLevelOverTheShoulder' }
  for (const rule of rules) {
    const choice = rule(moment, framing)
    if (choice) return choice
  }
  return { angle: 'eye_level', why: '' }
}

const feelingOf = (m: Moment, name: string): Feeling =>
  m.emotions.find(({ character }) => character === name) ?? { emotion: 'neutral', intensity: 0 }
