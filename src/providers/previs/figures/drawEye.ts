import type { CharacterLook } from '@/domain/cast/look'
import { places, type EyePlace, type Face } from './face'
import { n } from './geometry'

function eyeHeight(look: CharacterLook): number {
  return look.age === 'child' ? 6 : 0
}

/** White, iris, light, a heavy upper lid and its fold; lids slant with the brows. */
export function drawEye(face: Face, eye: EyePlace, index: number): string {
  const { colours, look, expression, closed } = face
  const grow = look.age === 'child' ? 1.24 : 1
  const wide = eye.wide * grow
  const y = places[face.kind].eyeY + eyeHeight(look)
  const innerX = eye.x + eye.inner * wide
  const outerX = eye.x - eye.inner * wide
  const innerY = y + 1 - expression.browInner * 0.34
  const outerY = y - 1.5 + expression.browInner * 0.16
  const middle = (innerY + outerY) / 2
  const lidColour = colours.brow
  if (closed) return closedEye({ innerX, innerY, outerX, outerY, colour: lidColour })
  const open = 10.5 * grow * expression.eyeOpen
  const top = middle - open
  const low = middle + open * 0.62 + (expression.mouthCurve > 0.6 ? -1.6 : 0)
  // The upper lid is highest a little toward the nose: the eye looks at something.
  const lean = eye.inner * wide * 0.12
  const upper = (lift: number) =>
    `C${n(outerX + eye.inner * wide * 0.35 + lean)} ${n(top - lift)} ${n(innerX - eye.inner * wide * 0.45 + lean)} ${n(top - lift)} ${n(innerX)} ${n(innerY)}`
  const lower = `C${n(innerX - eye.inner * wide * 0.4)} ${n(low)} ${n(outerX + eye.inner * wide * 0.5)} ${n(low)} ${n(outerX)} ${n(outerY)}Z`
  const shape = `M${n(outerX)} ${n(outerY)}${upper(2)}${lower}`
  const ahead = face.kind === 'side' ? wide * 0.42 : face.kind === 'threeQuarter' ? wide * 0.2 : 0
  const cx = eye.x + ahead
  const cy = middle - open * 0.12 + expression.gazeDown
  const iris = 7.4 * grow
  const thin = Math.min(1, eye.wide / 12)
  const clip = `${face.id}-e${String(index)}`
  return (
    `<clipPath id="${clip}"><path d="${shape}"/></clipPath><path d="${shape}" fill="${colours.eyeWhite}"/>` +
    `<g clip-path="url(#${clip})"><ellipse cx="${n(cx)}" cy="${n(cy)}" rx="${n(iris * thin)}" ry="${n(iris)}" fill="${colours.iris}"/>` +
    `<ellipse cx="${n(cx)}" cy="${n(cy)}" rx="${n(iris * 0.56 * thin)}" ry="${n(iris * 0.56)}" fill="${colours.pupil}"/>` +
    `<path d="M${n(outerX)} ${n(outerY)}${upper(2)}" fill="none" stroke="${colours.ink}" stroke-width="7" opacity=".22"/>` +
    `<circle cx="${n(cx - 2.6)}" cy="${n(cy - 3)}" r="2.3" fill="#fff" opacity=".92"/>` +
    `<circle cx="${n(cx + 2.6)}" cy="${n(cy + 3)}" r="1.1" fill="#fff" opacity=".45"/></g>` +
    `<path d="${lidShape({ outerX, outerY, innerX, innerY, top, upper, inner: eye.inner })}" fill="${lidColour}"/>` +
    `<path d="M${n(outerX + eye.inner * wide * 0.3)} ${n(low - 1.2)}Q${n(eye.x)} ${n(low + 1.2)} ${n(innerX - eye.inner * wide * 0.4)} ${n(low - 1)}" fill="none" stroke="${colours.skinDark}" stroke-width="1.4" stroke-linecap="round" opacity=".7"/>` +
    foldOf({ face, outerX, innerX, top, inner: eye.inner })
  )
}

type LidPlace = {
  outerX: number
  outerY: number
  innerX: number
  innerY: number
  top: number
  upper: (lift: number) => string
  inner: number
}

/** A lid that is heaviest outside and thins toward the nose. */
function lidShape({ outerX, outerY, innerX, innerY, top, upper, inner }: LidPlace): string {
  const flick = `M${n(outerX - inner * 3.4)} ${n(outerY - 1.6)}L${n(outerX)} ${n(outerY - 2)}`
  const wide = Math.abs(innerX - outerX) / 2
  return (
    `${flick}${upper(5)}L${n(innerX)} ${n(innerY + 1)}` +
    `C${n(innerX - inner * wide * 0.45)} ${n(top)} ${n(outerX + inner * wide * 0.4)} ${n(top + 0.6)} ${n(outerX)} ${n(outerY + 1.6)}Z`
  )
}

function foldOf({
  face,
  outerX,
  innerX,
  top,
  inner,
}: {
  face: Face
  outerX: number
  innerX: number
  top: number
  inner: number
}): string {
  const wide = Math.abs(innerX - outerX)
  const y = top - 3.4
  return `<path d="M${n(outerX + inner * wide * 0.16)} ${n(y + 2)}Q${n((outerX + innerX) / 2)} ${n(y - 3)} ${n(innerX - inner * wide * 0.18)} ${n(y + 2)}" fill="none" stroke="${face.colours.skinDark}" stroke-width="1.7" stroke-linecap="round" opacity=".55"/>`
}

function closedEye({
  innerX,
  innerY,
  outerX,
  outerY,
  colour,
}: {
  innerX: number
  innerY: number
  outerX: number
  outerY: number
  colour: string
}): string {
  const middle = (innerX + outerX) / 2
  const y = (innerY + outerY) / 2 + 6
  return `<path d="M${n(outerX)} ${n(outerY + 2)}Q${n(middle)} ${n(y + 3)} ${n(innerX)} ${n(innerY + 2)}" fill="none" stroke="${colour}" stroke-width="3.4" stroke-linecap="round"/>`
}

/** A tapered brow. */
export function drawBrow({ kind, look, colours, expression }: Face, eye: EyePlace): string {
  const wide = eye.wide * 1.22
  const base = places[kind].eyeY - 20 + eyeHeight(look)
  const heavy = (look.age === 'child' ? 0.7 : look.beard || look.age === 'elder' ? 1.25 : 1) * 3.4
  const innerX = eye.x + eye.inner * wide * 0.86
  const outerX = eye.x - eye.inner * wide * 1.02
  const innerY = base - expression.browInner + 1
  const outerY = base - expression.browOuter + 3
  const archX = eye.x - eye.inner * wide * 0.25
  const archY = (innerY + outerY) / 2 - 5
  return (
    `<path d="M${n(innerX)} ${n(innerY - heavy * 0.7)}Q${n(archX)} ${n(archY - heavy)} ${n(outerX)} ${n(outerY)}` +
    `Q${n(archX)} ${n(archY + heavy * 0.9)} ${n(innerX)} ${n(innerY + heavy * 0.8)}Z" fill="${colours.brow}" stroke="${colours.brow}" stroke-width="1" stroke-linejoin="round"/>`
  )
}
