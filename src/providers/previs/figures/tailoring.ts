import type { CharacterLook } from '@/domain/cast/look'
import type { FigureColours } from './figureColours'
import { disc, n, polygon, type Point } from './geometry'
import type { Skeleton } from './joints'
import type { Trunk } from './trunk'

export type Tailor = { trunk: Trunk; skeleton: Skeleton; colours: FigureColours; look: CharacterLook }
type Part = keyof FigureColours
type Thread = { colour: Part; width?: number; opacity?: number }

/** Places on the cloth as "u,y u,y": u −1 near seam to 1 far seam, y in units of the standing figure. */
const placesOf = ({ trunk }: Tailor, places: string, side = 1): Point[] =>
  places.split(' ').map((place) => {
    const [u = 0, y = 0] = place.split(',').map(Number)
    return trunk.on(u * side, y)
  })

export function fill(d: string, colour: string): string {
  return `<path d="${d}" fill="${colour}"/>`
}

export function patch(tailor: Tailor, places: string, colour: Part): string {
  return fill(polygon(placesOf(tailor, places)), tailor.colours[colour])
}

/** The same patch on both sides of the chest. */
export function patches(tailor: Tailor, places: string, colour: Part): string {
  return [-1, 1].map((side) => fill(polygon(placesOf(tailor, places, side)), tailor.colours[colour])).join('')
}

export function stitch(tailor: Tailor, places: string, thread: Thread): string {
  return sewn(placesOf(tailor, places), tailor, thread)
}

export function stitches(tailor: Tailor, places: string, thread: Thread): string {
  return [-1, 1].map((side) => sewn(placesOf(tailor, places, side), tailor, thread)).join('')
}

function sewn(points: Point[], { colours }: Tailor, { colour, width = 3, opacity = 1 }: Thread): string {
  const d = points.map(({ x, y }) => `${n(x)} ${n(y)}`).join('L')
  return `<path d="M${d}" fill="none" stroke="${colours[colour]}" stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round" opacity="${n(opacity)}"/>`
}

/** From the side the middle of the chest is an edge: buttons there would hang over it. */
export function buttons(tailor: Tailor, places: string, colour: Part): string {
  const seen = places
    .split(' ')
    .filter((place) => tailor.skeleton.kind !== 'side' || Number(place.split(',')[0]) < -0.2)
  return seen.map((place) => fill(placesOf(tailor, place).map((at) => disc(at, 5)).join(''), tailor.colours[colour])).join('') // prettier-ignore
}

/** Cloth around the whole body between two heights. */
export function band({ trunk, colours }: Tailor, [from, to]: [number, number], colour: Part): string {
  const [a, b] = trunk.edge(from)
  const [c, d] = trunk.edge(to)
  const sag = 7
  return fill(
    `M${n(a.x - 4)} ${n(a.y)}Q${n((a.x + b.x) / 2)} ${n(a.y + sag)} ${n(b.x + 4)} ${n(b.y)}` +
      `L${n(d.x + 4)} ${n(d.y)}Q${n((c.x + d.x) / 2)} ${n(c.y + sag)} ${n(c.x - 4)} ${n(c.y)}Z`,
    colours[colour],
  )
}

export function folds(tailor: Tailor, from: number): string {
  const { hem } = tailor.trunk
  return [-0.75, -0.34, 0.05, 0.42, 0.8]
    .map((u, at) => `${n(u * 0.7)},${n(from + (at % 2) * 34)} ${n(u)},${n(hem)}`)
    .map((places) => stitch(tailor, places, { colour: 'costumeDark', width: 3.4, opacity: 0.55 }))
    .join('')
}

