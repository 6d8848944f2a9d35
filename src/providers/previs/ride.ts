import type { Compositor, Layer } from './compositor/openCompositor'
import type { Framing } from './framed'
import { lampColour, paint } from './light'
import type { Plate } from './plates/plate'
import { rasterise } from './raster'

/** Pictures on the move, px of the frame, at `s` seconds of the scene. */
export type Passing = (s: number) => { layer: Layer; x: number; y: number; zoom: number; strength: number }[]
export type Ride = { outside: Passing; over: Passing }

const none: Passing = () => []
const wrap = (value: number, length: number) => ((value % length) + length) % length

/** What passes outside a car or a carriage that drives: lamps by night, trees and poles by day; and by night their light,
 *  which sweeps over everybody inside. Null where nothing drives. */
export const drawRide = async (compositor: Compositor, plate: Plate, framing: Framing): Promise<Ride | null> => {
  if (!plate.drives || framing.insert) return null
  const { light } = plate
  const things =
    light.lampsOn && light.night ? [await lampLight(compositor, framing)] : await trees(compositor, plate, framing)
  const outside = plate.drives.way === 'side' ? alongside(framing, things) : behind(framing, things)
  return { outside, over: light.night ? await sweep(compositor, framing) : none }
}

type Thing = {
  layer: Layer
  width: number
  height: number
  /** Its foot stands this far down its own height. */ footY: number
}

const drawn = async (compositor: Compositor, svg: string, box: { width: number; height: number; blurPx?: number }) => {
  const [width, height] = [2 * Math.ceil(box.width / 2), 2 * Math.ceil(box.height / 2)]
  const window = { x: 0, y: 0, width: 100, height: 100 }
  const raster = await rasterise({ svg, window, width, height, blurPx: box.blurPx ?? 0 })
  return { layer: compositor.load(raster), width, height }
}

const glowSvg = (colour: string, [core, most]: readonly [number, number]): string =>
  `<defs><radialGradient id="r"><stop offset="0" stop-color="#fff6dc" stop-opacity="${String(core)}"/><stop offset=".12" stop-color="${colour}" stop-opacity="${String(core * 0.8)}"/>` +
  `<stop offset=".35" stop-color="${colour}" stop-opacity="${String(most)}"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient></defs>` +
  `<circle cx="50" cy="50" r="50" fill="url(#r)"/>`

const lampLight = async (compositor: Compositor, framing: Framing): Promise<Thing> => {
  const size = 0.13 * framing.width
  return { ...(await drawn(compositor, glowSvg(lampColour, [0.95, 0.22]), { width: size, height: size })), footY: 0.5 }
}

const trees = async (compositor: Compositor, { light }: Plate, { width, unit, blurPx }: Framing): Promise<Thing[]> => {
  const outside = { ...light, interior: false }
  const leaf = paint('#56764a', outside, 0.3)
  const wood = paint('#5f4a3c', outside, 0.25)
  const size = { width: 0.16 * width, height: 0.2 * width, blurPx: 2 * unit + blurPx }
  const crown = `<path d="M46 40H54L56 100H44Z" fill="${wood}"/><ellipse cx="50" cy="34" rx="44" ry="30" fill="${leaf}"/><ellipse cx="32" cy="44" rx="26" ry="20" fill="${leaf}"/>`
  const pole = `<path d="M44 0H56V100H44Z" fill="${wood}"/>`
  return [
    { ...(await drawn(compositor, crown, size)), footY: 1 },
    {
      ...(await drawn(compositor, pole, { width: 0.05 * width, height: 0.34 * width, blurPx: size.blurPx })),
      footY: 1,
    },
  ]
}

const placeOf = ({ window, width }: Framing) => {
  const scale = width / window.width
  return (x: number, y: number) => ({ x: (x - window.x) * scale, y: (y - window.y) * scale, scale })
}

/** Past the side windows, all at one speed. */
const alongside = (framing: Framing, things: Thing[]): Passing => {
  const { width, margin } = framing
  const at = placeOf(framing)
  const count = 3
  const length = width * 1.5 + 2 * margin.x
  return (s) =>
    Array.from({ length: count }, (_, i) => {
      const thing = things[i % things.length]
      if (!thing) return []
      const x = width * 1.2 - wrap(s * 0.85 * width + (i * length) / count + (i % 2) * 90, length)
      const foot = at(0, thing.footY === 1 ? 590 : 330 + (i % 2) * 40).y
      return [
        { layer: thing.layer, x: x - thing.width / 2, y: foot - thing.footY * thing.height, zoom: 1, strength: 1 },
      ]
    }).flat()
}

/** Left behind: into the point where the road ends. */
const behind = (framing: Framing, things: Thing[]): Passing => {
  const at = placeOf(framing)
  const count = 4
  return (s) =>
    Array.from({ length: count }, (_, i) => {
      const thing = things[i % things.length]
      if (!thing) return []
      const part = 1 - wrap(s * 0.34 + i / count, 1)
      const near = part ** 2.6
      const side = i % 2 === 0 ? 1 : -1
      const up = thing.footY === 1 ? -(40 * near) : 24 + 330 * near
      const { x, y } = at(800 + side * (46 + 980 * near), 548 - up)
      const zoom = 0.6 + 2.2 * near
      const strength = Math.min(1, part * 5) * (1 - part ** 6)
      return [
        {
          layer: thing.layer,
          x: x - (thing.width * zoom) / 2,
          y: y - thing.footY * thing.height * zoom,
          zoom,
          strength,
        },
      ]
    }).flat()
}

/** The light of every lamp that is passed, over faces and seats. */
const sweep = async (compositor: Compositor, { width, height }: Framing): Promise<Passing> => {
  const beam = await drawn(compositor, glowSvg(lampColour, [0.17, 0.11]), { width: 0.62 * width, height: 1.3 * height })
  return (s) => {
    const t = wrap(s * 0.62, 1)
    const x = 1.05 * width - t * 1.9 * width
    return [{ layer: beam.layer, x, y: -0.15 * height, zoom: 1, strength: 1 }]
  }
}
