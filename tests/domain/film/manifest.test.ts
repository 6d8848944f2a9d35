import { describe, expect, it } from 'vitest'
import { manifestOf, sceneFacts } from '@/domain/film/manifest'

const fields = {
  sequenceNumber: 7, sceneNumber: '12A', shotNumber: 30, clipName: 'SC012A_SH030', heading: 'INT. KITCHEN - NIGHT', action: 'Rain.',
  dialogue: [{ character: 'MARA', parenthetical: null, line: 'Say that again.', startS: 1, endS: 2, dual: null }],
  charactersPresent: ['MARA'], location: 'KITCHEN', timeOfDay: 'night', shotSize: 'medium', angle: 'eye_level', movement: 'static',
  boundary: 'chain_last_frame', transitionOut: null,
} // prettier-ignore

describe('the manifest', () => {
  it('counts scenes as they stand in the film and says what each took', () => {
    const scene = {
      fields,
      startFrame: 0,
      frames: 100,
      takes: 2,
      verdict: 'passed',
      boundary: 'cut',
      clipSha256: 'c',
      clipBy: 'fal/veo3.1@2',
    }
    const manifest = manifestOf({
      version: '0.1.0', slug: 'film', title: 'Film', source: { file: 'film.fountain', sha256: 's' }, fps: 24, width: 1280, height: 720, frames: 172,
      loudnessLufs: -14, truePeakDbtp: -1.5, filmSha256: 'f', scenes: [scene, { ...scene, startFrame: 100, frames: 72, verdict: 'filled', clipBy: null }],
      run: { id: 'r', steps: 9, ran: 9, reused: 0, retakes: 2, wallS: 1, cpuS: 1 }, spent: { nanodollars: 0, generations: 4 },
    }) // prettier-ignore
    expect(manifest.durationS).toBe(7.167)
    expect(manifest.film).toEqual({ file: 'film.mp4', sha256: 'f' })
    expect(manifest.scenes.map(({ sequenceNumber, startFrame, durationS, verdict }) => [sequenceNumber, startFrame, durationS, verdict])).toEqual([[1, 0, 4.167, 'passed'], [2, 100, 3, 'filled']]) // prettier-ignore
    expect(manifest.scenes[1]?.clip).toEqual({ sha256: 'c' })
    expect(manifest.scenes[0]).toMatchObject({
      takes: 2, boundary: 'cut', transitionOut: 'cut', clip: { sha256: 'c', provider: 'fal', model: 'fal/veo3.1' },
      dialogue: [{ character: 'MARA', parenthetical: '', line: 'Say that again.' }],
    }) // prettier-ignore
  })

  it('has a word for everything a bare scene lacks', () => {
    expect(sceneFacts({})).toMatchObject({ heading: '', action: '', dialogue: [], characters: [], location: '' })
  })
})
