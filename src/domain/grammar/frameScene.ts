import { vehicleIn } from '@/domain/scene/vehicleIn'
import type { ShotSize } from '@/domain/scene/vocabulary'
import { actionWords } from './actionWords'
import { deedsOfPeople, type Framing, type FramingBefore, type Moment } from './moment'

type Rule = (moment: Moment) => Framing | null

/** A new place is shown whole before anything is shown in it: extreme wide outside, wide inside or when words are said. */
export const establishNewPlaceWide: Rule = (m) => {
  if (!m.opensHeading || !m.newPlace) return null
  const inside = m.place.intExt === 'INT'
  const people = together(m)
  const far = !inside && m.speakers.length === 0 && (people.length === 0 || m.opensFilm)
  return { shotSize: far ? 'extreme_wide' : 'wide', focusOn: people[0] ?? '', people, why: ['establishNewPlaceWide'] }
}

/** An action sentence about a thing is shown as that thing alone; so is a voice that comes out of a thing. */
export const insertOnTheThing: Rule = (m) =>
  m.about === '' || m.speakers.length > 0
    ? null
    : { shotSize: 'insert', focusOn: m.about, people: [], why: ['insertOnTheThing'] }

/** Before two people are shown singly they are shown together, and again after every sixth exchange. */
export const twoShotBeforeSingles: Rule = (m) => {
  const [speaker] = m.speakers
  if (speaker === undefined || together(m).length < 2 || m.exchanges % 6 !== 0) return null
  return {
    shotSize: together(m).length > 3 ? 'full' : 'medium_wide',
    focusOn: speaker,
    people: first(speaker, together(m)),
    why: ['twoShotBeforeSingles'],
  }
}

/** Two people who speak in one scene document share the frame. */
export const shareTheFrame: Rule = (m) => {
  const [speaker] = m.speakers
  if (speaker === undefined || m.speakers.length < 2) return null
  return {
    shotSize: m.speakers.length > 2 ? 'medium_wide' : 'medium',
    focusOn: speaker,
    people: m.speakers,
    why: ['shareTheFrame'],
  }
}

/** After the two-shot each of the two is seen over the other's shoulder once. */
export const overTheShoulder: Rule = (m) => {
  const [speaker] = m.speakers
  const turn = m.exchanges % 6
  if (speaker === undefined || m.partner === '' || turn < 1 || turn > 2) return null
  return { shotSize: 'over_shoulder', focusOn: speaker, people: [speaker, m.partner], why: ['overTheShoulder'] }
}

/** Who speaks while walking or running is seen with room to move. */
export const roomForWhoSpeaksAndMoves: Rule = (m) => {
  const [speaker] = m.speakers
  if (speaker === undefined || !moves(m, [speaker])) return null
  return { shotSize: 'medium_wide', focusOn: speaker, people: [speaker], why: ['roomForWhoSpeaksAndMoves'] }
}

/** Singles come closer as the pressure rises: medium, medium close, close-up; never close before one was met. */
export const moveInAsTensionRises: Rule = (m) => {
  const [speaker] = m.speakers
  if (speaker === undefined) return null
  const turn = m.exchanges % 6
  const sizes: ShotSize[] = [
    m.exchanges === 0 ? 'medium' : 'medium_wide',
    m.pressure < 0.38 ? 'medium' : 'medium_close',
  ]
  const shotSize = sizes[turn] ?? closeness(m.pressure)
  return { shotSize, focusOn: speaker, people: [speaker], why: ['moveInAsTensionRises'] }
}

/** A voice nobody sees plays on the face that hears it, or on the place when nobody is there. */
export const voiceOnTheListener: Rule = (m) => {
  if (m.voices.length === 0) return null
  const listener = m.named[0] ?? m.here[0]
  if (listener === undefined) return { shotSize: 'wide', focusOn: '', people: [], why: ['voiceOverThePlace'] }
  return {
    shotSize: m.pressure > 0.55 ? 'close_up' : 'medium_close',
    focusOn: listener,
    people: [listener],
    why: ['voiceOnTheListener'],
  }
}

/** Bodies that move are shown from head to feet. */
export const fullFigureForMovement: Rule = (m) => {
  const people = acting(m)
  if (people.length === 0 || !moves(m, people)) return null
  return { shotSize: 'full', focusOn: people[0] ?? '', people, why: ['fullFigureForMovement'] }
}

