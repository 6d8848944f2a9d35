import type { Staging } from '@/domain/scene/staging'
import { angles, movements, shotSizes } from '@/domain/scene/vocabulary'
import { frameStaging } from '../framing'
import { moveOf } from '../moves'

/** A part of the 1600x900 world as a camera of this department may see it: its middle and width in world units, and
 *  how far the picture is turned, in radians. */
export type View = { x: number; y: number; width: number; turn: number }

type Shape = { width: number; height: number }

const empty = ({ width, height }: Shape): Staging => ({
  place: { name: '', interior: false, description: '' },
  timeOfDay: 'noon', weather: 'clear', shotSize: 'wide', angle: 'eye_level', movement: 'static',
  people: [], props: [], crowd: 0, width, height,
}) // prettier-ignore

/** How every enrolled picture of a place is framed: wide, level, at rest. */
export const referenceView = (shape: Shape): View => firstView(empty(shape), 1)

/** Every view a first frame of this shape can be: all sizes, angles and moves. The judge knows its cameras, not the plan. */
export const cameraViews = (shape: Shape): View[] => {
  const seen = new Map<string, View>()
  for (const shotSize of shotSizes)
    for (const angle of angles)
      for (const movement of movements)
        for (const direction of [1, -1] as const) {
          const view = firstView({ ...empty(shape), shotSize, angle, movement }, direction)
          const key = [view.x / 6, view.y / 6, view.width / 12, view.turn * 100].map(Math.round).join(' ')
          if (!seen.has(key)) seen.set(key, view)
        }
  return [...seen.values()]
}

const firstView = (staging: Staging, direction: 1 | -1): View => {
  const { window, roll, unit, width } = frameStaging(staging)
  const camera = moveOf(staging.movement, direction).at({ t: 0, s: 0 })
  const perPixel = window.width / width
  return {
    x: window.x + window.width / 2 + (camera.x * unit * perPixel) / camera.z,
    y: window.y + window.height / 2 + (camera.y * unit * perPixel) / camera.z,
    width: window.width / camera.z,
    turn: (-roll * Math.PI) / 180,
  }
}
