import sharp from 'sharp'
import { canonical } from '@/domain/canonical'
import type { Staging } from '@/domain/scene/staging'
import { mix } from './colour'
import { drawForeground } from './foreground'
import { drawSide } from './foregroundSides'
import type { Framing } from './framed'
import { frameStaging } from './framing'
import { groundFrom } from './framingTable'
import type { Plate, PlateLayer, Turn } from './plates/plate'
import { hash32, random } from './random'
import type { Raster } from './pixels'
import { rasterise } from './raster'
import { remembered } from './rasterCache'
import { pixelPass } from './texture'
import { rasteriseTurned } from './turned'

/** One sheet of the place as pixels of the frame and its margins; `front` hangs before the people, `shell` has windows
 *  through which something passes outside, `drift` is how many px a second it moves by itself. */
export type Sheet = {
  raster: Raster
  parallax: number
  opaque: boolean
  front: boolean
  shell: boolean
  drift: number
}

/** The place behind (and before) the people of a framing. `merged` draws all sheets behind them as one:
 *  right for moves that lay all sheets alike, and much cheaper. */
export const drawBackdrop = (
  staging: Staging,
  framing: Framing,
  { plate, merged }: { plate: Plate; merged: boolean },
): Promise<Sheet[]> => {
  const drawing = { staging, framing, turn: plate.turn }
  if (!framing.layered) {
    const svg = beforeThem(staging, framing, plate)
    return Promise.all([
      ...folded(plate, true).map((fold, i) => softSheet(drawing, fold, i === 0 ? bokeh(plate, framing) : null)),
      ...(svg ? [nearSheet(drawing, svg, merged ? 1 : 1.5)] : []),
    ])
  }
  const front = plate.layers.filter((layer) => layer.name === 'foreground' && layer.svg)
  return Promise.all([
    ...folded(plate, merged).map((fold, i) => sheetOf(drawing, fold, i === 0)),
    ...front.map((layer) => sheetOf(drawing, merged ? { ...layer, parallax: 1 } : layer, false)),
  ])
}

type Fold = Pick<PlateLayer, 'svg' | 'parallax' | 'blurPx'> & { name: string; shell?: boolean }

/** The sheets behind the people, laid together as far as the shot allows; the first one hides everything. */
const folded = ({ layers, light, drives }: Plate, merged: boolean): Fold[] => {
  const back = layers.filter((layer) => layer.name !== 'foreground' && layer.svg)
  const ground = `<rect x="-600" y="-500" width="2800" height="1900" fill="${light.haze}"/>`
  const together = (name: string, list: PlateLayer[]): Fold => ({ name, svg: list.map(({ svg }) => svg).join(''), parallax: 1, blurPx: 0 }) // prettier-ignore
  const from = drives ? back.findIndex(({ name }) => name === drives.shell) : -1
  const folds =
    from > 0
      ? [together('outside', back.slice(0, from)), { ...together('inside', back.slice(from)), shell: true }]
      : merged
        ? [together('all', back)]
        : back
  return folds.map((fold, i) => (i === 0 ? { ...fold, svg: ground + fold.svg } : fold))
}

/** Sizes that cut people at the knee or waist and so show no ground. */
const furnished = new Set<Staging['shotSize']>(['medium_wide', 'medium'])
const flanked = new Set<Staging['shotSize']>(['medium_wide', 'medium', 'medium_close'])

/** What stands between the lens and the people; it leaves room for everybody who will be in the picture. */
const beforeThem = (staging: Staging, framing: Framing, { archetype, light }: Plate): string => {
  if (staging.props.length > 0 || framing.roll !== 0) return ''
  const { place, shotSize, angle, movement } = staging
  const low = furnished.has(shotSize) ? drawForeground(archetype, { framing, light, name: place.name }) : ''
  if (!flanked.has(shotSize)) return low
  const dice = random(hash32(`${place.name}|${shotSize}|${angle}|${movement}|side`))
  return drawSide(archetype, { framing, people: frameStaging(staging).people, light, dice }) + low
}

type Drawing = { staging: Staging; framing: Framing; turn: Turn | null }

const keyOf = ({ staging, framing }: Drawing, name: string) =>
  canonical([name, staging.place, staging.timeOfDay, staging.weather, framing.window, framing.width, framing.height, framing.roll, framing.ground, framing.blurPx]) // prettier-ignore

/** The window with its margins, and the svg rolled about the middle of the frame. */
const shown = ({ framing }: Drawing, flat: string) => {
  const { window, margin, width, height, roll, ground } = framing
  const svg = onGround(flat, ground)
  const x = (margin.x * window.width) / width
  const y = (margin.y * window.height) / height
  const centre = `${String(window.x + window.width / 2)} ${String(window.y + window.height / 2)}`
  return {
    svg: roll ? `<g transform="rotate(${String(roll)} ${centre})">${svg}</g>` : svg,
    window: { x: window.x - x, y: window.y - y, width: window.width + 2 * x, height: window.height + 2 * y },
    width: width + 2 * margin.x,
    height: height + 2 * margin.y,
  }
}

/** The drawing with its ground spread (or squeezed) as a high (or low) camera sees it; what stands above stays. */
const onGround = (svg: string, ground: number): string => {
  if (ground === 1) return svg
  const cut = (id: string, from: number) =>
    `<clipPath id="${id}"><rect x="-1200" y="${String(from)}" width="4000" height="${String(groundFrom + 1400)}"/></clipPath>`
  const down = `translate(0 ${String(groundFrom * (1 - ground))}) scale(1 ${String(ground)})`
  // One unit is drawn twice, so that no seam shows between the two.
  return (
    `<defs>${cut('standing', -1399)}${cut('lying', groundFrom)}<g id="place">${svg}</g></defs>` +
    `<g clip-path="url(#standing)"><use href="#place"/></g>` +
    `<g clip-path="url(#lying)"><use href="#place" transform="${down}"/></g>`
  )
}

