import type {
  Angle,
  Emotion,
  Facing,
  IntExt,
  Movement,
  Pacing,
  Position,
  ShotSize,
  TimeOfDay,
  Weather,
} from '@/domain/scene/vocabulary'

/** Who stands where on the screen, valid for one heading: nobody changes sides while a heading lasts. */
export type Sides = ReadonlyMap<string, Position>

/** What the camera knows when it chooses how to see one scene document. */
export type Moment = {
  place: { intExt: IntExt; timeOfDay: TimeOfDay; weather: Weather; location: string }
  /** First scene of the film, first of its heading, and whether the heading before was elsewhere. */
  opensFilm: boolean
  opensHeading: boolean
  newPlace: boolean
  /** 0–1: how far the heading has gone. */
  progress: number
  /** Action of this piece; '' when none. */
  action: string
  /** Spoken words of this piece and how they are said. */
  words: string
  manner: string
  /** Who speaks and is seen, in order; who speaks unseen. */
  speakers: string[]
  voices: string[]
  /** Whom the action names, in order. */
  named: string[]
  /** What each of them does: the sentences that are about them. */
  deeds: ReadonlyMap<string, string>
  /** Who is known to be there, in order of appearance. */
  here: string[]
  /** To whom the first speaker speaks, or whom they would meet; ''. */
  partner: string
  sides: Sides
  /** Which way those go who left the place before: they come in as they went out. */
  ways?: ReadonlyMap<string, Facing>
  /** A thing this piece is about, so that it deserves a picture of its own; ''. */
  about: string
  /** How many pieces with seen speakers came before in this heading. */
  exchanges: number
  /** Tension by place in the heading, marks and action alone; spoken words have no part in it. 0–1. */
  pressure: number
  /** Tension with the words that are spoken. 0–1. */
  tension: number
  emotions: { character: string; emotion: Emotion; intensity: number }[]
  pacing: Pacing
}

/** How the scene before it was framed, when it shows the same place. */
export type FramingBefore = { shotSize: ShotSize; focusOn: string } | null

/** What a rule of grammar answers; `why` is the rule's name. */
export type Framing = { shotSize: ShotSize; focusOn: string; people: string[]; why: string[] }
export type AngleChoice = { angle: Angle; why: string }
export type MovementChoice = { movement: Movement; why: string }

/** What these people do in a scene, as the action words it; '' when nothing. */
export const deedsOfPeople = (moment: Pick<Moment, 'deeds'>, people: readonly string[]): string =>
  people.map((name) => moment.deeds.get(name) ?? '').join(' ').trim() // prettier-ignore
