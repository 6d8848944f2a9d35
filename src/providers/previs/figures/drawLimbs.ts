import type { FigureColours } from './figureColours'
import type { FigureFilters } from './figureFilters'
import { between, capsule, n, type Point } from './geometry'
import type { Arm, HandKind, Leg, Skeleton } from './joints'

type Painted = { skeleton: Skeleton; colours: FigureColours; filters: FigureFilters }

export type Sleeve = {
  /** How far down the sleeve reaches: 1 wrist, .5 elbow, 0 none. */
  length: number
  colour: string
  cuff: string | undefined
  /** Half-width at the wrist over that of a plain sleeve. */
  flare: number
}

/** An arm with its hand; `thing` is drawn between palm and fingers, already in figure units. */
export function drawArm({
  skeleton,
  colours,
  filters,
  arm,
  sleeve,
  thing,
}: Painted & { arm: Arm; sleeve: Sleeve; thing: string }): string {
  const limb = skeleton.wide.limb
  const { shoulder, elbow, wrist } = arm
  const skinArm =
    sleeve.length < 1
      ? capsule([elbow, 17 * limb], [wrist, 12.5 * limb]) + capsule([shoulder, 20 * limb], [elbow, 17 * limb])
      : ''
  const end =
    sleeve.length >= 1
      ? between(elbow, wrist, 0.97)
      : sleeve.length > 0.5
        ? between(elbow, wrist, (sleeve.length - 0.5) * 2)
        : between(shoulder, elbow, sleeve.length * 2)
  const endWide = (sleeve.length >= 1 ? 17.5 : 20) * limb * sleeve.flare
  const cloth =
    sleeve.length > 0.5
      ? capsule([shoulder, 24.5 * limb], [elbow, 21.5 * limb]) +
        tapered({ from: elbow, to: end, wideFrom: 21.5 * limb, wideTo: endWide })
      : tapered({ from: shoulder, to: end, wideFrom: 24.5 * limb, wideTo: 23 * limb * sleeve.flare })
  const fold = creaseOf(arm, colours, limb)
  const cuff = sleeve.cuff ? cuffOf({ elbow, end, wide: endWide, colour: sleeve.cuff }) : ''
  return (
    thing +
    `<g ${filters.small}>${skinArm ? `<path d="${skinArm}" fill="${colours.skin}"/>` : ''}${drawHand({ arm, colours, limb })}</g>` +
    `<g ${filters.body}><path d="${cloth}" fill="${sleeve.colour}"/>${cuff}</g>` +
    (sleeve.length > 0.5 ? fold : '')
  )
}

/** Round at the joint, straight at the cuff. */
function tapered({ from, to, wideFrom, wideTo }: { from: Point; to: Point; wideFrom: number; wideTo: number }): string {
  const angle = Math.atan2(to.y - from.y, to.x - from.x)
  const across = (p: Point, wide: number, sign: number) =>
    `${n(p.x - Math.sin(angle) * wide * sign)} ${n(p.y + Math.cos(angle) * wide * sign)}`
  return `M${across(from, wideFrom, 1)}A${n(wideFrom)} ${n(wideFrom)} 0 0 1 ${across(from, wideFrom, -1)}L${across(to, wideTo, -1)}L${across(to, wideTo, 1)}Z`
}

function cuffOf({ elbow, end, wide, colour }: { elbow: Point; end: Point; wide: number; colour: string }): string {
  const length = Math.hypot(end.x - elbow.x, end.y - elbow.y) || 1
  const start = between(end, elbow, 15 / length)
  return `<path d="M${n(start.x)} ${n(start.y)}L${n(end.x)} ${n(end.y)}" stroke="${colour}" stroke-width="${n(wide * 2 + 3)}"/>`
}

/** Cloth creases at a bent elbow. */
function creaseOf({ shoulder, elbow, wrist }: Arm, colours: FigureColours, limb: number): string {
  const upper = Math.atan2(elbow.y - shoulder.y, elbow.x - shoulder.x)
  const fore = Math.atan2(wrist.y - elbow.y, wrist.x - elbow.x)
  const bend = Math.atan2(Math.sin(fore - upper), Math.cos(fore - upper))
  if (Math.abs(bend) < 0.6) return ''
  const inside = upper + bend / 2 + (Math.sign(bend) * Math.PI) / 2
  const r = 20 * limb
  const start = { x: elbow.x + Math.cos(inside) * r, y: elbow.y + Math.sin(inside) * r }
  const mid = between(start, elbow, 0.75)
  const wideAngle = inside + 0.7 * Math.sign(bend)
  const second = { x: elbow.x + Math.cos(wideAngle) * r * 0.95, y: elbow.y + Math.sin(wideAngle) * r * 0.95 }
  const secondEnd = between(second, elbow, 0.5)
  return `<path d="M${n(start.x)} ${n(start.y)}L${n(mid.x)} ${n(mid.y)}M${n(second.x)} ${n(second.y)}L${n(secondEnd.x)} ${n(secondEnd.y)}" stroke="${colours.ink}" stroke-width="3" stroke-linecap="round" opacity=".3"/>`
}

