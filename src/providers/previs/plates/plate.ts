import type { TimeOfDay, Weather } from '@/domain/scene/vocabulary'
import type { Light } from '../light'
import type { Archetype } from './archetypeOf'

/** The world of every place: 1600x900 units, horizon about 560, ground from about 716, feet at about 800;
 *  drawn 160 units further at each side and 90 at top and bottom, so that a moving camera never meets an edge. */
export const world = {
  width: 1600,
  height: 900,
  bleedX: 160,
  bleedY: 90,
  horizonY: 560,
  groundY: 716,
  feetY: 800,
} as const

export type LayerName = 'sky' | 'far' | 'mid' | 'near' | 'foreground'

/** One sheet of paper of the theatre, back to front. */
export type PlateLayer = {
  name: LayerName
  /** For `paint`: 1 horizon, 0 near, below 0 in front of the people. */
  depth: number
  /** Share of the camera's move this sheet takes: 1 as the people do, less behind, more in front. */
  parallax: number
  /** Softness at 1440 px width; the dark sheet before the lens is out of focus. */
  blurPx: number
  /** Inner SVG in world units; '' when the sheet is empty. */
  svg: string
}

/** A source of light that is drawn in the sheets already; here for rims, flicker and wet reflections. World units. */
export type Lamp = { x: number; y: number; r: number; colour: string }

/** A place seen a little from the side: what is near at one end of its wall stands taller than what is far at the other. */
export type Turn = {
  /** World x of the far end, and the way to the end that comes nearer. */
  from: number
  way: -1 | 1
  /** How much taller the near end stands, a whole world's width away. */
  by: number
  /** World y of the eye: this line stays level. */
  eyeY: number
}

export type Plate = {
  archetype: Archetype
  light: Light
  layers: PlateLayer[]
  lamps: Lamp[]
  /** From which side it is seen. */
  turn: Turn | null
  /** A car or carriage under way: how the world outside passes (seen to the side, or left behind), and the first sheet that has windows in it. */
  drives: { way: 'side' | 'back'; shell: LayerName } | null
  groundY: number
  /** Open water in the near or middle distance, for moving glints. */
  water: { x: number; y: number; width: number; height: number } | null
  /** Open flames, lanterns and screens: a glow layer over them may flicker. */
  flames: Lamp[]
}

export type PlaceAsked = {
  place: { name: string; interior: boolean; description: string }
  timeOfDay: TimeOfDay
  weather: Weather
}

/** What a set hands to the stage manager; the sky is hung behind it when `sky` is missing. */
export type SetDrawing = {
  sky?: string
  far: string
  mid: string
  near: string
  foreground: string
  lamps?: Lamp[]
  groundY?: number
  water?: Plate['water']
  flames?: Lamp[]
}
