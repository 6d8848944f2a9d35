import { ellipse } from '../shapes'
import type { Stage } from '../stage'

/** A pool of shade where furniture stands. */
export const footShade = (stage: Stage, box: readonly [x: number, y: number, w: number]): string =>
  ellipse([box[0] + box[2] / 2, box[1], box[2] * 0.56, 13], stage.light.ink, 'opacity=".3"')
