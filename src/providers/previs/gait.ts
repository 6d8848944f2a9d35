/** Units of a figure (1000 high) that one of the eight pictures of a double step carries it. */
const strides = { walk: 76, run: 137 }

/** Frames of 24 that one picture of a step is held so that the feet keep their ground. `pace`: heights a second. */
export const phaseFrames = (gait: 'walk' | 'run', pace: number): number =>
  Math.round(Math.min(7, Math.max(gait === 'run' ? 2 : 1.6, (24 * strides[gait]) / 1000 / Math.max(0.01, pace))))
