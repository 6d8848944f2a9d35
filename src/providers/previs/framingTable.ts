import type { Angle, ShotSize } from '@/domain/scene/vocabulary'

export type SizeRow = {
  /** Height of an adult in frame heights. */
  k: number
  /** What of the figure is held where, as a fraction of the frame's height. */
  anchor: { part: 'feet' | 'head'; y: number }
  /** World units of the background seen across a 16:9 frame. */
  window: number
  /** Softness of the background, px at 1280x720. */
  blur: number
  /** The widest a head may get, as a fraction of the frame's width: holds in upright frames. */
  headMost: number
  /** Background in five layers with parallax, or in one. */
  layered: boolean
}

const feet = (y: number): SizeRow['anchor'] => ({ part: 'feet', y })
const head = (y: number): SizeRow['anchor'] => ({ part: 'head', y })

export const sizeRows: Record<ShotSize, SizeRow> = {
  extreme_wide: { k: 0.24, anchor: feet(0.86), window: 1600, blur: 0, headMost: 0.2, layered: true },
  wide: { k: 0.5, anchor: feet(0.93), window: 1440, blur: 0, headMost: 0.25, layered: true },
  full: { k: 0.8, anchor: feet(0.955), window: 1180, blur: 0, headMost: 0.3, layered: true },
  medium_wide: { k: 1.22, anchor: head(0.12), window: 1000, blur: 1.2, headMost: 0.36, layered: false },
  medium: { k: 1.75, anchor: head(0.12), window: 900, blur: 2.2, headMost: 0.46, layered: false },
  over_shoulder: { k: 2.1, anchor: head(0.13), window: 760, blur: 4, headMost: 0.42, layered: false },
  medium_close: { k: 2.35, anchor: head(0.12), window: 740, blur: 4, headMost: 0.58, layered: false },
  close_up: { k: 3.5, anchor: head(0.07), window: 620, blur: 7, headMost: 0.76, layered: false },
  extreme_close_up: { k: 5.4, anchor: head(-0.12), window: 540, blur: 9, headMost: 1.16, layered: false },
  insert: { k: 1, anchor: feet(1), window: 620, blur: 5, headMost: 1, layered: false },
}

export type AngleRow = {
  /** How far people stand up in the frame (the camera looks down), in frame heights; below 0 they rise to its top. */
  lift: number
  /** People appear taller or smaller. */
  scale: number
  /** Height over width of people: looked down upon they are foreshortened. */
  squash: number
  /** Degrees the camera is rolled. */
  roll: number
  /** How much deeper the ground lies in the picture than seen from eye level: a high camera sees it spread out. */
  ground: number
  /** How far a close frame looks down the place behind people (up below 0), in frame heights. */
  look: number
  /** Share of the place it shows. */
  part: number
}

const level: AngleRow = { lift: 0, scale: 1, squash: 1, roll: 0, ground: 1, look: 0, part: 1 }

export const angleRows: Record<Angle, AngleRow> = {
  eye_level: level,
  high: { ...level, lift: 0.11, scale: 0.94, squash: 0.93, ground: 1.7, look: 0.24 },
  low: { ...level, lift: -0.1, scale: 1.08, squash: 1.05, ground: 0.5, look: -0.15, part: 0.96 },
  dutch: { ...level, roll: -6, part: 0.84 },
  birds_eye: { ...level, lift: 0.27, scale: 0.92, squash: 0.84, ground: 2.3, look: 0.36 },
  worms_eye: { ...level, lift: -0.17, scale: 1.14, squash: 1.06, ground: 0.4, look: -0.2, part: 0.94 },
}

/** World y from which on the ground is spread or squeezed, and where a height of the world comes to lie by it. */
export const groundFrom = 700
export const deepened = (y: number, ground: number): number =>
  y <= groundFrom ? y : groundFrom + (y - groundFrom) * ground

/** Height of a thing that stands about, in units of which an adult has 1000; what is not named is a thing for the hand. */
export const propHeights: Record<string, number> = {
  chair: 500, anchor: 560, guitar: 560, oar: 900, staff: 820, sword: 520, suitcase: 330, umbrella: 520, basket: 280,
  bucket: 280, box: 330, bag: 300, rope: 220, radio: 240, lamp: 300, lantern: 260, clock: 220,
} // prettier-ignore
export const propHeight = 170