/** A look, a smile, a tear is shown close. */
export const faceForALook: Rule = (m) => {
  const [one, ...others] = acting(m)
  if (one === undefined || others.length > 0 || !actionWords.looks.test(deedsOfPeople(m, [one]))) return null
  return {
    shotSize: m.pressure > 0.5 ? 'close_up' : 'medium_close',
    focusOn: one,
    people: [one],
    why: ['faceForALook'],
  }
}

/** Other action is framed by how many take part. */
export const frameByHowManyAct: Rule = (m) => {
  const people = acting(m)
  const sizes: ShotSize[] = ['wide', 'medium', 'medium_wide']
  const shotSize = sizes[people.length] ?? 'full'
  return {
    shotSize,
    focusOn: people[0] ?? '',
    people,
    why: [people.length === 0 ? 'placeWithoutPeople' : 'frameByHowManyAct'],
  }
}

const rules: Rule[] = [
  establishNewPlaceWide, insertOnTheThing, twoShotBeforeSingles, shareTheFrame, roomForWhoSpeaksAndMoves, overTheShoulder, moveInAsTensionRises,
  voiceOnTheListener, fullFigureForMovement, faceForALook, frameByHowManyAct,
] // prettier-ignore

/** Chooses size, subject and people of a scene: the first rule that answers, then never the same framing twice. */
export const frameScene = (moment: Moment, before: FramingBefore): Framing => {
  for (const rule of rules) {
    const framing = rule(moment)
    if (framing) return notTheSameFramingTwice(seatedInside(moment, framing), before)
  }
  return { shotSize: 'wide', focusOn: '', people: [], why: [] }
}

/** Who rides in a car is seen from the waist up: there is no room in it to step back. */
const seatedInside = ({ place }: Moment, framing: Framing): Framing => {
  const vehicle = place.intExt === 'INT' ? vehicleIn(place.location) : null
  if (vehicle === null || vehicle === 'bus' || framing.people.length === 0 || !tooFar.has(framing.shotSize))
    return framing
  return { ...framing, shotSize: 'medium', why: [...framing.why, 'seatedInside'] }
}
const tooFar = new Set<ShotSize>(['extreme_wide', 'wide', 'full', 'medium_wide'])

/** Neighbours with one size and one subject would be a jump cut: the second moves a step in, or out where in is too near. */
export const notTheSameFramingTwice = (framing: Framing, before: FramingBefore): Framing => {
  if (before?.shotSize !== framing.shotSize || before.focusOn !== framing.focusOn) return framing
  const shotSize = stepAside[framing.shotSize]
  const lone = shotSize === 'medium_close' || shotSize === 'close_up'
  const people = lone ? framing.people.slice(0, 1) : framing.people
  return { ...framing, shotSize, people, why: [...framing.why, 'notTheSameFramingTwice'] }
}

const stepAside: Record<ShotSize, ShotSize> = {
  extreme_wide: 'wide',
  wide: 'full',
  full: 'medium_wide',
  medium_wide: 'medium',
  medium: 'medium_close',
  over_shoulder: 'medium_close',
  medium_close: 'close_up',
  close_up: 'medium_close',
  extreme_close_up: 'close_up',
  insert: 'wide',
}

const closeness = (pressure: number): ShotSize =>
  pressure < 0.38 ? 'medium' : pressure < 0.6 ? 'medium_close' : pressure < 0.9 ? 'close_up' : 'extreme_close_up'

const moves = (m: Moment, people: readonly string[]): boolean => {
  const deeds = deedsOfPeople(m, people)
  return actionWords.walks.test(deeds) || actionWords.runs.test(deeds)
}

/** Whom the action moves: those it names, else the one it means by a pronoun. */
const acting = (m: Moment): string[] => {
  if (m.named.length > 0) return m.named
  if (/\b(they|them|both|together)\b/i.test(m.action)) return m.here
  const meant = [...m.deeds.keys()]
  if (meant.length > 0) return meant
  return /\b(he|she|him|her|his|hers)\b/i.test(m.action) ? m.here.slice(0, 1) : []
}

const together = (m: Moment): string[] => [
  ...new Set([...m.speakers, ...(m.speakers.length > 0 && m.partner !== '' ? [m.partner] : []), ...m.named, ...m.deeds.keys()]), // prettier-ignore
]
const first = (one: string, all: string[]): string[] => [one, ...all.filter((name) => name !== one)]
