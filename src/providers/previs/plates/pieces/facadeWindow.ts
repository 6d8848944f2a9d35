import { mix } from '../../colour'
import { type Light, lampColour, litWindowColour } from '../../light'
import { pick } from '../../random'
import { rect } from '../shapes'
import type { Stage } from '../stage'

type WindowSpec = {
  box: [number, number, number, number]
  depth: number
  draws: [number, number, number]
  colour: string
}

/** One window. Always takes three draws, lit or not, so that the hour never moves the next one. */
export const windowAt = (stage: Stage, { box, depth, draws, colour }: WindowSpec): string => {
  const [x, y, w, h] = box
  const tint = stage.at(depth)
  const lit = stage.light.lampsOn && draws[0] < 0.36
  const frame = tint(mix(colour, '#20222c', 0.45))
  const glass = lit ? litGlass(stage.light, depth, draws[1]) : darkGlass(stage.light, tint, draws[1])
  const bar = lit ? mix(frame, glass, 0.18) : frame
  const blind = draws[2] < 0.3 ? rect([x, y, w, h * (0.25 + draws[2])], mix(glass, lit ? '#7c5a52' : frame, 0.5)) : ''
  const bars =
    w > 9
      ? rect([x + w / 2 - w * 0.04, y, w * 0.08, h], bar) + (h > 34 ? rect([x, y + h * 0.42, w, h * 0.045], bar) : '')
      : ''
  const sill =
    w > 14 ? rect([x - w * 0.14, y + h, w * 1.28, Math.max(2, h * 0.07)], tint(mix(colour, '#e8dcc8', 0.35))) : ''
  return rect([x, y, w, h], glass) + blind + bars + sill
}

const litGlass = (light: Light, depth: number, draw: number): string =>
  mix(
    mix(litWindowColour, pick(['#ffe9b0', '#ffb765', lampColour], draw), 0.55),
    light.haze,
    Math.min(0.45, depth * 0.5),
  )

const darkGlass = (light: Light, tint: (local: string) => string, draw: number): string =>
  light.night ? tint(mix('#3a4c66', '#24304a', draw)) : mix(tint('#4c6176'), light.sky.mid, 0.25 + draw * 0.3)
