import { type PropNoun, knownProps, propIn } from '@/domain/prop/propNouns'
import { mix, rgbOf } from '../colour'
import { shadowed } from '../figures/figureColours'
import type { Box } from '../figures/geometry'
import { lampColour, type Light, paintPerson } from '../light'
import { ownDrawing } from '../own/ownDrawings'
import { hash32 } from '../random'
import { textPath } from '../type'
import { propDrawings, type PropDrawing } from './propDrawings'
import { writtenOn } from './writtenOn'

/** A thing in a box of 100 by 100 units, through the light of the picture. An unknown noun is drawn as a paper tag
 *  with the noun written on it. `mirrored`: the caller flips the drawing left to right, so light and writing are
 *  flipped here to come out right. `held`: the part of it that a hand holds. Out: inner SVG with ids of its own (`body` the thing, `halo` its light, `svg` both),
 *  the box the body lies in, and the disc of the halo, null when it does not shine. */
export function propSvg(wish: {
  noun: string
  /** What is to be read on it, as `wordsOn` gives it. */
  words?: string
  light: Light
  silhouette?: boolean
  mirrored?: boolean
  held?: boolean
}): { svg: string; body: string; halo: string; box: Box; shines: Disc | null } {
  const { noun, light, silhouette, mirrored, held, words } = { ...plainly, ...wish }
  const drawing = held ? heldDrawingOf(noun, mirrored) : drawingOf(noun, mirrored)
  const id = `p${hash32(`${noun} ${JSON.stringify(light)} ${String(silhouette)} ${String(mirrored)} ${words}${held ? ' held' : ''}`).toString(36)}`
  const paint = (local: string) => (silhouette ? shadowed(paintPerson(local, light), light) : paintPerson(local, light))
  const lit = painted(writtenOn(noun.trim().toLowerCase(), drawing.svg, words), {
    paint,
    keepsBright: light.lampsOn || drawing.glow === undefined,
  })
  const rim = mix(light.key, light.lampsOn ? lampColour : '#ffffff', 0.35)
  const edge = { id, rim, ink: light.ink, side: mirrored ? -light.sunSide : light.sunSide, thick: 120 / drawing.size }
  const body = drawing.picture
    ? toned(lit, { id, tone: paint('#ffffff'), mirrored })
    : `<defs>${litEdge(edge)}</defs><g filter="url(#${id})">${lit}</g>`
  const shines = light.lampsOn && drawing.glow ? discOf(drawing.glow) : null
  const halo = shines ? glow(id, shines) : ''
  return {
    svg: body + halo,
    body,
    halo,
    box: { x: 0, y: 0, width: 100, height: 100 },
    shines,
  }
}

/** What nobody asked for otherwise. */
const plainly = { words: '', silhouette: false, mirrored: false, held: false }

type Painted = { paint: (local: string) => string; keepsBright: boolean }
/** Colours after @ are painted by the light; those after ! shine by themselves where they may. */
const painted = (svg: string, { paint, keepsBright }: Painted): string =>
  svg
    .replace(/@([0-9a-f]{6})/g, (_, hex: string) => paint(`#${hex}`))
    .replace(/!([0-9a-f]{6})/g, (_, hex: string) => (keepsBright ? `#${hex}` : paint(`#${hex}`)))

/** The drawing of a noun: its own, that of the known thing it names ("rusty lantern"), or the tag. */
export function drawingOf(noun: string, mirrored = false): PropDrawing {
  const own = ownDrawing(noun)
  if (own) return { ...own.drawing, size: Math.max(80, 1.15 * drawingOf(own.noun).size), grip: [50, 97], carry: 'lift' }
  const wanted = noun.trim().toLowerCase()
  const known = knownProps.find((one) => one === wanted) ?? propIn(`the ${wanted}`)[0]?.noun
  return known ? propDrawings[known satisfies PropNoun] : tag(noun, mirrored)
}

