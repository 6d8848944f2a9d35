import type { Timeline, TimelineClip, TransitionOut } from '@/domain/timeline/timeline'

/**
 * One event of a cut list: what is seen from `recordIn` to `recordOut`; `clip` is null for black. `into`: it comes in by
 * a transition of so many of its first frames, while the one before goes on underneath (black where there is none).
 */
export type CutEvent = {
  clip: TimelineClip | null
  recordIn: number
  recordOut: number
  sourceIn: number
  into: TransitionOut | null
}

/**
 * The picture track as cut lists know it: an event begins with its transition. A dissolve begins inside the frames of
 * the scene that goes out and shows the handle of the next; a fade out ends in an event of black; the first frame of a
 * fade in is black, so that no list begins with a transition. Without gaps, in order.
 */
export const eventsOf = ({ clips }: Pick<Timeline, 'clips'>): CutEvent[] => {
  const events: CutEvent[] = []
  let into: TransitionOut | null = null
  for (const clip of clips) {
    const { transitionOut: out, fadeIn } = clip
    if (fadeIn > 0) {
      events.push(black(clip.recordIn, clip.recordIn + 1))
      into = fadeIn > 1 ? { kind: 'fade', frames: fadeIn - 1 } : null
    }
    const early: number = fadeIn > 0 ? -1 : (into?.frames ?? 0)
    const recordOut = clip.recordOut - (out?.frames ?? 0)
    events.push({ clip, recordIn: clip.recordIn - early, recordOut, sourceIn: clip.sourceIn - early, into })
    into = out
    if (out?.kind === 'fade') {
      events.push({ ...black(recordOut, clip.recordOut), into: out })
      into = null
    }
  }
  return events
}

const black = (recordIn: number, recordOut: number): CutEvent => ({
  clip: null,
  recordIn,
  recordOut,
  sourceIn: 0,
  into: null,
})
