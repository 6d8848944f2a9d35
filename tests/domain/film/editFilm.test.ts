import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editFilm, type EditPiece, type EditScene } from '@/domain/film/editFilm'
import { transitions } from '@/domain/scene/vocabulary'
import { headHandleOf } from '@/domain/scene/headHandleOf'

const scene = (id: string, frames: number, more: Partial<EditScene> = {}): EditScene => ({
  id, frames, headHandle: 0, transitionIn: 'cut', transitionOut: 'cut', transitionSeconds: 0.5, ...more,
}) // prettier-ignore
const length = (pieces: readonly { frames: number }[]) => pieces.reduce((sum, { frames }) => sum + frames, 0)
const sceneOf = (piece: EditPiece) => (piece.kind === 'join' ? piece.out : piece.scene)

describe('the edit of a film', () => {
  it('of cuts is one whole clip after the other', () => {
    expect(editFilm([scene('a', 96), scene('b', 120)], 24)).toEqual({
      startFrames: [0, 96],
      frames: 216,
      pieces: [
        { kind: 'body', scene: 0, fromFrame: 0, frames: 96 },
        { kind: 'body', scene: 1, fromFrame: 0, frames: 120 },
      ],
    })
  })

  it('gives a dissolve to the scene that goes out, over the handle of the next', () => {
    const { pieces, frames } = editFilm(
      [scene('a', 96, { transitionOut: 'dissolve' }), scene('b', 120, { headHandle: 24, transitionIn: 'dissolve' })],
      24,
    )
    expect(pieces).toEqual([
      { kind: 'body', scene: 0, fromFrame: 0, frames: 84 },
      { kind: 'join', effect: 'dissolve', out: 0, outFrom: 84, in: 1, inFrom: 12, frames: 12 },
      { kind: 'body', scene: 1, fromFrame: 24, frames: 120 },
    ])
    expect(frames).toBe(216)
  })

  it('fades in from black at its beginning and out to black at its end', () => {
    const { pieces } = editFilm([scene('a', 96, { transitionIn: 'fade', transitionOut: 'fade' })], 24)
    expect(pieces.map(({ kind, frames }) => `${kind} ${String(frames)}`)).toEqual(['black 24', 'body 60', 'black 12'])
  })

  it('cuts where a dissolve has no handle to go to, and at the end of the film', () => {
    const cut = editFilm([scene('a', 96, { transitionOut: 'wipe' }), scene('b', 96, { transitionOut: 'dissolve' })], 24)
    expect(cut.pieces.map(({ kind }) => kind)).toEqual(['body', 'body'])
  })

  it('always adds up: every scene keeps its frames and no clip is read outside of what it holds', () => {
    const kind = fc.constantFrom(...transitions)
    const one = fc.record({ frames: fc.integer({ min: 72, max: 210 }), transitionOut: kind, transitionIn: kind, transitionSeconds: fc.double({ min: 0, max: 9, noNaN: true }) }) // prettier-ignore
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 12 }), fc.constantFrom(24, 25, 30), (list, fps) => {
        const scenes = list.map((more, i) =>
          scene(String(i), more.frames, { ...more, headHandle: headHandleOf(more.transitionIn, fps) }),
        )
        const { pieces, frames, startFrames } = editFilm(scenes, fps)
        expect(frames).toBe(length(scenes))
        expect(startFrames).toEqual(scenes.map((_, i) => length(scenes.slice(0, i))))
        scenes.forEach(({ frames: own }, i) => expect(length(pieces.filter((piece) => sceneOf(piece) === i))).toBe(own))
        const holds = (i: number) => (scenes[i]?.headHandle ?? 0) + (scenes[i]?.frames ?? 0)
        for (const piece of pieces) {
          expect(piece.frames).toBeGreaterThan(0)
          if (piece.kind === 'join') {
            expect(piece.outFrom + piece.frames).toBe(holds(piece.out))
            expect(piece.inFrom).toBeGreaterThanOrEqual(0)
            expect(piece.inFrom + piece.frames).toBe(scenes[piece.in]?.headHandle)
          } else expect(piece.fromFrame + piece.frames).toBeLessThanOrEqual(holds(piece.scene))
        }
      }),
      { numRuns: 200 },
    )
  })
})
