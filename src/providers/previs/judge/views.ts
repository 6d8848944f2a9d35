import type { StagedPerson, Staging } from '@/domain/scene/staging'
import type { Circumstances } from '../../spec/vision'
import { frameStaging } from '../framing'
import { moveOf } from '../moves'

/** A part of the 1600x900 world as a camera of this department may see it: its middle and width in world units, and
 *  how far the picture is turned, in radians, and how much deeper the ground lies in it. */
export type View = { x: number; y: number; width: number; turn: number; ground: number }

type Shape = { width: number; height: number }
type Framed = Pick<Circumstances, 'shotSize' | 'angle' | 'movement'>

/** How every enrolled picture of a place is framed: wide, level, at rest. */
export const referenceView = (shape: Shape): View =>
  viewOf({ shotSize: 'wide', angle: 'eye_level', movement: 'static' }, { shape, people: [], direction: 1 })

const somebody = (view: StagedPerson['view']): StagedPerson => ({
  name: '', x: 0.5, view, pose: 'stand', emotion: 'neutral', holds: '', near: false,
  look: {
    age: 'adult', build: 'average', hair: 'short', hat: 'none', beard: false, glasses: false, costume: 'coat',
    costumeColor: '#808080', hairColor: '#808080', skinColor: '#808080', evidence: [],
  },
}) // prettier-ignore

/** Where a camera of this size, angle and move can look: it turns with the one it shows, and it does not say who that is. */
export const cameraViews = (framed: Framed, shape: Shape): View[] => {
  const seen: View[] = []
  for (const people of [[], [somebody('front')], [somebody('left_side')], [somebody('right_side')]])
    for (const direction of [1, -1] as const) {
      const view = viewOf(framed, { shape, people, direction })
      const known = seen.some((one) => Math.hypot(one.x - view.x, one.y - view.y, one.width - view.width) < 4)
      if (!known) seen.push(view)
    }
  return seen
}

type Camera = { shape: Shape; people: StagedPerson[]; direction: 1 | -1 }

const viewOf = (framed: Framed, { shape: { width, height }, people, direction }: Camera): View => {
  const staging: Staging = {
    ...framed, people, width, height, place: { name: '', interior: false, description: '' },
    timeOfDay: 'noon', weather: 'clear', props: [], crowd: 0,
  } // prettier-ignore
  const { window, roll, ground, unit } = frameStaging(staging)
  const camera = moveOf(staging.movement, direction).at({ t: 0, s: 0 })
  const perPixel = window.width / width
  return {
    x: window.x + window.width / 2 + (camera.x * unit * perPixel) / camera.z,
    y: window.y + window.height / 2 + (camera.y * unit * perPixel) / camera.z,
    width: window.width / camera.z,
    turn: (-roll * Math.PI) / 180,
    ground,
  }
}
