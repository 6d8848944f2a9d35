import type {
  Angle, Aside, Boundary, Crossing, Emotion, Facing, IntExt, LightType, Movement, Pacing, Pose, Position, ShotSize, TimeOfDay,
  TransitionKind, Weather,
} from './vocabulary' // prettier-ignore

/** One spoken piece inside a scene document. `startS` and `endS` are seconds from the first frame of the scene. */
export type SpokenLine = {
  /** The name as bible and cast know it: upper case, without extension. */
  character: string
  /** "V.O.", "O.S.", "CONT'D" …, as written; '' when none. */
  extension: string
  /** Without brackets; '' when none. */
  parenthetical: string
  /** The screenplay's words, verbatim, or a whole-word slice of them when one line is cut over two scenes. */
  line: string
  startS: number
  endS: number
  /** 1-based line of the file where the words begin. */
  sourceLine: number
  /** Which column of dual dialogue the words stand in; '' when none. */
  dual: '' | 'left' | 'right'
}

export type Blocking = {
  character: string
  position: Position
  facing: Facing
  pose: Pose
  action: string
  /** Comes into the picture at the beginning, or goes out of it at the end. */
  crossing?: Crossing | null
}
export type SceneProp = { prop: string; heldBy: string; state: string }

/** What the breakdown makes: one continuous piece of picture of 3–7 s (the field's word is shot). No ids yet. */
export type SceneDraft = {
  /** 1, 2, 3 … in the film. */
  sequenceNumber: number
  /** Text: "1", "12A". The screenplay's own number, else counted. */
  sceneNumber: string
  /** 10, 20, 30 … inside its screenplay scene. */
  shotNumber: number
  /** SC012A_SH030. */
  clipName: string
  title: string
  /** The heading verbatim (without its forced `.` and its `#number#`); '' before the first heading. */
  heading: string
  intExt: IntExt
  /** The place as written in the heading: "LIGHTHOUSE KITCHEN". */
  location: string
  timeOfDay: TimeOfDay
  weather: Weather
  /** '' (or missing) on the line of the story. */
  aside?: Aside | ''
  /** Action text of this piece, verbatim, paragraphs joined by a blank line. */
  action: string
  /** The screenplay text this piece covers, verbatim. */
  screenplayText: string
  fromLine: number
  toLine: number
  dialogue: SpokenLine[]
  /** Cast members in the picture or speaking in it (V.O. speakers are in `voices`, not here). */
  charactersPresent: string[]
  /** Who speaks without being seen. */
  voices: string[]
  blocking: Blocking[]
  emotions: { character: string; emotion: Emotion; intensity: number }[]
  props: SceneProp[]
  shotSize: ShotSize
  angle: Angle
  movement: Movement
  /** Character or prop the frame is about; '' when the place is. */
  focusOn: string
  eyeline: string
  screenDirection: '' | 'left_to_right' | 'right_to_left'
  lightType: LightType
  pacing: Pacing
  beat: string
  dramaticEffect: string
  /** 0–1. */
  tension: number
  /** Frames at the project's frame rate; 3–7 s. `frames` counts after the overlap of a transition. */
  frames: number
  durationS: number
  boundary: Boundary
  transitionIn: TransitionKind
  transitionOut: TransitionKind
  transitionSeconds: number
  /** Why the camera stands as it does: the names of the rules that chose. */
  reasons: string[]
}
