import { describe, expect, it } from 'vitest'
import { soundtrackOf, type HeardScene } from '@/domain/sound/soundtrackOf'

const scene = (startFrame: number, frames: number, more: Partial<HeardScene> = {}): HeardScene => ({
  startFrame, frames, heading: 'INT. KITCHEN - NIGHT', ambience: 'rain', effects: [], mood: 'calm', ...more,
}) // prettier-ignore
const tracks = (scenes: HeardScene[], frames: number) =>
  soundtrackOf(scenes, { fps: 24, frames }).map(({ request, startS, endS }) => [
    request.kind === 'bed' ? request.bed : request.kind === 'music' ? request.mood : request.effect,
    startS,
    endS,
  ])

describe('the sound under a film', () => {
  it('runs on under neighbouring scenes of one kind and changes where the place changes', () => {
    const scenes = [scene(0, 96), scene(96, 96), scene(192, 96, { ambience: 'sea', mood: 'tense' })]
    expect(tracks(scenes, 288)).toEqual([
      ['rain', 0, 8.25],
      ['sea', 7.75, 12],
      ['calm', 0, 8],
      ['tense', 8, 12],
    ])
  })

  it('puts an effect where it happens, and never beyond the film', () => {
    const scenes = [scene(0, 96), scene(96, 96, { effects: [{ name: 'door', atS: 1 }, { name: 'thunder', atS: 30 }] })] // prettier-ignore
    const effects = tracks(scenes, 192).slice(2)
    expect(effects).toEqual([
      ['door', 5, 8],
      ['thunder', 7.7, 8],
    ])
  })

  it('is silent for a film without scenes', () => {
    expect(tracks([], 0)).toEqual([])
  })
})
