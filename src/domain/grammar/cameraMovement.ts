import { actionWords } from './actionWords'
import { deedsOfPeople, type Framing, type Moment, type MovementChoice } from './moment'

type Rule = (moment: Moment, framing: Framing) => MovementChoice | null

const isWide = ({ shotSize }: Framing): boolean => shotSize === 'extreme_wide' || shotSize === 'wide'
const isClose = ({ shotSize }: Framing): boolean => shotSize.includes('close')

/** A new exterior that nobody hurries or talks through, and the one that opens the film, is seen from a crane. */
export const craneForOpenings: Rule = (m, framing) => {
  if (!isWide(framing) || !m.opensHeading || m.place.intExt === 'INT' || m.pacing === 'fast') return null
  const arrives = m.newPlace && framing.people.length > 0 && m.words === ''
  return m.opensFilm || arrives ? { movement: 'crane', why: 'craneForOpenings' } : null
}

/** A chase or a fight shakes the camera. */
export const handheldForChase: Rule = (m) =>
  m.pacing === 'fast' && actionWords.chases.test(m.action) ? { movement: 'handheld', why: 'handheldForChase' } : null

/** Who walks or runs is followed. */
export const trackWhoMoves: Rule = (m, framing) => {
  const deeds = deedsOfPeople(m, framing.people)
  const moving = actionWords.walks.test(deeds) || actionWords.runs.test(deeds)
  return moving && !isClose(framing) ? { movement: 'tracking', why: 'trackWhoMoves' } : null
}

/** A landscape is too wide for one look. */
export const panTheLandscape: Rule = (m, framing) =>
  isWide(framing) && framing.people.length === 0 && m.place.intExt !== 'INT'
    ? { movement: 'pan', why: 'panTheLandscape' }
    : null

/** A room is entered. */
export const dollyIntoTheRoom: Rule = (m, framing) =>
  isWide(framing) && m.opensHeading && m.place.intExt === 'INT' ? { movement: 'dolly', why: 'dollyIntoTheRoom' } : null

/** What is suddenly seen jumps nearer. */
export const zoomOnDiscovery: Rule = (m, framing) =>
  m.words === '' && framing.focusOn !== '' && !isWide(framing) && actionWords.reveals.test(m.action)
    ? { movement: 'zoom', why: 'zoomOnDiscovery' }
    : null

/** The camera gets up with who gets up, and looks up with who looks up. */
export const riseWithTheBody: Rule = (m, framing) => {
  if (framing.people.length === 0 || m.words !== '') return null
  if (actionWords.rises.test(deedsOfPeople(m, framing.people))) return { movement: 'pedestal', why: 'riseWithTheBody' }
  return actionWords.below.test(m.action) ? { movement: 'tilt', why: 'riseWithTheBody' } : null
}

/** A thing that matters comes nearer while we look. */
export const dollyIntoTheThing: Rule = (_m, { shotSize }) =>
  shotSize === 'insert' ? { movement: 'dolly', why: 'dollyIntoTheThing' } : null

/** Tension moves in slowly. */
export const dollyInOnTension: Rule = (m, framing) =>
  m.tension >= 0.55 && framing.people.length <= 1 && !isWide(framing)
    ? { movement: 'dolly', why: 'dollyInOnTension' }
    : null

/** Two people are parted and joined by a camera that slides past them. */
export const truckPastTheTwo: Rule = (m, framing) =>
  framing.people.length > 1 &&
  framing.shotSize !== 'over_shoulder' &&
  m.pacing !== 'slow' &&
  m.exchanges % 6 === 0 &&
  m.speakers.length > 0
    ? { movement: 'truck', why: 'truckPastTheTwo' }
    : null

const rules: Rule[] = [
  handheldForChase, craneForOpenings, trackWhoMoves, panTheLandscape, dollyIntoTheRoom, dollyIntoTheThing,
  zoomOnDiscovery, riseWithTheBody, truckPastTheTwo, dollyInOnTension,
] // prettier-ignore

/** Chooses how the camera moves; it rests when no rule moves it. */
export const movementOf = (moment: Moment, framing: Framing): MovementChoice => {
  for (const rule of rules) {
    const choice = rule(moment, framing)
    if (choice) return choice
  }
  return { movement: 'static', why: 'restWhenNothingMoves' }
}
