import { describe, expect, it } from 'vitest'
import { climaxOf, endingOf, filmBeats, firstTurnOf, lowestOf, midpointOf, openingOf } from '@/domain/drama/filmBeats'
import { headingStretches } from '@/domain/drama/headingStretches'
import { movementSpeedOf, rhythmOf } from '@/domain/drama/pace'
import { tensionCurve, type CurvePoint } from '@/domain/drama/tensionCurve'
import { scenesOfFile } from '../../support/filmScenes'

const { scenes } = scenesOfFile('night-rain.fountain')
const point = (at: number, tension: number): CurvePoint => ({
  scenes: String(at), clip: `SC${String(at)}`, at, tension, peak: tension, event: 'Something happens.', sourceLine: 1,
}) // prettier-ignore
const curve = [point(0.05, 0.3), point(0.2, 0.5), point(0.3, 0.55), point(0.5, 0.6), point(0.65, 0.2), point(0.85, 0.8), point(0.97, 0.3)] // prettier-ignore

describe('the curve of a film', () => {
  it('has a point for every scene of the screenplay, in order, with what happens at its tightest', () => {
    const points = tensionCurve(scenes)
    expect(points.map((one) => one.scenes)).toEqual(['1', '2', '3', '4'])
    expect(points.map(({ at }) => at)).toEqual([...points.map(({ at }) => at)].sort((a, b) => a - b))
    expect(points[2]).toMatchObject({ event: 'Ida pushes past him.', sourceLine: 63 })
    for (const { tension, peak } of points) expect(peak).toBeGreaterThanOrEqual(tension)
    expect(headingStretches(scenes).flat()).toEqual(scenes)
    expect(tensionCurve([])).toEqual([])
  })

  it('is built on an opening, a first turn, a midpoint, a lowest point, a climax and an ending', () => {
    expect([openingOf, firstTurnOf, midpointOf, lowestOf, climaxOf, endingOf].map((rule) => rule(curve)?.at)).toEqual([0.05, 0.2, 0.5, 0.65, 0.85, 0.97]) // prettier-ignore
    expect(filmBeats(curve).map(({ name }) => name)).toEqual(['opening', 'first turn', 'midpoint', 'lowest point', 'climax', 'ending']) // prettier-ignore
  })

  it('of a short film has fewer turns, and no scene is two of them', () => {
    expect(filmBeats(tensionCurve(scenes)).map(({ name, scenes: of }) => [name, of])).toEqual([['opening', '1'], ['first turn', '2'], ['climax', '3'], ['ending', '4']]) // prettier-ignore
    expect(filmBeats([point(0.5, 0.4)]).map(({ name }) => name)).toEqual(['opening'])
    expect(filmBeats([])).toEqual([])
  })
})

describe('the pace of a scene', () => {
  const [any] = scenes
  if (!any) throw new Error('the film has scenes')
  const silent = { ...any, dialogue: [], action: 'She waits.', movement: 'pan' as const }

  it('is held where it is slow or long and silent, clipped where it is quick', () => {
    expect(rhythmOf({ ...silent, pacing: 'slow', durationS: 3 })).toBe('held')
    expect(rhythmOf({ ...silent, pacing: 'medium', durationS: 6 })).toBe('held')
    expect(rhythmOf({ ...silent, pacing: 'fast', durationS: 6 })).toBe('clipped')
    expect(rhythmOf({ ...silent, pacing: 'medium', durationS: 4 })).toBe('even')
  })

  it('moves the camera with it, but nothing that comes nearer is fast', () => {
    expect(movementSpeedOf({ ...silent, pacing: 'fast' })).toBe('fast')
    expect(movementSpeedOf({ ...silent, pacing: 'fast', movement: 'dolly' })).toBe('medium')
    expect(movementSpeedOf({ ...silent, pacing: 'medium', movement: 'dolly' })).toBe('slow')
    expect(movementSpeedOf({ ...silent, pacing: 'medium' })).toBe('medium')
  })
})
