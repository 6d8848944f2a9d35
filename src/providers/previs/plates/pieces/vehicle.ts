import type { VehicleKind } from '@/domain/scene/vehicleIn'
import { mix } from '../../colour'
import { lampColour, litWindowColour } from '../../light'
import { circle, d, ellipse, path, rect, repeat } from '../shapes'

/** How a vehicle is painted: its own colour and everything else through `tint`; lamps and windows `lit`. */
type Paint = { colour: string; tint: (local: string) => string; lit: boolean; ink: string }

/** Length and height in world units, beside a person of 400. */
export const vehicleSizes: Record<VehicleKind, readonly [number, number]> = {
  car: [660, 214], taxi: [660, 238], van: [700, 300], bus: [1180, 400],
} // prettier-ignore

/** A vehicle from its right side: nose to the right, wheels on y = 0, its middle at x = 0. */
export const drawVehicle = (kind: VehicleKind, paint: Paint): string => {
  const [length] = vehicleSizes[kind]
  const { tint, ink } = paint
  const shade = ellipse([0, 2, length * 0.53, 17], ink, 'opacity=".42"')
  const wheels = (kind === 'bus' ? [-0.31, 0.3] : [-0.31, 0.315])
    .map((part) => {
      const r = kind === 'bus' ? 58 : 49
      const at = [part * length, -r + 4] as const
      return (
        circle([...at, r], tint('#1f2026')) +
        circle([...at, r * 0.6], tint('#8d929a')) +
        circle([...at, r * 0.22], tint('#3a3d44'))
      )
    })
    .join('')
  return shade + bodies[kind](paint) + wheels
}

/** The lamps of a street find paint: by night it keeps some of its colour. */
const coat = ({ colour, tint, lit }: Paint): string => mix(tint(colour), colour, lit ? 0.2 : 0)

const glass = ({ tint, lit }: Paint): string => (lit ? mix(tint('#56687c'), litWindowColour, 0.26) : tint('#9fc0cc'))

const lights = ({ tint, lit }: Paint, { nose, tail, y }: { nose: number; tail: number; y: number }): string =>
  ellipse([nose, y, 13, 18], lit ? '#fff0c4' : tint('#e8e4d4')) +
  rect([tail - 6, y - 16, 13, 30], lit ? '#e8452e' : tint('#a8322a'), 'rx="5"') +
  (lit
    ? `<defs><linearGradient id="beam"><stop offset="0" stop-color="${lampColour}" stop-opacity=".34"/><stop offset="1" stop-color="${lampColour}" stop-opacity="0"/></linearGradient></defs>` +
      path(d`M${nose} ${y - 8}L${nose + 380} ${y + 24}L${nose + 380} ${y + 92}L${nose} ${y + 12}Z`, 'url(#beam)') +
      [70, 48, 28].map((r, i) => ellipse([nose + 6, y, r, r * 0.8], lampColour, `opacity="${['.1', '.16', '.3'][i] ?? ''}"`)).join('')
    : '') // prettier-ignore

const saloon = (paint: Paint): string => {
  const { ink } = paint
  const body = coat(paint)
  return (
    path('M-318 -44Q-334 -108 -292 -122L-206 -130Q-150 -210 -70 -214H62Q124 -212 190 -132L286 -114Q330 -104 328 -44Z', body) +
    path('M-178 -132Q-132 -190 -74 -194H-22V-132ZM0 -132V-194H56Q104 -190 152 -132Z', glass(paint)) +
    path('M-318 -60H328V-44H-318Z', mix(body, ink, 0.4)) +
    path('M-300 -106L-196 -116H196L306 -96V-88H-310Z', mix(body, '#ffffff', 0.24), 'opacity=".6"') +
    rect([-12, -132, 4, 78], mix(body, ink, 0.45)) +
    rect([20, -106, 34, 7], mix(body, '#ffffff', 0.4), 'rx="3"') +
    rect([-160, -106, 34, 7], mix(body, '#ffffff', 0.4), 'rx="3"') +
    lights(paint, { nose: 314, tail: -318, y: -88 })
  ) // prettier-ignore
}

const bodies: Record<VehicleKind, (paint: Paint) => string> = {
  car: saloon,
  taxi: (paint) =>
    saloon({ ...paint, colour: '#e0b23a' }) +
    rect([-34, -238, 78, 26], paint.lit ? '#ffe9a8' : paint.tint('#f0e8d0'), 'rx="7"') +
    repeat(13, (i) => rect([-290 + i * 44, -76, 22, 11], paint.tint('#2a2a30'))),
  van: (paint) => {
    const body = coat(paint)
    return (
      path('M-346 -44V-268Q-344 -298 -312 -300H120Q186 -296 232 -178L316 -150Q346 -140 346 -96V-44Z', body) +
      path('M96 -178V-270H120Q164 -266 198 -178Z', glass(paint)) +
      path('M-346 -62H346V-44H-346Z', mix(body, paint.ink, 0.4)) +
      rect([-330, -176, 400, 8], mix(body, '#ffffff', 0.3)) +
      rect([76, -270, 5, 208], mix(body, paint.ink, 0.4)) +
      lights(paint, { nose: 334, tail: -344, y: -112 })
    )
  },
  bus: (paint) => {
    const body = coat(paint)
    return (
      path('M-584 -52V-362Q-582 -398 -546 -400H540Q576 -398 582 -350L590 -52Z', body) +
      repeat(7, (i) => rect([-552 + i * 142, -352, 124, 132], glass(paint), 'rx="9"')) +
      rect([452, -352, 116, 190], glass(paint), 'rx="9"') +
      rect([-584, -196, 1030, 13], mix(body, '#ffffff', 0.45)) +
      rect([-584, -74, 1172, 24], mix(body, paint.ink, 0.4)) +
      rect([330, -352, 96, 292], mix(glass(paint), paint.ink, 0.15), 'rx="6"') +
      rect([376, -352, 4, 292], body) +
      lights(paint, { nose: 576, tail: -584, y: -112 })
    )
  },
}
