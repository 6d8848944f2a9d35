/**
 * What one piece of work takes with the free departments at 720p: processor seconds, and bytes on the disk. Measured
 * 2026-11-21 on 2 shared x86 cores: drawing by `process.cpuUsage` over Night Rain (mean of 6 views, 3 places, 3 props,
 * 21 layers), moving pictures and the whole film by `npm run bench` (docs/performance.md), bytes from the media folder of
 * Night Rain (79.5 s of film, 198 MB). The film's own share is what the whole takes less all other rows.
 */
export const previsRates = {
  view: { seconds: 0.15, bytes: 325_000 },
  place: { seconds: 0.42, bytes: 1_050_000 },
  prop: { seconds: 0.05, bytes: 200_000 },
  layer: { seconds: 0.3, bytes: 830_000 },
  question: { seconds: 0.05, bytes: 0 },
  line: { seconds: 0.1, bytes: 183_000 },
  /** For each second of film. */
  clip: { seconds: 0.54, bytes: 286_000 },
  /** Last frames, conform, sound, stitch and the studio itself, for each second of film. */
  film: { seconds: 0.5, bytes: 1_520_000 },
} as const

/** Seconds on the clock for each processor second, two cores working: 0.87 and 1.35 for each second of film. */
export const clockPerProcessorSecond = 0.64
