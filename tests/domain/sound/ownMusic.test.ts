import { describe, expect, it } from 'vitest'
import { aroundTracks, playTrack, trackSpans } from '@/domain/sound/ownMusic'
import type { PlannedSound } from '@/domain/sound/plannedSound'

const scene = (startS: number, track: string | null, more: { inS?: number; outS?: number } = {}) => ({
  startS, track, inS: more.inS ?? null, outS: more.outS ?? null,
}) // prettier-ignore

describe('music of a person’s own', () => {
  it('plays from its scene on, until another track begins or it is told to stop', () => {
    const spans = trackSpans([scene(0, 'a'), scene(10, null), scene(20, 'b', { inS: 1, outS: 6 })], 40)
    expect(spans).toEqual([
      { track: 'a', startS: 0, endS: 21 },
      { track: 'b', startS: 21, endS: 26 },
    ])
  })

  it('is faded out where the film ends before it', () => {
    expect(playTrack({ track: 'a', startS: 0, endS: 30 }, 100)).toEqual([
      { startS: 0, endS: 30, fadeInS: 0.05, fadeOutS: 2.5 },
    ])
  })

  it('begins again where the film is longer, crossing into itself, and ends with the film', () => {
    const cues = playTrack({ track: 'a', startS: 0, endS: 30 }, 12)
    expect(cues.map(({ startS, endS }) => [startS, endS])).toEqual([
      [0, 12],
      [10.5, 22.5],
      [21, 30],
    ])
    expect(cues.map(({ fadeOutS }) => fadeOutS)).toEqual([1.5, 1.5, 2.5])
  })

  it('silences composed music while it plays, and nothing else', () => {
    const cue = (stem: PlannedSound['stem'], startS: number, endS: number): PlannedSound => ({
      stem, startS, endS, request: { kind: 'music', mood: 'calm', durationS: 24, seed: 1 }, gainDb: 0, fadeInS: 0, fadeOutS: 0, loop: true,
    }) // prettier-ignore
    const left = aroundTracks([cue('music', 0, 12), cue('music', 18, 30), cue('effects', 10, 40)], [{ track: 'a', startS: 10, endS: 28 }]) // prettier-ignore
    expect(left.map(({ stem, startS, endS }) => [stem, startS, endS])).toEqual([
      ['music', 0, 10],
      ['effects', 10, 40],
    ])
  })
})
