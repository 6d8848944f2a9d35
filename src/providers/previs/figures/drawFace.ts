import { drawBrow, drawEye } from './drawEye'
import { drawMouth } from './drawMouth'
import { places, type Face, type Places } from './face'
import { n } from './geometry'

export function drawFace(face: Face): string {
  const at = places[face.kind]
  const { colours, look, form } = face
  const child = look.age === 'child'
  const blush = at.cheeks
    .map(
      (x) =>
        `<ellipse cx="${n(x)}" cy="24" rx="${child ? '11' : '10'}" ry="7.5" fill="${colours.blush}" opacity=".26"/>`,
    )
    .join('')
  const nose =
    (at.noseShade && `<path d="${at.noseShade}" fill="${colours.skinDark}" opacity=".42"/>`) +
    `<path d="${at.nose}" fill="none" stroke="${colours.skinDark}" stroke-width="2.6" stroke-linecap="round"/>`
  const grow = child ? 0.76 : form.nose
  const middle = { front: 0, threeQuarter: 28, side: 47 }[face.kind]
  const noseGroup = `<g transform="translate(${n(middle * (1 - grow))} ${n((child ? 30 : 12) * (1 - grow))}) scale(${n(grow)})">${nose}</g>`
  return (
    blush +
    (look.age === 'elder' ? lines(face, at) : '') +
    noseGroup +
    at.eyes.map((eye, index) => drawEye(face, eye, index)).join('') +
    at.eyes.map((eye) => drawBrow(face, eye)).join('') +
    drawMouth(face, at)
  )
}

function lines({ kind, colours }: Face, at: Places): string {
  const stroke = `fill="none" stroke="${colours.skinDark}" stroke-width="1.8" stroke-linecap="round" opacity=".6"`
  const middle = kind === 'front' ? 0 : kind === 'threeQuarter' ? 20 : 34
  const forehead = `<path d="M${n(middle - 20)}-40Q${n(middle)}-44 ${n(middle + 12)}-40M${n(middle - 14)}-33Q${n(middle)}-36 ${n(middle + 8)}-33" ${stroke}/>`
  const bags = at.eyes
    .map(({ x, wide }) => `<path d="M${n(x - wide * 0.7)} 9Q${n(x)} 15 ${n(x + wide * 0.7)} 9" ${stroke}/>`)
    .join('')
  const folds =
    kind === 'front'
      ? `<path d="M-13 24Q-22 32-22 42M13 24Q22 32 22 42" ${stroke}/>`
      : kind === 'threeQuarter'
        ? `<path d="M17 25Q7 32 6 43" ${stroke}/>`
        : `<path d="M44 26Q34 32 32 44" ${stroke}/>`
  return forehead + bags + folds
}
