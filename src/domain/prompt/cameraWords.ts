import { textOf } from '@/domain/words'
import type { StagedPerson, Staging } from '@/domain/scene/staging'
import type { Angle, Movement, ShotSize } from '@/domain/scene/vocabulary'
import { inWords, joined, listed, withArticle } from './inWords'
import type { SceneBrief } from './sceneBrief'

const framings: Record<ShotSize, string> = {
  extreme_wide: 'tiny in the place, the place fills the frame',
  wide: 'from head to feet, half the height of the frame',
  full: 'from head to feet, filling the height of the frame',
  medium_wide: 'from the knees up',
  medium: 'from the waist up',
  over_shoulder: 'from the chest up, past the other’s shoulder',
  medium_close: 'from the chest up',
  close_up: 'the face filling the frame',
  extreme_close_up: 'eyes and mouth alone',
  insert: 'the thing alone, larger than life',
}

const angles: Record<Angle, string> = {
  eye_level: 'camera at eye level, 1.5 m above the ground',
  high: 'camera above the eyes, looking down',
  low: 'camera at the hip, looking up',
  dutch: 'camera at eye level, the horizon tilted by 12 degrees',
  birds_eye: 'camera straight above, looking down',
  worms_eye: 'camera on the ground, looking up',
}

const moves: Record<Movement, string> = {
  static: 'the camera stands still',
  pan: 'the camera pans from one side to the other',
  tilt: 'the camera tilts up',
  zoom: 'the lens zooms in',
  dolly: 'the camera rolls in towards its subject',
  truck: 'the camera slides sideways past its subject',
  pedestal: 'the camera rises straight up',
  tracking: 'the camera goes along beside who moves',
  crane: 'the camera comes down from high above',
  handheld: 'the camera is held in the hand and shakes with the action',
}
const speeds = { slow: 'slowly', medium: 'at an even pace', fast: 'fast' } as const

/** How much of a person is seen, "from the waist up". */
export const framingWords = (shotSize: ShotSize): string => framings[shotSize]

/** Size, framing and angle in one phrase. */
export const cameraWords = (
  { shotSize, angle, people }: Pick<Staging, 'shotSize' | 'angle' | 'people'>,
  brief: SceneBrief,
): string =>
  joined([inWords(shotSize), textOf(brief.framing) || (people.length > 0 ? framings[shotSize] : ''), angles[angle]])

/** How the camera moves; a speed only where it moves. */
export const cameraMoveWords = (movement: Movement, { movementSpeed }: SceneBrief): string =>
  joined([moves[movement], movement === 'static' || !movementSpeed ? '' : speeds[movementSpeed]])

/** "85 mm, f/2, shallow depth of field"; '' when nothing is chosen. */
export const lensWords = ({ lensMm, aperture, depthOfField }: SceneBrief): string =>
  joined([
    lensMm ? `${String(lensMm)} mm` : '',
    aperture,
    depthOfField ? (depthOfField === 'deep' ? 'everything sharp' : `${depthOfField} depth of field`) : '',
  ])

/** left, middle or right of the frame. */
export const positionWords = (x: number): string => (x < 0.42 ? 'left' : x > 0.58 ? 'right' : 'middle')

/** Where people and things stand in the frame: what a person wrote, else by how many are seen. */
export const compositionWords = (staging: Staging, { composition }: SceneBrief): string => {
  if (composition) return composition.replace(/[.\s]+$/, '')
  const { shotSize, props } = staging
  const [thing] = props
  if (shotSize === 'insert') return thing ? `${withArticle(thing.noun)} large in the middle, nothing else sharp` : 'one thing large in the middle' // prettier-ignore
  const people = [...staging.people].sort((a, b) => a.x - b.x)
  const near = people.find((one) => one.near)
  const [one, two] = people
  if (!one) return 'the place alone, the horizon in the lower third, the middle left open'
  if (near) return `past the dark shoulder of ${near.name} onto the face of ${people.find((other) => other !== near)?.name ?? near.name}` // prettier-ignore
  if (!two) return alone(one)
  if (people.length === 2) return `${one.name} on the left, ${two.name} on the right, the space between them in the middle` // prettier-ignore
  return `${listed(people.map(({ name }) => name))} from left to right, no one in front of another`
}

/** What of the empty place must stay free for the people and things that come later. */
export const roomWords = ({ shotSize, people, props }: Staging): string => {
  if (shotSize === 'insert') return 'a plain surface in the near middle stays free, the place behind it soft'
  const taken = new Set([...people, ...props].map(({ x }) => positionWords(x)))
  if (taken.size === 0) return 'the middle stays open, the horizon in the lower third'
  const sides = ['left', 'middle', 'right'].filter((side) => taken.has(side)).map((side) => `the ${side}`)
  return `${listed(sides)} of the frame ${sides.length > 1 ? 'stay' : 'stays'} free`
}

/** Room is left where somebody looks. */
const alone = ({ name, view, x }: StagedPerson): string => {
  if (view === 'front' || view === 'back') return `${name} in the middle`
  const looksRight = view.endsWith('right') || view === 'right_side'
  const side = Math.abs(x - 0.5) < 0.005 ? 'in the middle' : x < 0.5 ? 'left of the middle' : 'right of the middle'
  return `${name} ${side}, room to look into on the ${looksRight ? 'right' : 'left'}`
}
