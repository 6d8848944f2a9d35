import { fireColour } from '../../light'
import type { Lamp } from '../plate'
import { d, ellipse, glow, line, path, poly, rect } from '../shapes'
import type { Stage } from '../stage'

/** A tongue of flame, three papers thick, standing on (x, y). */
export const flame = (x: number, y: number, s: number): string => {
  const tongue = (k: number, colour: string) =>
    path(
      d`M${x} ${y}C${x - s * 0.42 * k} ${y - s * 0.05} ${x - s * 0.4 * k} ${y - s * 0.45 * k} ${x - s * 0.12 * k} ${y - s * 0.62 * k}C${x - s * 0.1 * k} ${y - s * 0.8 * k} ${x} ${y - s * 0.9 * k} ${x + s * 0.03 * k} ${y - s * k}C${x + s * 0.12 * k} ${y - s * 0.7 * k} ${x + s * 0.42 * k} ${y - s * 0.5 * k} ${x + s * 0.36 * k} ${y - s * 0.22 * k}C${x + s * 0.34 * k} ${y - s * 0.06} ${x + s * 0.2 * k} ${y} ${x} ${y}Z`,
      colour,
    )
  return tongue(1, '#e8672e') + tongue(0.72, fireColour) + tongue(0.42, '#ffe6a0')
}

/** A torch on a wall; burns at any hour. */
export const torch = (stage: Stage, x: number, y: number): { svg: string; lamp: Lamp } => ({
  svg:
    glow(stage, [x, y - 20, 330], { colour: fireColour, opacity: 0.42 }) +
    poly([x - 9, y, x + 9, y, x + 4, y + 96, x - 4, y + 96], stage.at(0.05)('#5a4030')) +
    rect([x - 14, y - 4, 28, 14], stage.at(0.05)('#35302f')) +
    flame(x, y, 62) +
    glow(stage, [x, y - 26, 90], { colour: '#ffd9a0', opacity: 0.6 }),
  lamp: { x, y: y - 26, r: 330, colour: fireColour },
})

/** A candle on a stick. */
export const candle = (stage: Stage, x: number, y: number): { svg: string; lamp: Lamp } => ({
  svg:
    glow(stage, [x, y - 52, 150], { colour: fireColour, opacity: stage.light.lampsOn ? 0.45 : 0.18 }) +
    ellipse([x, y, 16, 4], stage.at(0.02)('#b98f4c')) +
    rect([x - 6, y - 42, 12, 42], stage.at(0.02)('#efe6cf')) +
    line([x, y - 42, x, y - 48], '#3a2a22', 2) +
    flame(x, y - 44, 24),
  lamp: { x, y: y - 54, r: 150, colour: fireColour },
})

/** An open fireplace with a mantel. */
export const fireplace = (
  stage: Stage,
  at: { x: number; y: number; w: number; h: number },
): { svg: string; lamp: Lamp } => {
  const tint = stage.at(0.06)
  const { x, y, w, h } = at
  const middle = x + w / 2
  return {
    svg:
      rect([x, y - h, w, h], tint('#9a6a56')) +
      rect([x - 18, y - h - 20, w + 36, 22], tint('#5c4032')) +
      path(
        d`M${x + w * 0.18} ${y}V${y - h * 0.5}Q${middle} ${y - h * 0.82} ${x + w * 0.82} ${y - h * 0.5}V${y}Z`,
        tint('#201a1c'),
      ) +
      rect([middle - w * 0.2, y - 16, w * 0.4, 9], '#5a3a28') +
      rect([middle - w * 0.16, y - 24, w * 0.34, 9], '#6b4630') +
      flame(middle, y - 20, h * 0.34) +
      flame(middle - w * 0.1, y - 18, h * 0.22) +
      flame(middle + w * 0.11, y - 18, h * 0.24) +
      glow(stage, [middle, y - h * 0.2, w * 1.5], { colour: fireColour, opacity: stage.light.lampsOn ? 0.5 : 0.22 }) +
      ellipse([middle, y + 26, w * 0.8, 24], fireColour, 'opacity=".18"'),
    lamp: { x: middle, y: y - h * 0.25, r: w * 1.5, colour: fireColour },
  }
}
