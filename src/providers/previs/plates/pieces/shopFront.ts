import { mix } from '../../colour'
import { litWindowColour } from '../../light'
import { d, ellipse, glow, path, rect, repeat } from '../shapes'
import type { Stage } from '../stage'

/** The ground floor of a house as a shop: sign, window with goods, door, awning. */
export const shopFront = (
  stage: Stage,
  at: { x: number; width: number; base: number; awning: string; label: string },
): string => {
  const { x, width, base, awning, label } = at
  const tint = stage.at(0.04)
  const dice = stage.dice(`${label}/shop`)
  const lit = stage.light.lampsOn
  const glass = lit ? '#ffdf9a' : mix(tint('#5d7484'), stage.light.sky.mid, 0.35)
  const top = base - 150
  const [wx, ww] = [x + width * 0.07, width * 0.56]
  const goods = repeat(7, (i) => {
    const [w, h] = [18 + dice() * 16, 20 + dice() * 46]
    return rect(
      [wx + 8 + (i * ww) / 7.4, base - 34 - h, w, h],
      lit ? mix(glass, '#5b3526', 0.72) : tint('#3c4450'),
      'rx="3"',
    )
  })
  const stripes = 7
  const one = (width * 0.94) / stripes
  const canopy = repeat(stripes, (i) => {
    const left = x + width * 0.03 + i * one
    return path(
      d`M${left} ${top - 40}H${left + one}L${left + one} ${top + 6}A${one / 2} 15 0 0 1 ${left} ${top + 6}Z`,
      tint(i % 2 === 0 ? awning : '#e4d8c0'),
    )
  })
  return (
    rect([x, base - 214, width, 214], tint('#3d3338')) +
    rect([x + width * 0.03, base - 208, width * 0.94, 32], tint(mix(awning, '#201a20', 0.35))) +
    repeat(8, (i) =>
      rect(
        [x + width * (0.2 + i * 0.075), base - 199, width * 0.045 * (0.5 + dice() * 0.5), 14],
        tint('#e9d9ae'),
        'opacity=".8"',
      ),
    ) +
    rect([wx, top, ww, 116], glass) +
    goods +
    rect([wx + ww / 2 - 3, top, 6, 116], tint('#2c252a')) +
    rect([x + width * 0.7, top, width * 0.2, 150], tint('#574038')) +
    rect([x + width * 0.725, top + 10, width * 0.15, 78], lit ? mix(glass, '#ffb765', 0.4) : glass) +
    (lit
      ? glow(stage, [wx + ww / 2, top + 70, width * 0.62], { colour: litWindowColour, opacity: 0.34 }) +
        ellipse([x + width * 0.4, base + 16, width * 0.46, 22], litWindowColour, 'opacity=".2"')
      : '') +
    canopy +
    rect([x, base - 12, width, 12], tint('#2a2429'))
  )
}
