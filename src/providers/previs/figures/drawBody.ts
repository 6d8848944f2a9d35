import { costumes } from './costumes'
import { drawArm, drawLeg, type Sleeve } from './drawLimbs'
import { drawSeat } from './drawSeat'
import type { FigureFilters } from './figureFilters'
import { between, capsule, n, point, polygon } from './geometry'
import { outlines } from './headShapes'
import type { Arm } from './joints'
import type { Tailor } from './tailoring'

export type Body = Tailor & {
  id: string
  filters: FigureFilters
  silhouette: boolean
  /** Where the light is in the drawing's own axes, −1 left, 1 right. */
  side: number
}

export function drawLegs({ skeleton, colours, filters, look }: Body): string {
  const { bareLegs, boots } = costumes[look.costume]
  const stripe = look.costume === 'uniform' ? colours.metal : undefined
  const [far, near] = skeleton.legs
  const wear = { bare: bareLegs, boots: boots || bareLegs, stripe }
  const turned = skeleton.kind === 'threeQuarter' || skeleton.kind === 'side'
  return (
    drawSeat({ skeleton, filters, wood: colours.wood }) +
    drawLeg({
      skeleton,
      colours,
      filters,
      leg: far,
      wear: { ...wear, colour: turned ? colours.legsDark : colours.legs },
    }) +
    drawLeg({ skeleton, colours, filters, leg: near, wear: { ...wear, colour: colours.legs } }) +
    (skeleton.seated ? lap({ skeleton, colours, filters, look }) : '')
  )
}

/** Long cloth lies over the thighs and falls from the knees. */
function lap({ skeleton, colours, filters, look }: Omit<Tailor, 'trunk'> & { filters: FigureFilters }): string {
  const { hem } = costumes[look.costume]
  if (hem < 600 || skeleton.rest !== 'chair') return ''
  const fall = Math.min(150, (hem - 640) * 0.7)
  const thighs = skeleton.legs.map(({ hip, knee }) => capsule([point(hip.x, hip.y - 4), 52], [knee, 43])).join('')
  const xs = skeleton.legs.flatMap(({ knee }) => [knee.x - 40, knee.x + 40])
  const kneeY = Math.max(...skeleton.legs.map(({ knee }) => knee.y))
  const left = skeleton.sin > 0.3 ? Math.min(...skeleton.legs.map(({ hip }) => hip.x)) + 30 : Math.min(...xs)
  const right = Math.max(...xs)
  const drape = polygon([
    point(left, kneeY - (skeleton.sin > 0.3 ? 10 : 62)),
    point(right, kneeY - (skeleton.sin > 0.3 ? 10 : 62)),
    point(right + 2, kneeY + fall),
    point(left - 4, kneeY + fall),
  ])
  return `<g ${filters.body}><path d="${thighs}${drape}" fill="${colours.costume}"/></g>`
}

export function drawTrunk(body: Body): string {
  const { id, trunk, skeleton, colours, filters, look } = body
  const costume = costumes[look.costume]
  const pinned = (skeleton.kind === 'back' ? costume.back(body) : costume.front(body)) + costume.all(body)
  const collar = costume.collar(body)
  return (
    `<clipPath id="${id}-trunk"><path d="${trunk.shape}"/></clipPath>` +
    `<g ${filters.body}><path d="${trunk.shape}" fill="${colours.costume}"/>` +
    (body.silhouette ? '' : `<g clip-path="url(#${id}-trunk)">${pinned}</g>`) +
    `</g>` +
    opening(body) +
    (collar ? `<g ${filters.small}>${collar}</g>` : '')
  )
}

/** Skin in an open collar; wide enough at the top to leave no cloth around the throat. */
function opening({ trunk, skeleton, colours, look, silhouette }: Body): string {
  const { neckline } = costumes[look.costume]
  if (neckline === 'closed' || skeleton.kind === 'back' || silhouette) return ''
  const [nape, right] = trunk.edge(191)
  // Seen from the side, the cloth goes up to the nape behind the collar.
  const left = between(nape, right, { front: 0, threeQuarter: 0.34, side: 0.62 }[skeleton.kind])
  const tip = trunk.on(0, neckline === 'vee' ? 250 : 226)
  const top = left.y - 2
  const start = `M${n(left.x - 3)} ${n(top)}L${n(right.x + 3)} ${n(top)}`
  const d =
    neckline === 'vee'
      ? `${start}L${n(right.x + 1)} ${n(top + 12)}L${n(tip.x)} ${n(tip.y)}L${n(left.x - 1)} ${n(top + 12)}Z`
      : `${start}C${n(right.x + 2)} ${n(tip.y)} ${n(left.x - 2)} ${n(tip.y)} ${n(left.x - 3)} ${n(top)}Z`
  return `<path d="${d}" fill="${colours.skin}"/>`
}

/** The neck with the shadow the jaw throws on it. */
export function drawNeck({ id, skeleton, colours, filters, silhouette }: Body): string {
  const { head, headScale, spine, wide, sin, kind } = skeleton
  const foot = spine(214)
  const top = point(head.x - 15 * sin, head.y + 42 * headScale)
  const d = capsule([top, wide.neck], [foot, wide.neck + 2])
  const neck = `<g ${filters.small}><path d="${d}" fill="${colours.skin}"/></g>`
  if (silhouette || kind === 'back') return neck
  return (
    `<clipPath id="${id}-neck"><path d="${d}"/></clipPath>${neck}<g clip-path="url(#${id}-neck)">` +
    `<path d="${outlines[kind]}" transform="translate(${n(head.x - 4 * sin)} ${n(head.y + 15)}) scale(${n(headScale)})" fill="${colours.skinDark}" opacity=".62"/></g>`
  )
}

export function drawSleevedArm(body: Body, arm: Arm, thing: string): string {
  const { sleeve } = costumes[body.look.costume]
  const cut: Sleeve = {
    length: sleeve.length,
    flare: sleeve.flare,
    colour: body.colours[sleeve.colour],
    cuff: sleeve.cuff && !body.silhouette ? body.colours[sleeve.cuff] : undefined,
  }
  return drawArm({ ...body, arm, sleeve: cut, thing })
}
