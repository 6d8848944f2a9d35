/**
 * What one piece of work takes with the free departments: seconds of wall time and bytes on the disk, at 720p. Measured
 * from the generations of `npm run film` on the example films (2 shared x86 cores, see docs/departments-art.md).
 */
export const previsRates = {
  view: { seconds: 0.15, bytes: 260_000 },
  place: { seconds: 0.4, bytes: 1_100_000 },
  prop: { seconds: 0.1, bytes: 180_000 },
  layer: { seconds: 0.3, bytes: 1_100_000 },
  question: { seconds: 0.05, bytes: 0 },
  line: { seconds: 0.1, bytes: 200_000 },
  /** For each second of film. */
  clip: { seconds: 0.5, bytes: 300_000 },
  /** Conform, cut, sound and stitch, for each second of film: the conformed clips, the sound and the film itself. */
  film: { seconds: 0.35, bytes: 1_000_000 },
} as const
