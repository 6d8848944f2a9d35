import { describe, expect, it } from 'vitest'
import { musicPrompt } from '@/domain/sound/musicPrompt'
import { musicToMake, type ScoredPlan } from '@/domain/sound/musicToMake'
import { musicMoods } from '@/domain/sound/soundCuesOf'

const fps = 24
const scene = (more: Partial<ScoredPlan> = {}): ScoredPlan => ({
  heading: 'EXT. HARBOUR - NIGHT', frames: 5 * fps, tension: 0.2, music: { mood: 'calm' }, dialogue: [], ...more,
}) // prettier-ignore

describe('the music a film will need', () => {
  it('is one piece for scenes of one heading and mood, as long as they are', () => {
    expect(musicToMake([scene(), scene(), scene()], fps)).toEqual([15])
  })

  it('is none where a person laid music of their own, and none without a mood', () => {
    expect(musicToMake([scene({ music: { mood: 'calm', track: 'own' } }), scene()], fps)).toEqual([])
    expect(musicToMake([scene({ music: null }), scene({ music: { mood: null } })], fps)).toEqual([])
    expect(musicToMake([], fps)).toEqual([])
  })

  it('leaves under the first words of a scene that is mostly talk', () => {
    const talk = scene({ dialogue: [{ startS: 1, endS: 4.8 }] })
    const [first, ...rest] = musicToMake([talk, scene({ ...talk, heading: 'INT. HALL - DAY' })], fps)
    expect(first).toBeLessThanOrEqual(10)
    expect(rest.length).toBeLessThanOrEqual(1)
  })

  it('is asked for without a voice in it', () => {
    for (const mood of musicMoods) expect(musicPrompt(mood)).toMatch(/no singing, no spoken words/)
    expect(new Set(musicMoods.map(musicPrompt)).size).toBe(musicMoods.length)
  })
})
