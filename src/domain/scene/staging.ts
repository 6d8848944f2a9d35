import type { CharacterLook, TurnaroundView } from '@/domain/cast/look'
import type { VehicleKind } from './vehicleIn'
import type { Angle, Crossing, Emotion, Movement, Pose, ShotSize, TimeOfDay, Weather } from './vocabulary'

/** A picture of a person's own that is shown as it is; its bytes go with the request. */
export type OwnPicture = {
  sha256: string
  /** File name in the media folder. */
  name: string
}

/** A person as the frame sees them. */
export type StagedPerson = {
  name: string
  look: CharacterLook
  /** The face, or the whole cut-out, of who is played. */
  portrait?: OwnPicture
  /** Centre of the figure as a fraction of the frame's width. */
  x: number
  view: TurnaroundView
  pose: Pose
  emotion: Emotion
  /** The noun of what they hold; '' when nothing. */
  holds: string
  /** What the held thing looks like, instead of a drawing. */
  holdsPicture?: OwnPicture
  /** The near, almost black person of an over-shoulder; its face cannot be judged. */
  near: boolean
  /** Comes into the picture or goes out of it, and which way they go: −1 to screen left, 1 to screen right. */
  crossing?: { way: Crossing; to: -1 | 1 }
}

/** Where the camera looks: everything a picture of one scene is drawn, prompted and judged from. */
export type Staging = {
  /** `picture`: what the place looks like, instead of a drawing. */
  place: { name: string; interior: boolean; description: string; picture?: OwnPicture }
  timeOfDay: TimeOfDay
  weather: Weather
  /** A flashback: the whole picture is faded as memories are. */
  memory?: true
  /** A vehicle that drives past behind the people. */
  passing?: VehicleKind
  shotSize: ShotSize
  angle: Angle
  movement: Movement
  people: StagedPerson[]
  /** Things that lie or stand in the picture and are held by nobody; on an insert the first is the subject. */
  props: {
    noun: string
    x: number
    picture?: OwnPicture
    /** What is to be read on it, as `wordsOn` gives it. */ words?: string
  }[]
  /** Crowd of nameless people in the back, 0 when none. */
  crowd: number
  width: number
  height: number
  /** Laid over the last seconds of the clip. */
  logo?: OwnPicture
}

/** One line of speech as the picture needs it: whose mouth moves when, and how far it opens. */
export type MouthTrack = {
  /** Index into `staging.people`. */
  person: number
  /** Frame of the scene where the sound begins. */
  fromFrame: number
  /** Mean level per frame, 0–1. */
  levels: number[]
}
