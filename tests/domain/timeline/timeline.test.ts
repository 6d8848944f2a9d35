import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { transitions } from '@/domain/scene/vocabulary'
import { frameOf, timecode } from '@/domain/timeline/timecode'
import { handlesOf, timelineOf, type TimelineScene } from '@/domain/timeline/timeline'

const scene = (id: string, frames: number, more: Partial<TimelineScene> = {}): TimelineScene => ({
  id, clipName: `SC001_SH${id}`, frames, transitionIn: 'cut', transitionOut: 'cut', transitionSeconds: 0.5, dialogue: [], ...more,
}) // prettier-ignore
const length = (segments: { frames: number }[]) => segments.reduce((sum, segment) => sum + segment.frames, 0)

describe('the timeline', () => {
  it('of cuts is one whole clip after the other', () => {
    const { segments, clips, frames, samples } = timelineOf([scene('a', 96), scene('b', 120)], 24)
    expect(segments).toEqual([
      { kind: 'body', sceneId: 'a', fromFrame: 0, frames: 96 },
      { kind: 'body', sceneId: 'b', fromFrame: 0, frames: 120 },
    ])
    expect(clips[1]).toMatchObject({ startFrame: 96, headHandle: 0, clipFrames: 120, cutIn: 0, cutOut: 120 })
    expect([frames, samples]).toEqual([216, 432_000])
  })

  it('gives a dissolve to the outgoing scene, from the head handle of the next', () => {
    const scenes = [scene('a', 96, { transitionOut: 'dissolve' }), scene('b', 120)]
    const { segments, clips, frames } = timelineOf(scenes, 24)
    expect(segments).toEqual([
      { kind: 'body', sceneId: 'a', fromFrame: 0, frames: 84 },
      { kind: 'join', effect: 'dissolve', outSceneId: 'a', outFrom: 84, inSceneId: 'b', inFrom: 0, frames: 12 },
      { kind: 'body', sceneId: 'b', fromFrame: 12, frames: 120 },
    ])
    expect(clips[1]).toMatchObject({ startFrame: 96, headHandle: 12, clipFrames: 132, cutIn: 12, cutOut: 132 })
    expect(handlesOf(scenes, 1, 24)).toEqual({ headHandle: 12, tailHandle: 0 })
    expect(frames).toBe(216)
  })

  it('fades in from black and out to black at the ends of the film', () => {
    const { segments } = timelineOf([scene('a', 96, { transitionIn: 'fade', transitionOut: 'fade' })], 24)
    expect(segments.map(({ kind, frames }) => `${kind} ${frames}`)).toEqual(['black 12', 'body 72', 'black 12'])
  })

  it('always adds up: segments, clips and scenes have the same frames, and no clip is read beyond its end', () => {
    const kinds = fc.constantFrom(...transitions)
    const anyScene = fc.record({
      frames: fc.integer({ min: 72, max: 210 }),
      transitionIn: kinds,
      transitionOut: kinds,
      transitionSeconds: fc.double({ min: 0, max: 9, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(anyScene, { minLength: 1, maxLength: 12 }), fc.constantFrom(24, 25, 30), (list, fps) => {
        const scenes = list.map((one, i) => scene(String(i), one.frames, one))
        const { segments, clips, frames, samples } = timelineOf(scenes, fps)
        const clipOf = (id: string) => clips.find((clip) => clip.sceneId === id)!
        expect(length(segments)).toBe(frames)
        expect(length(scenes)).toBe(frames)
        expect(samples * fps).toBe(frames * 48_000)
        for (const segment of segments) {
          expect(segment.frames).toBeGreaterThan(0)
          if (segment.kind === 'join') {
            expect(segment.outFrom + segment.frames).toBe(clipOf(segment.outSceneId).cutOut)
            expect(segment.inFrom + segment.frames).toBe(clipOf(segment.inSceneId).cutIn)
          } else expect(segment.fromFrame + segment.frames).toBeLessThanOrEqual(clipOf(segment.sceneId).clipFrames)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('places each line of dialogue in the film, inside its scene', () => {
    const talk = [{ character: 'MARA', line: 'You knew.', startS: 0.5, endS: 1.5, dual: '' as const }, { character: 'TOM', line: 'No.', startS: 3.9, endS: 9, dual: '' as const }] // prettier-ignore
    const { lines } = timelineOf([scene('a', 96), scene('b', 96, { dialogue: talk })], 24)
    expect(lines).toMatchObject([
      { sceneId: 'b', index: 0, startS: 4.5, endS: 5.5, startSample: 216_000, endSample: 264_000 },
      { sceneId: 'b', index: 1, endS: 8 },
    ])
  })
})

describe('a timecode', () => {
  it('counts hours, minutes, seconds and frames, and is read back', () => {
    expect(timecode(24 * 3661 + 5, 24)).toBe('01:01:01:05')
    fc.assert(
      fc.property(
        fc.nat(9_000_000),
        fc.constantFrom(24, 25, 30),
        (frame, fps) => frameOf(timecode(frame, fps), fps) === frame,
      ),
    )
    for (const wrong of ['00:00:00:24', '1:2:3:4', '00:61:00:00', 'x']) expect(frameOf(wrong, 24)).toBeNull()
  })
})
