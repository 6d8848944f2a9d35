import type { PlannedSound } from './plannedSound'
import { score } from './musicCues'

/** A scene as far as a person's own music goes. Seconds of the film; `inS` and `outS` from the scene's first frame. */
export type TrackedScene = { startS: number; track: string | null; inS: number | null; outS: number | null }
/** Where a track plays. */
export type TrackSpan = { track: string; startS: number; endS: number }

/** A track plays from its scene on, until another one begins, its `outS`, or the end of the film. */
export const trackSpans = (scenes: readonly TrackedScene[], endS: number): TrackSpan[] => {
  const begins = scenes.flatMap(({ startS, track, inS, outS }) =>
    track === null ? [] : [{ track, startS: startS + (inS ?? 0), outS: outS === null ? endS : startS + outS }],
  )
  return begins
    .map(({ track, startS, outS }, i) => ({ track, startS, endS: Math.min(endS, outS, begins[i + 1]?.startS ?? endS) }))
    .filter((span) => span.endS - span.startS > 0.5)
}

/** Composed music only where no track of a person's own plays; what is left shorter than a cue may be is left out. */
export const aroundTracks = (sounds: readonly PlannedSound[], spans: readonly TrackSpan[]): PlannedSound[] =>
  sounds.flatMap((sound) => {
    if (sound.stem !== 'music') return [sound]
    const free = spans.reduce((left, span) => outside(left, span), sound)
    return free === sound || free.endS - free.startS >= score.cueLeastS ? [free] : []
  })

const outside = (sound: PlannedSound, { startS, endS }: TrackSpan): PlannedSound => {
  if (sound.endS <= startS || sound.startS >= endS) return sound
  return sound.startS < startS
    ? { ...sound, endS: startS }
    : { ...sound, startS: endS, endS: Math.max(endS, sound.endS) }
}

/** One playing of a track. */
export type TrackCue = { startS: number; endS: number; fadeInS: number; fadeOutS: number }

const crossS = 1.5
const endFadeS = 2.5
/** A track that is over this shortly before its span is not begun again. */
const spareS = 1.2
const leastS = 1

/** A track of `lengthS` in its span: longer ones are faded out, shorter ones begin again, each time crossing into themselves. */
export const playTrack = ({ startS, endS }: TrackSpan, lengthS: number): TrackCue[] => {
  if (lengthS < leastS) return []
  const cross = Math.min(crossS, lengthS / 3)
  const cues: TrackCue[] = []
  for (let at = startS; at < endS - spareS || cues.length === 0; at += lengthS - cross) {
    const to = Math.min(endS, at + lengthS)
    const last = to >= endS - spareS
    cues.push({
      startS: at,
      endS: to,
      fadeInS: cues.length === 0 ? 0.05 : cross,
      fadeOutS: last ? Math.min(endFadeS, (to - at) / 3) : cross,
    })
    if (last) break
  }
  return cues
}
