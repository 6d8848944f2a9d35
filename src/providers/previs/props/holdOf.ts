import { n, type Point } from '../figures/geometry'
import type { Carry } from '../figures/joints'
import type { Light } from '../light'
import { heldDrawingOf, propSvg } from './propSvg'

/** The fist, where the middle of a thing carried overhead belongs, and the ear for what is held there (or null). */
type Place = { at: Point; roof: Point; ear: (Point & { turn: number }) | null }

export type Held = {
  carry: Carry
  /** Discs the thing and its glow lie in, in units of the figure. */
  reach: (place: Place) => { x: number; y: number; r: number }[]
  draw: (place: Place & { mirrored: boolean; silhouette: boolean }) => string
}

/** A thing in somebody's fist: how the arm must carry it, how far it reaches, and its SVG at the hand.
 *  `mirrored`: the whole figure is about to be flipped; writing and light stay right. */
export function holdOf(noun: string, light: Light): Held {
  const { size, grip, carry, glow } = heldDrawingOf(noun)
  const unit = size / 100
  const [x, y] = grip
  return {
    carry,
    reach: ({ at, roof, ear }) =>
      ear
        ? [{ x: ear.x, y: ear.y + 30, r: size * 0.6 }]
        : carry === 'over'
          ? [{ ...roof, r: Math.hypot(roof.x - at.x, roof.y - at.y) * 0.84 }]
          : [
              { x: at.x + (50 - x) * unit, y: at.y + (50 - y) * unit, r: size * 0.52 },
              ...(glow && light.lampsOn
                ? [{ x: at.x + (glow[0] - x) * unit, y: at.y + (glow[1] - y) * unit, r: glow[2] * unit }]
                : []),
            ],
    draw: ({ at, roof, ear, mirrored, silhouette }) =>
      `<g transform="${ear ? atEar(ear, unit) : carry === 'over' ? spanning(at, roof) : `translate(${n(at.x)} ${n(at.y)}) scale(${n(unit)})`} translate(${n(ear ? -50 : -x)} ${n(ear ? -16 : -y)})">` +
      `${propSvg({ noun, light, silhouette, mirrored, held: true }).svg}</g>`,
  }
}

/** What is listened to: its upper end on the ear, its lower end toward the mouth. */
function atEar({ x, y, turn }: Point & { turn: number }, unit: number): string {
  return `translate(${n(x)} ${n(y)}) rotate(${n(turn)}) scale(${n(unit)})`
}

/** From the fist to the roof of an umbrella, tilted and as long as it must be: 52 units of its box lie between. */
function spanning(at: Point, roof: Point): string {
  const degrees = (Math.atan2(roof.x - at.x, at.y - roof.y) * 180) / Math.PI
  const unit = Math.hypot(roof.x - at.x, roof.y - at.y) / 52
  return `translate(${n(at.x)} ${n(at.y)}) rotate(${n(degrees)}) scale(${n(unit * 0.86)} ${n(unit)})`
}
