import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { castOf } from '@/domain/cast/castOf'
import { productionPlanOf } from '@/domain/production/productionPlanOf'
import { breakIntoScenes } from '@/domain/screenplay/breakdown'
import { readScreenplay } from '@/domain/screenplay/readScreenplay'
import { worldOf } from '@/domain/story/worldOf'

const scenesOf = (fileName: string) => {
  const { screenplay } = readScreenplay({ bytes: readFileSync(`tests/screenplays/${fileName}`), fileName })
  return breakIntoScenes(screenplay, { fps: 24 }).scenes
}
const scenes = scenesOf('night-rain.fountain')

describe('what a screenplay says of its world', () => {
  it('is its places with their times and weathers, in the order they are seen', () => {
    const { places } = worldOf(scenes)
    expect(places.map(({ name }) => name)).toEqual(['PETROL STATION', 'BRIDGE ROAD', 'BRIDGE'])
    expect(places.every(({ timesOfDay }) => timesOfDay.join() === 'night')).toBe(true)
    expect(places[0]?.weathers).toContain('rainy')
  })

  it('is one event for each heading, in order, and who meets whom', () => {
    const { timeline, relationships } = worldOf(scenes)
    expect(timeline.map(({ order, scenes: number }) => [order, number])).toEqual([[1, '1'], [2, '2'], [3, '3'], [4, '4']]) // prettier-ignore
    const pairs = relationships.map(({ from, to }) => `${from}+${to}`)
    expect(new Set(pairs).size).toBe(pairs.length)
    expect(pairs).toContain('IDA+JONAS')
    expect(relationships.every(({ from, to, scenes: together }) => from < to && together > 0)).toBe(true)
  })

  it('is a cast in order of appearance, each with what the action says', () => {
    const cast = castOf(scenes)
    const names = cast.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['IDA', 'JONAS', 'LEON', 'VOSS']))
    expect(names[0]).toBe('IDA')
    const ida = cast.find(({ name }) => name === 'IDA')
    expect(ida?.lines).toBe(scenes.flatMap(({ dialogue }) => dialogue).filter(({ character }) => character === 'IDA').length) // prettier-ignore
    expect(ida?.sentences[0]?.text).toMatch(/yellow coat/)
    expect(cast.find(({ name }) => name === 'LEON')?.voiceOnly).toBe(false) // at last he sits on his car
  })

  it('is nothing for no scenes', () => {
    expect(worldOf([])).toEqual({ places: [], timeline: [], relationships: [] })
    expect(castOf([])).toEqual([])
  })

  it('is planned at no cost', () => {
    expect(productionPlanOf(scenes, { cast: castOf(scenes).length, places: 3, props: 2 }).summary).toMatch(/no cost/) // prettier-ignore
  })
})

describe('the three small screenplays', () => {
  it.each([
    ['pure-dialogue.fountain', 50, 75],
    ['silent-chase.fountain', 50, 75],
    ['night-rain.fountain', 60, 110],
  ])('%s makes scenes of 3 to 7 seconds, about as long as meant', (file, atLeastS, atMostS) => {
    const made = scenesOf(file)
    const seconds = made.reduce((sum, { durationS }) => sum + durationS, 0)
    expect(seconds).toBeGreaterThan(atLeastS)
    expect(seconds).toBeLessThan(atMostS)
    for (const { frames } of made) expect(frames).toSatisfy((n: number) => n >= 72 && n <= 168)
  })

  it('have a chase without a word, talk without action, and two who speak at once', () => {
    expect(scenesOf('silent-chase.fountain').flatMap(({ dialogue }) => dialogue)).toEqual([])
    expect(scenesOf('pure-dialogue.fountain').every(({ action }) => action === '')).toBe(true)
    expect(scenes.flatMap(({ dialogue }) => dialogue.map(({ dual }) => dual)).filter(Boolean)).toEqual(['left', 'right']) // prettier-ignore
    expect(scenes.flatMap(({ voices }) => voices)).toContain('LEON')
  })
})