const paperOf = ({ staging }: Drawing, name: string) => ({
  seed: hash32(`${staging.place.name}/${name}`),
  strength: 0.8,
  wobblePx: name === 'sky' || name === 'foreground' ? 0 : 0.6, // a sky has no cut edges, a blurred sheet shows none
})

/** The sky has no side, and what hangs before the lens is not part of the set. */
const stands = (name: string) => name !== 'sky' && name !== 'foreground'

/** Clouds go where the light does not come from; stars stand. */
const driftOf = ({ staging, framing }: Drawing, name: string): number => {
  const still = staging.place.interior || staging.timeOfDay === 'night' || staging.weather === 'foggy'
  if (name !== 'sky' || still) return 0
  return (staging.weather === 'windy' || staging.weather === 'stormy' ? 3 : 1.3) * framing.unit
}

const sheetOf = async (drawing: Drawing, layer: Fold, opaque: boolean): Promise<Sheet> => {
  const blurPx = layer.blurPx * drawing.framing.unit + drawing.framing.blurPx
  const raster = await remembered(keyOf(drawing, layer.name), async () => {
    const picture = shown(drawing, layer.svg)
    const flat = await rasteriseTurned({ ...picture, blurPx }, stands(layer.name) ? drawing.turn : null)
    return pixelPass(flat, paperOf(drawing, layer.name))
  })
  return {
    raster,
    parallax: layer.parallax,
    opaque,
    front: layer.name === 'foreground',
    shell: layer.shell === true,
    drift: driftOf(drawing, layer.name),
  }
}

/** Out of focus: drawn at a half or a third, blurred there, enlarged, and the paper laid over it afterwards. */
const softSheet = async (
  drawing: Drawing,
  { name, svg, shell = false }: Fold,
  lamps: string | null,
): Promise<Sheet> => {
  const blur = drawing.framing.blurPx
  const raster = await remembered(keyOf(drawing, `soft ${name}`), async () => {
    const picture = shown(drawing, svg)
    const { width, height } = picture
    const part = blur >= 4 ? 3 : 2
    const less = {
      ...picture,
      width: Math.ceil(width / part),
      height: Math.ceil(height / part),
      blurPx: blur / part,
    }
    const seen = await rasteriseTurned(less, drawing.turn)
    const grown = await enlarged(seen, { width, height, lamps: lamps ?? '' })
    return pixelPass(grown, { ...paperOf(drawing, 'soft'), wobblePx: 0 })
  })
  return { raster, parallax: 1, opaque: lamps !== null, front: false, shell, drift: 0 }
}

const enlarged = async (
  small: Raster,
  { width, height, lamps }: { width: number; height: number; lamps: string },
): Promise<Raster> => {
  const large = sharp(small.data, { raw: { width: small.width, height: small.height, channels: 4 } }).resize(
    width,
    height,
    { fit: 'fill', kernel: 'cubic' },
  )
  const discs = `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}">${lamps}</svg>`
  const { data } = await (lamps ? large.composite([{ input: Buffer.from(discs) }]) : large)
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width, height, data }
}

/** Lamps far out of focus are discs of light, as wide as the lens is open. px of the sheet. */
const bokeh = ({ lamps, light }: Plate, { window, width, height, margin, unit, blurPx, roll }: Framing): string => {
  if (!light.lampsOn || blurPx < 2 * unit || roll !== 0) return ''
  const scale = width / window.width
  const r = 7 * unit + 2.1 * blurPx
  const seen = lamps
    .map((lamp) => ({ ...lamp, x: (lamp.x - window.x) * scale + margin.x, y: (lamp.y - window.y) * scale + margin.y }))
    .filter(({ x, y }) => x > -r && x < width + 2 * margin.x + r && y > -r && y < height + 2 * margin.y + r)
  const disc = ([x, y, size]: [number, number, number], colour: string) =>
    `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${size.toFixed(1)}" fill="${colour}" fill-opacity=".42" stroke="${mix(colour, '#ffffff', 0.35)}" stroke-opacity=".4" stroke-width="${(1.6 * unit).toFixed(1)}"/>`
  return seen
    .slice(0, 8)
    .map(
      ({ x, y, colour }, i) =>
        disc([x, y, r], colour) + disc([x + r * (i % 2 ? -2.1 : 1.9), y + r * 0.8, r * 0.62], colour),
    )
    .join('')
}

/** What stands before the people, soft as the lens leaves it; drawn at a third. */
const nearSheet = async (drawing: Drawing, svg: string, parallax: number): Promise<Sheet> => {
  const { framing } = drawing
  const { width, height, margin, unit } = framing
  const raster = await remembered(keyOf(drawing, `before ${String(hash32(svg))}`), async () => {
    const whole = { width: width + 2 * margin.x, height: height + 2 * margin.y }
    const window = { x: -margin.x, y: -margin.y, ...whole }
    const small = await rasterise({ svg, window, width: Math.ceil(whole.width / 3), height: Math.ceil(whole.height / 3), blurPx: 1.5 * unit }) // prettier-ignore
    return pixelPass(await enlarged(small, { ...whole, lamps: '' }), { ...paperOf(drawing, 'before'), wobblePx: 0 })
  })
  return { raster, parallax, opaque: false, front: true, shell: false, drift: 0 }
}