/** What of a thing is in the hand: of a telephone the receiver; of most things all. */
export function heldDrawingOf(noun: string, mirrored = false): PropDrawing {
  const whole = drawingOf(noun, mirrored)
  return whole.held ? { ...whole, ...whole.held } : whole
}

/** A picture in the light of the scene; nearer to white than paint would be, so that it is still known. */
function toned(svg: string, { id, tone, mirrored }: { id: string; tone: string; mirrored: boolean }): string {
  const [r, g, b] = rgbOf(mix('#ffffff', tone, 0.7)).map((value) => String(Math.round((value / 255) * 1000) / 1000))
  const matrix = `<filter id="${id}-t" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB"><feColorMatrix values="${r ?? ''} 0 0 0 0 0 ${g ?? ''} 0 0 0 0 0 ${b ?? ''} 0 0 0 0 0 1 0"/></filter>`
  const turn = mirrored ? ' transform="translate(100 0) scale(-1 1)"' : ''
  return `<defs>${matrix}</defs><g filter="url(#${id}-t)"${turn}>${svg}</g>`
}

function tag(noun: string, mirrored: boolean): PropDrawing {
  const words = noun.trim().toUpperCase().slice(0, 28)
  const { d, width } = textPath({ text: words, size: 17, weight: 600, letterSpacing: 0.06, maxWidth: 58 })
  return {
    size: 110,
    grip: [10, 50],
    carry: 'lift',
    svg:
      `<path d="M20 24H94C96 24 98 26 98 28V72C98 74 96 76 94 76H20L3 58V42Z" fill="@ecdcb8"/>` +
      `<path d="M24 29H93V71H24" fill="none" stroke="@c9a56a" stroke-width="1.6"/><circle cx="14" cy="50" r="5" fill="@8a6a44"/>` +
      `<path d="M14 50C2 46-2 60 4 70" fill="none" stroke="@b8323a" stroke-width="2"/>` +
      `<path transform="translate(57.5 56) scale(${mirrored ? '-1' : '1'} 1) translate(${String(Math.round(width * -50) / 100)} 0)" d="${d}" fill="@3a2a22"/>`,
  }
}

function litEdge({
  id,
  rim,
  ink,
  side,
  thick,
}: {
  id: string
  rim: string
  ink: string
  side: number
  thick: number
}): string {
  const by = Math.max(0.5, Math.min(2.4, 1.9 * thick))
  return (
    `<filter id="${id}" x="-8%" y="-8%" width="116%" height="116%" color-interpolation-filters="sRGB">` +
    `<feGaussianBlur in="SourceAlpha" stdDeviation="${String(by * 1.6)}"/><feOffset dx="${String(side * by * 3.4)}" dy="${String(-by)}" result="m"/>` +
    `<feFlood flood-color="${ink}" flood-opacity=".38"/><feComposite in2="m" operator="out"/><feComposite in2="SourceAlpha" operator="in" result="shade"/>` +
    `<feOffset in="SourceAlpha" dx="${String(-side * by)}" dy="${String(by * 0.5)}" result="c"/>` +
    `<feFlood flood-color="${rim}" flood-opacity=".6"/><feComposite in2="c" operator="out"/><feComposite in2="SourceAlpha" operator="in" result="edge"/>` +
    `<feMerge><feMergeNode in="SourceGraphic"/><feMergeNode in="shade"/><feMergeNode in="edge"/></feMerge></filter>`
  )
}

type Disc = { x: number; y: number; r: number }
const discOf = ([x, y, r]: [number, number, number]): Disc => ({ x, y, r })

function glow(id: string, { x, y, r }: Disc): string {
  return (
    `<radialGradient id="${id}-g"><stop offset="0" stop-color="${lampColour}" stop-opacity=".5"/><stop offset=".3" stop-color="${lampColour}" stop-opacity=".24"/>` +
    `<stop offset="1" stop-color="${lampColour}" stop-opacity="0"/></radialGradient><circle cx="${String(x)}" cy="${String(y)}" r="${String(r)}" fill="url(#${id}-g)"/>`
  )
}
