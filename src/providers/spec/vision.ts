import type { Angle, Movement, ShotSize, TimeOfDay, Weather } from '@/domain/scene/vocabulary'

/** What a question takes for granted about the picture: hour, weather, side of the door, and how it claims to be framed. */
export type Circumstances = {
  timeOfDay: TimeOfDay
  weather: Weather
  /** The picture is faded as a flashback. */
  memory?: true
  interior: boolean
  shotSize: ShotSize
  angle: Angle
  movement: Movement
}

/** What is asked: of the place, of one person, of a thing, of the file itself. `cut` is left to rules. */
export type QuestionKind =
  | 'place' | 'light' | 'weather' | 'person' | 'costume' | 'view' | 'side' | 'size' | 'frame' | 'count' | 'prop' | 'file'
  | 'tones' | 'repeat' | 'cut' // prettier-ignore

/** A narrow question about one picture. The judge sees pictures, the question and enrolled references, never the plan. */
export type VisionQuestion = {
  id: string
  kind: QuestionKind
  text: string
  /** Whom or what it is about: a name, a noun, a time of day, a shot size. */
  subject: string
  /** On which side of the frame somebody is said to stand; '' where that is not the question. */
  claim: '' | 'left' | 'right'
  /** Enrolled reference picture: the person's view, the place, the thing, the picture of the scene before. */
  reference: { file: string } | null
  /** Enrolled pictures that would be wrong here: the person from other sides, other people, other things. */
  others: { file: string }[]
  circumstances: Circumstances
  /** The picture that the layer in question was laid on; null for the first one. */
  under: { file: string } | null
  /** What that layer came out as, when the picture asked about has more layers on top; null when it is the picture itself. */
  made: { file: string } | null
}

export type VisionAnswer = {
  id: string
  answer: 'yes' | 'no' | 'unknown'
  /** 0–1; null when the judge gives none. */
  confidence: number | null
  /** What was seen or measured, in words a person understands. */
  evidence: string
}

export type VisionModel = {
  id: string
  version: string
  ask(picture: { file: string }, questions: VisionQuestion[], signal: AbortSignal): Promise<VisionAnswer[]>
}
