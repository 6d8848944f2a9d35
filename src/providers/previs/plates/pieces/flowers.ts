import { circle, repeat } from '../shapes'
import type { Stage } from '../stage'

/** Flowers strewn over near grass; none under snow. */
export const flowers = (stage: Stage, colour: string): string => {
  if (stage.outside.groundMix) return ''
  const dice = stage.dice('flowers')
  return repeat(46, () =>
    circle(
      [-160 + dice() * 1920, 732 + dice() * 150, 1.6 + dice() * 2.6],
      stage.at(0.02)(dice() < 0.6 ? colour : '#e8e4dc'),
    ),
  )
}