/** Hands hang from the wrist along +y, thumb toward +x; about 58 long. */
const hands: Record<HandKind, { shape: string; lines: string }> = {
  relaxed: {
    shape:
      'M-13-8C-17 4-18 16-16 28C-15 42-11 56-4 59C4 60 11 54 14 42C16 32 16 22 16 14C18 18 20 24 19 31C18 36 22 37 24 33C27 25 25 12 18 2C15-3 13-6 12-8Z',
    lines: 'M-8 40Q-7 50-4 56M1 40Q2 50 2 57M9 38Q9 46 7 53',
  },
  grip: {
    shape: 'M-13-8C-19 2-21 14-19 24C-17 36-8 42 2 42C14 42 21 36 22 26C23 18 21 14 22 10C22 4 16 0 13-8Z',
    lines: 'M20 15Q8 12 3 16M21 23Q8 20 3 24M20 31Q9 29 4 32M-6 12Q4 4 14 6',
  },
  point: {
    shape:
      'M-13-8C-19 2-20 14-18 24C-16 34-10 39-2 39L3 39L5 68C6 75 14 75 15 68L17 38C23 32 23 14 18 4C16-1 14-5 12-8Z',
    lines: 'M-14 24Q-6 21 0 26M-12 32Q-5 29 1 33M18 12Q8 14 6 24',
  },
  open: {
    shape:
      'M-12-8C-17 2-19 12-18 22L-23 44C-24 51-16 53-14 47L-9 31L-9 55C-9 62 0 62 0 55L2 32L7 54C9 61 17 59 16 52L12 27L22 40C27 45 33 40 29 34L17 8C15 2 13-4 11-8Z',
    lines: 'M-9 31Q-8 26-6 24M2 32Q3 27 5 25',
  },
}

function drawHand({ arm, colours, limb }: { arm: Arm; colours: FigureColours; limb: number }): string {
  const { shape, lines } = hands[arm.hand]
  const size = 0.82 + limb * 0.16
  const thumb = arm.flip ? -1 : 1
  return (
    `<g transform="translate(${n(arm.wrist.x)} ${n(arm.wrist.y)}) rotate(${n(-arm.degrees)}) scale(${n(size * thumb)} ${n(size)})">` +
    `<path d="${shape}" fill="${colours.skin}"/><path d="${lines}" fill="none" stroke="${colours.skinDark}" stroke-width="2" stroke-linecap="round" opacity=".75"/></g>`
  )
}

export type Legwear = { colour: string; bare: boolean; boots: boolean; stripe: string | undefined }

export function drawLeg({ skeleton, colours, filters, leg, wear }: Painted & { leg: Leg; wear: Legwear }): string {
  const limb = skeleton.wide.limb
  const thin = wear.bare ? 0.72 : 1
  const hipWide = Math.min(skeleton.wide.hip * 0.5 + 2, 44 * limb)
  const { hip, knee, ankle } = leg
  const cloth =
    capsule([hip, hipWide * (wear.bare ? 0.85 : 1)], [knee, 32 * limb * thin]) +
    capsule([knee, 32 * limb * thin], [ankle, 25 * limb * thin])
  const stripe = wear.stripe
    ? `<path d="M${n(hip.x)} ${n(hip.y)}L${n(knee.x)} ${n(knee.y)}L${n(ankle.x)} ${n(ankle.y)}" fill="none" stroke="${wear.stripe}" stroke-width="5" opacity=".8"/>`
    : ''
  return `<g ${filters.body}>${shoeOf({ skeleton, colours, leg, boots: wear.boots })}<path d="${cloth}" fill="${wear.colour}"/>${stripe}</g>`
}

function shoeOf({ skeleton, colours, leg, boots }: Omit<Painted, 'filters'> & { leg: Leg; boots: boolean }): string {
  const { sin, cos, wide } = skeleton
  const toe = 20 + 46 * sin
  const heel = -22 + 2 * sin
  const aside = sin < 0.3 ? Math.sign(leg.ankle.x || 1) * 5 : 0
  const tip = cos < -0.5 ? 16 : toe
  const d =
    `M${n(heel)} 4C${n(heel - 5)} 24 ${n(heel - 4)} 40 ${n(heel - 2)} 49L${n(tip + aside)} 49` +
    `C${n(tip + 10 + aside)} 49 ${n(tip + 10 + aside)} 31 ${n(tip - 6 + aside)} 25C${n(Math.max(22, tip - 26))} 19 20 12 20 2Z`
  const shaft = boots ? '<path d="M-25-70L25-70L21 10L-24 10Z" />' : ''
  const sole = `<path d="M${n(heel - 4)} 46L${n(tip + 7 + aside)} 46L${n(tip + 7 + aside)} 50L${n(heel - 4)} 50Z" fill="${colours.ink}"/>`
  return `<g transform="translate(${n(leg.ankle.x)} ${n(leg.ankle.y)}) rotate(${n(leg.pitch)}) scale(${n(0.9 + wide.limb * 0.1)} 1)"><g fill="${colours.shoe}"><path d="${d}"/>${shaft}</g>${sole}</g>`
}