/** A ring of cloth around the neck, from its upper to its lower edge, `grow` wider than the neck. */
export function neckRing({ skeleton }: Tailor, [up, down]: [number, number], grow: number): string {
  const { wide, spine, sin, head } = skeleton
  const low = spine(down)
  const high = spine(up)
  const w = (wide.neck + grow) * (1 - 0.08 * sin)
  const x = high.x + (head.x - low.x) * 0.5
  return (
    `M${n(x - w + 5)} ${n(high.y)}Q${n(x)} ${n(high.y + 17)} ${n(x + w - 5)} ${n(high.y)}` +
    `C${n(low.x + w + 6)} ${n(high.y + 4)} ${n(low.x + w + 10)} ${n(low.y)} ${n(low.x + w + 2)} ${n(low.y + 2)}` +
    `Q${n(low.x)} ${n(low.y + 22)} ${n(low.x - w - 2)} ${n(low.y + 2)}` +
    `C${n(low.x - w - 10)} ${n(low.y)} ${n(low.x - w - 6)} ${n(high.y + 4)} ${n(x - w + 5)} ${n(high.y)}Z`
  )
}

export function scarf(tailor: Tailor): string {
  const { colours, skeleton } = tailor
  const { spine, sin, wide, kind } = skeleton
  const tail =
    kind === 'back'
      ? ''
      : patch(tailor, '-.16,214 .14,212 .2,322 -.18,326', 'accentDark') +
        stitch(tailor, '-.14,312 .17,309', { colour: 'accent', width: 4 })
  const at = spine(200)
  const w = wide.neck + 14
  const crease = (dy: number, share: number) =>
    `M${n(at.x - w * share)} ${n(at.y + dy - 6)}Q${n(at.x + 4 * sin)} ${n(at.y + dy + 13)} ${n(at.x + w * share)} ${n(at.y + dy - 8)}`
  return (
    tail +
    fill(neckRing(tailor, [180, 214], 17), colours.accent) +
    `<path d="${crease(2, 0.86)}${crease(13, 0.7)}" fill="none" stroke="${colours.accentDark}" stroke-width="3" stroke-linecap="round" opacity=".7"/>`
  )
}

/** A folded white collar: two points in front, a low ring behind. */
export function shirtCollar(tailor: Tailor): string {
  return tailor.skeleton.kind === 'back'
    ? fill(neckRing(tailor, [186, 200], 2), tailor.colours.linen)
    : nape(tailor, 'linen') + patches(tailor, '.03,222 .85,186 .95,196 .62,212 .3,246', 'linen')
}

/** A soft collar in the cloth's own or another colour, with the band that goes round the nape; none from behind. */
export function softCollar(tailor: Tailor, colour: Part): string {
  if (tailor.skeleton.kind === 'back') return ''
  return nape(tailor, colour) + patches(tailor, '.03,238 .8,189 .98,196 .62,216 .3,254', colour)
}

/** The part of a collar that goes round the back of the neck, where the body is turned. */
function nape(tailor: Tailor, colour: Part): string {
  const { trunk, skeleton, colours } = tailor
  if (skeleton.kind !== 'threeQuarter' && skeleton.kind !== 'side') return ''
  const [edge] = trunk.edge(196)
  const up = trunk.on(-0.84, 187)
  const low = trunk.on(-0.5, 222)
  const d = `M${n(edge.x - 1)} ${n(edge.y - 13)}Q${n((edge.x + up.x) / 2)} ${n(up.y + 12)} ${n(up.x)} ${n(up.y)}L${n(low.x)} ${n(low.y)}Q${n((edge.x + low.x) / 2)} ${n(low.y + 8)} ${n(edge.x - 11)} ${n(edge.y + 8)}Z`
  return fill(d, colours[colour])
}

export function epaulettes({ skeleton, colours }: Tailor): string {
  const w = 25 * skeleton.wide.limb
  return skeleton.arms
    .filter((_, at) => skeleton.kind !== 'side' || at === 1)
    .map(
      ({ shoulder: { x, y } }) =>
        `M${n(x - w)} ${n(y - 19)}C${n(x - w)} ${n(y - 33)} ${n(x + w)} ${n(y - 33)} ${n(x + w)} ${n(y - 17)}Z`,
    )
    .map((d) => fill(d, colours.metal))
    .join('')
}
