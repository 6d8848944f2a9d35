import { pick } from '../../random'
import { circle, poly, rect } from '../shapes'
import type { Stage } from '../stage'
import type { Standing } from './standing'

/** A picture in a frame; what it shows is the place's own. */
export const picture = (stage: Stage, { x, y, w, h, colour }: Standing, label: string): string => {
  const tint = stage.at(0.1)
  const dice = stage.dice(label)
  const ground = pick(['#7f93a0', '#c9a878', '#8e9c7c', '#b98a7a'], dice())
  const hill = pick(['#4f6573', '#8c6a4c', '#5f7658', '#6d5468'], dice())
  return (
    rect([x + 4, y + 6, w, h], stage.light.ink, 'opacity=".22"') +
    rect([x, y, w, h], tint(colour)) +
    rect([x + 8, y + 8, w - 16, h - 16], tint('#efe6d2')) +
    rect([x + 16, y + 16, w - 32, h - 32], tint(ground)) +
    poly(
      [
        x + 16,
        y + h - 16,
        x + 16,
        y + h * 0.66,
        x + w * (0.3 + dice() * 0.3),
        y + h * (0.36 + dice() * 0.15),
        x + w - 16,
        y + h * 0.7,
        x + w - 16,
        y + h - 16,
      ],
      tint(hill),
    ) +
    circle([x + w * 0.7, y + h * 0.36, Math.min(w, h) * 0.07], tint('#f2dfa8'))
  )
}
