import type { Face, Places } from './face'
import { n } from './geometry'

const speaking = { 0: 0, 1: 0.3, 2: 0.72 }

/** Closed lips, or an open mouth with teeth and tongue. */
export function drawMouth(face: Face, at: Places): string {
  const { expression, mouth, colours, look } = face
  const open = mouth === undefined ? expression.mouthOpen : speaking[mouth]
  const child = look.age === 'child'
  const wide = at.mouth.wide * (child ? 0.84 : 1) * (1 - open * 0.16) * (expression.mouthCurve > 0.6 ? 1.14 : 1)
  const { x } = at.mouth
  const y = 43 + (child ? 1 : 0)
  const corner = y - expression.mouthCurve * 5.5
  const left = face.kind === 'side' ? x - wide : x - wide
  const right = face.kind === 'side' ? 50.5 : x + wide
  const cornerRight = face.kind === 'side' ? y - 2 : corner
  const bend = y + expression.mouthCurve * 4.5
  const lipLine = `M${n(left)} ${n(corner)}Q${n(x)} ${n(bend)} ${n(right)} ${n(cornerRight)}`
  if (open < 0.05) {
    return (
      `<path d="${lipsOf({ left, right, corner, cornerRight, x, bend })}" fill="${colours.lip}"/>` +
      `<path d="${lipLine}" fill="none" stroke="${colours.mouthInside}" stroke-width="1.9" stroke-linecap="round" opacity=".8"/>` +
      `<path d="M${n(x - wide * 0.42)} ${n(y + 11)}Q${n(x)} ${n(y + 14)} ${n(x + wide * 0.42)} ${n(y + 11)}" fill="none" stroke="${colours.skinDark}" stroke-width="2" stroke-linecap="round" opacity=".5"/>`
    )
  }
  const drop = 5 + open * 21
  const upperY = bend - 3 - open * 4
  const clip = `${face.id}-m`
  const hole = `M${n(left)} ${n(corner)}Q${n(x)} ${n(upperY)} ${n(right)} ${n(cornerRight)}Q${n(right - wide * 0.2)} ${n(y + drop)} ${n(x)} ${n(y + drop)}Q${n(left + wide * 0.2)} ${n(y + drop)} ${n(left)} ${n(corner)}Z`
  return (
    `<clipPath id="${clip}"><path d="${hole}"/></clipPath><path d="${hole}" fill="${colours.mouthInside}"/>` +
    `<g clip-path="url(#${clip})"><ellipse cx="${n(x)}" cy="${n(y + drop + 3)}" rx="${n(wide * 0.7)}" ry="${n(5 + open * 5)}" fill="${colours.blush}"/>` +
    `<path d="M${n(left)} ${n(corner - 10)}L${n(right)} ${n(cornerRight - 10)}L${n(right)} ${n(cornerRight + 1)}Q${n(x)} ${n(upperY + 5 + open * 3)} ${n(left)} ${n(corner + 1)}Z" fill="${colours.teeth}"/></g>` +
    `<path d="${hole}" fill="none" stroke="${colours.lip}" stroke-width="3.2" stroke-linejoin="round"/>`
  )
}

type LipPlace = { left: number; right: number; corner: number; cornerRight: number; x: number; bend: number }

/** Both lips around the line of a closed mouth, thin at the corners. */
function lipsOf({ left, right, corner, cornerRight, x, bend }: LipPlace): string {
  const half = (right - left) / 2
  return (
    `M${n(left)} ${n(corner)}Q${n(x - half * 0.5)} ${n((corner + bend) / 2 - 3.4)} ${n(x - half * 0.16)} ${n((corner + bend) / 2 - 3.6)}` +
    `Q${n(x)} ${n((corner + bend) / 2 - 2.4)} ${n(x + half * 0.16)} ${n((corner + bend) / 2 - 3.6)}` +
    `Q${n(x + half * 0.5)} ${n((cornerRight + bend) / 2 - 3.4)} ${n(right)} ${n(cornerRight)}` +
    `Q${n(x)} ${n(bend + (bend - corner) * 0.4 + 6.2)} ${n(left)} ${n(corner)}Z`
  )
}
