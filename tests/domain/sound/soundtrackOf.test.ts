import { describe, expect, it } from 'vitest'
import { soundtrackOf, type HeardScene } from '@/domain/sound/soundtrackOf'

const scene = (startFrame: number, frames: number, more: Partial<HeardScene> = {}): HeardScene => ({
  startFrame, frames, heading: 'INT. KITCHEN - NIGHT', ambience: 'rain', effects: [], mood: 'calm', tension: 0.3, transitionOut: 'cut',
  spoken: [], ...more,
}) // prettier-ignore
const cues = (scenes: HeardScene[]) => {
  const last = scenes.at(-1)
  return soundtrackOf(scenes, { fps: 24, frames: last ? last.startFrame + last.frames : 0 })
}
const names = (scenes: HeardScene[], kind: string) =>
  cues(scenes)
    .filter(({ request }) => request.kind === kind)
    .map(({ request, startS, endS }) => [
      request.kind === 'bed' ? `${request.muffled ? 'muffled ' : ''}${request.bed}` : request.kind === 'music' ? request.mood : request.effect,
      startS,
      endS,
    ]) // prettier-ignore
const talk = (startS: number, durationS: number) => ({ startS, durationS })

describe('the beds under a film', () => {
  it('run on under neighbouring scenes and cross where the place changes, early and late of the cut', () => {
    const scenes = [scene(0, 96), scene(96, 96), scene(192, 96, { ambience: 'sea' })]
    expect(names(scenes, 'bed')).toEqual([
      ['rain', 0, 8.3],
      ['sea', 7.5, 12],
    ])
    const [rain, sea] = cues(scenes)
    expect([rain?.fadeOutS, sea?.fadeInS]).toEqual([0.8, 0.8])
  })

  it('keep the rain when only the place under it changes, and take it behind the wall indoors', () => {
    const outside = scene(0, 96, { ambience: 'city, rain' })
    expect(names([outside, scene(96, 96, { ambience: 'sea, rain' })], 'bed')).toEqual([
      ['city', 0, 4.3],
      ['rain', 0, 8],
      ['sea', 3.5, 8],
    ])
    expect(names([scene(0, 96, { ambience: 'room, muffled rain' })], 'bed').map(([name]) => name)).toEqual([
      'room',
      'muffled rain',
    ])
  })

  it('leave with a fade to black, and what follows comes out of it', () => {
    const scenes = [scene(0, 96, { transitionOut: 'fade' }), scene(96, 96, { ambience: 'sea' })]
    expect(names(scenes, 'bed')).toEqual([
      ['rain', 0, 4],
      ['sea', 4, 8],
    ])
  })

  it('are read from whatever a person wrote', () => {
    expect(names([scene(0, 96, { ambience: 'Sea; distant city' })], 'bed').map(([name]) => name)).toEqual([
      'sea',
      'muffled city',
    ])
    expect(names([scene(0, 96, { ambience: 'eerie hush' })], 'bed').map(([name]) => name)).toEqual(['room'])
  })
})

describe('the effects', () => {
  it('sound where they happen, never beyond the film, and the third time not as the first', () => {
    const effects = [{ name: 'door', atS: 1 }, { name: 'thunder', atS: 30 }, { name: 'kazoo', atS: 1 }] // prettier-ignore
    expect(names([scene(0, 96), scene(96, 96, { effects })], 'effect')).toEqual([
      ['door', 5, 8],
      ['thunder', 7.7, 8],
    ])
    const doors = [0, 96, 192].map((start) => scene(start, 96, { effects: [{ name: 'door', atS: 1 }] }))
    const seeds = cues(doors).flatMap(({ request }) => (request.kind === 'effect' ? [request.seed] : []))
    expect(new Set(seeds).size).toBe(3)
  })
})

describe('the music', () => {
  const chatty = (start: number, heading: string, more: Partial<HeardScene> = {}) =>
    scene(start, 144, { heading, spoken: [talk(start / 24 + 0.5, 2.4), talk(start / 24 + 3, 2.5)], ...more })

  it('opens the film, leaves under the first words, and returns for the end', () => {
    const film = [0, 1, 2, 3, 4, 5].map((n) => chatty(n * 144, n < 3 ? 'INT. A - DAY' : 'INT. B - DAY'))
    const music = names(film, 'music')
    expect(music).toHaveLength(1)
    expect(music[0]![1]).toBeGreaterThan(18)
    expect(music[0]![2]).toBe(36)
    const slow = [scene(0, 144, { heading: 'INT. A - DAY' }), ...film.slice(1)]
    expect(names(slow, 'music')[0]!.slice(1)).toEqual([0, 9])
  })

  it('carries blocks of few words, and is silent while people talk', () => {
    const film = [chatty(0, 'A'), chatty(144, 'A'), scene(288, 144, { heading: 'B' }), scene(432, 144, { heading: 'B' }), chatty(576, 'C'), chatty(720, 'C'), chatty(864, 'C'), chatty(1008, 'C')] // prettier-ignore
    expect(names(film, 'music')[0]!.slice(1)).toEqual([12, 24])
    const sounds = names(film, 'music').reduce((sum, [, from, to]) => sum + Number(to) - Number(from), 0)
    expect(sounds).toBeLessThan(0.7 * 48)
  })

  it('has one mood a cue, and a rest after 45 seconds', () => {
    const chase = Array.from({ length: 30 }, (_, n) => scene(n * 96, 96, { heading: 'B', mood: 'tense' }))
    const music = names(chase, 'music')
    expect(music.length).toBeGreaterThan(1)
    music.forEach(([, from, to], i) => {
      expect(Number(to) - Number(from)).toBeLessThanOrEqual(45)
      if (i > 0) expect(Number(from) - Number(music[i - 1]![2])).toBeGreaterThanOrEqual(3.9)
    })
    expect(names([scene(0, 144, { mood: '' })], 'music')).toEqual([])
  })
})

it('nothing sounds in a film without scenes', () => {
  expect(soundtrackOf([], { fps: 24, frames: 0 })).toEqual([])
})
