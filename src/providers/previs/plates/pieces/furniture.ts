import { mix } from '../../colour'
import { d, ellipse, path, rect } from '../shapes'
import type { Stage } from '../stage'
import { footShade } from './footShade'
import type { Standing } from './standing'

/** A table or counter top on two legs, seen from the front; y is its foot. */
export const table = (stage: Stage, { x, y, w, h, colour }: Standing): string => {
  const tint = stage.at(0.04)
  const leg = tint(mix(colour, '#20181a', 0.28))
  return (
    footShade(stage, [x, y, w]) +
    rect([x + w * 0.06, y - h, w * 0.05, h], leg) +
    rect([x + w * 0.89, y - h, w * 0.05, h], leg) +
    rect([x, y - h, w, h * 0.16], tint(colour)) +
    rect([x, y - h * 0.84, w, h * 0.07], stage.light.ink, 'opacity=".25"')
  )
}

/** A sofa for two or three; y is the foot. */
export const sofa = (stage: Stage, { x, y, w, h, colour }: Standing): string => {
  const tint = stage.at(0.04)
  const body = tint(colour)
  const dark = tint(mix(colour, '#1b1720', 0.25))
  const light = tint(mix(colour, '#fff0d8', 0.16))
  return (
    footShade(stage, [x, y + 4, w]) +
    rect([x + 14, y - h, w - 28, h * 0.7], body, 'rx="22"') +
    rect([x + 34, y - h * 0.5, (w - 72) / 2, h * 0.26], light, 'rx="12"') +
    rect([x + 38 + (w - 72) / 2, y - h * 0.5, (w - 72) / 2, h * 0.26], light, 'rx="12"') +
    rect([x + 20, y - h * 0.3, w - 40, h * 0.24], dark) +
    rect([x, y - h * 0.68, 42, h * 0.64], body, 'rx="18"') +
    rect([x + w - 42, y - h * 0.68, 42, h * 0.64], body, 'rx="18"') +
    rect([x + 16, y - 10, 14, 12], tint('#3a2a24')) +
    rect([x + w - 30, y - 10, 14, 12], tint('#3a2a24'))
  )
}

/** A bed seen from its side; y is its foot. */
export const bed = (stage: Stage, { x, y, w, h, colour }: Standing): string => {
  const tint = stage.at(0.04)
  return (
    footShade(stage, [x, y + 4, w]) +
    rect([x - 10, y - h * 1.5, 22, h * 1.5], tint('#6d4a36'), 'rx="8"') +
    rect([x + w - 8, y - h * 0.86, 18, h * 0.86], tint('#6d4a36'), 'rx="7"') +
    rect([x + 8, y - h * 0.4, w - 10, h * 0.26], tint('#54392c')) +
    rect([x + 12, y - h * 0.78, w - 22, h * 0.42], tint('#e8e0cf'), 'rx="12"') +
    path(
      d`M${x + w * 0.3} ${y - h * 0.86}H${x + w - 8}V${y - h * 0.3}C${x + w * 0.8} ${y - h * 0.22} ${x + w * 0.6} ${y - h * 0.36} ${x + w * 0.3} ${y - h * 0.28}Z`,
      tint(colour),
    ) +
    rect([x + 22, y - h * 1.02, w * 0.2, h * 0.3], tint('#f4eee0'), 'rx="14"')
  )
}

/** A chair from behind; y is its foot. */
export const chair = (stage: Stage, { x, y, w, h, colour }: Standing): string => {
  const tint = stage.at(0.03)
  const c = tint(colour)
  const dark = tint(mix(colour, '#1b1518', 0.3))
  return (
    footShade(stage, [x, y, w]) +
    rect([x, y - h, w * 0.11, h], c) +
    rect([x + w * 0.89, y - h, w * 0.11, h], c) +
    rect([x, y - h, w, h * 0.13], c, 'rx="4"') +
    rect([x + w * 0.05, y - h * 0.78, w * 0.9, h * 0.09], dark) +
    rect([x - w * 0.05, y - h * 0.48, w * 1.1, h * 0.1], c) +
    rect([x + w * 0.08, y - h * 0.38, w * 0.1, h * 0.38], dark) +
    rect([x + w * 0.82, y - h * 0.38, w * 0.1, h * 0.38], dark)
  )
}

/** A bar stool; y is its foot. */
export const stool = (stage: Stage, { x, y, w, h, colour }: Standing): string => {
  const tint = stage.at(0.02)
  return (
    footShade(stage, [x, y, w]) +
    rect([x + w * 0.44, y - h, w * 0.12, h], tint('#2b2226')) +
    ellipse([x + w / 2, y - h * 0.34, w * 0.34, 6], tint('#3a2d2c')) +
    ellipse([x + w / 2, y - 3, w * 0.42, 8], tint('#2b2226')) +
    ellipse([x + w / 2, y - h + 5, w * 0.55, 16], tint(mix(colour, '#140d10', 0.35))) +
    ellipse([x + w / 2, y - h - 3, w * 0.55, 15], tint(colour))
  )
}
