import { describe, expect, it } from 'vitest'
import { directScenes } from '@/domain/look/directScenes'
import { apertureFor, depthFor, depthOf, lensFor, lensPlanOf } from '@/domain/look/lensPlan'
import {
  colorTemperatureOf,
  contrastOf,
  isCovered,
  isDark,
  keyDirectionOf,
  practicalsIn,
  practicalsOf,
} from '@/domain/look/lightPlan'
import { moodOf } from '@/domain/look/moodOf'
import { paletteOf } from '@/domain/look/palette'
import { sceneLookOf, withEdited } from '@/domain/look/sceneLook'
import { sequencePlanOf } from '@/domain/look/sequencePlan'
import { isInside, opensSequence, sequencesOf } from '@/domain/look/sequences'
import { filmPalette, negativesOfFilm, styleGuideOf } from '@/domain/look/styleGuideOf'
import { tensionStep } from '@/domain/look/tensionSteps'
import { longScreenplay, scenesOfFile, scenesOfText } from '../../support/filmScenes' // prettier-ignore

const { scenes, text, days } = scenesOfFile('night-rain.fountain')
const day = {
  place: 'FIELD',
  interior: false,
  timeOfDay: 'noon',
  weather: 'clear',
  tension: 0.4,
  practicals: [],
} as const
const room = { ...day, place: 'KITCHEN', interior: true, timeOfDay: 'night' } as const

describe('the sequences of a film', () => {
  it('open where place, hour, weather or the walls change, and hold every scene once', () => {
    const sequences = sequencesOf(scenes)
    expect(sequences.map(({ place, interior, weather }) => [place, interior, weather])).toEqual([
      ['PETROL STATION', false, 'rainy'],
      ['PETROL STATION', true, 'stormy'],
      ['BRIDGE ROAD', false, 'rainy'],
      ['BRIDGE', false, 'rainy'],
    ])
    expect(sequences.flatMap((one) => one.scenes)).toEqual(scenes)
    const [first, second] = scenes
    if (!first || !second) throw new Error('the film has scenes')
    expect(opensSequence(undefined, first)).toBe(true)
    expect(opensSequence(first, second)).toBe(false)
    expect(isInside(first)).toBe(false)
  })

  it('are as tight as their action, not as their words: a changed line changes no light', () => {
    const changed = scenesOfText(text.replace('The car won’t.', 'My gun is gone.').replace('Come on.', 'Go away.'))
    expect(sequencesOf(changed.scenes).map(({ tension }) => tension)).toEqual(sequencesOf(scenes).map(({ tension }) => tension)) // prettier-ignore
    expect([0.2, 0.36, 0.46].map(tensionStep)).toEqual(['calm', 'expectant', 'tense'])
  })
})

describe('the light of a sequence', () => {
  it('comes from where the sun stands, from lamps by night, from the side when it is tense', () => {
    expect(keyDirectionOf(day)).toBe('above')
    expect(keyDirectionOf({ ...day, timeOfDay: 'morning' })).toBe('front_right')
    expect(keyDirectionOf({ ...day, timeOfDay: 'evening' })).toBe('behind')
    expect(keyDirectionOf(room)).toBe('above')
    expect(keyDirectionOf({ ...room, tension: 0.6 })).toBe('right')
    expect(keyDirectionOf({ ...day, weather: 'foggy', timeOfDay: 'morning' })).toBe('above')
  })

  it('is deep by night and noon, flat under clouds, deeper when it is tense', () => {
    expect(contrastOf(day)).toBe('high')
    expect(contrastOf({ ...day, weather: 'foggy' })).toBe('low')
    expect(contrastOf({ ...day, weather: 'foggy', tension: 0.6 })).toBe('medium')
    expect(contrastOf(room)).toBe('high')
    expect(isDark('twilight') && isCovered('snowy') && !isDark('dawn') && !isCovered('windy')).toBe(true)
  })

  it('has the colour of its source: candle, lamp, sky, cloud', () => {
    expect(colorTemperatureOf({ ...room, practicals: ['candle'] })).toBe(2000)
    expect(colorTemperatureOf(room)).toBe(2900)
    expect(colorTemperatureOf({ ...room, place: 'HOSPITAL WARD' })).toBe(4300)
    expect(colorTemperatureOf({ ...room, interior: false, practicals: ['lamp'] })).toBe(3200)
    expect(colorTemperatureOf(day)).toBe(5600)
    expect(colorTemperatureOf({ ...day, weather: 'cloudy' })).toBe(6500)
  })

  it('shows the lamps the action names; under the open sky by day only fires give light', () => {
    expect(practicalsIn('An oil lamp and two candles; the television glows. They fire the gun.')).toEqual(['candle', 'lantern', 'screen']) // prettier-ignore
    expect(practicalsIn('One lamp swings over the pumps.')).toEqual(['lamp'])
    const beach = scenesOfText('EXT. BEACH - DAY\n\nMara drops the lantern beside the fire.\n').scenes
    expect(practicalsOf({ scenes: beach, interior: false, timeOfDay: 'noon' })).toEqual(['fire'])
    expect(practicalsOf({ scenes: beach, interior: false, timeOfDay: 'night' })).toEqual(['lantern', 'fire'])
  })
})

describe('the lenses of a sequence', () => {
  it('are wider in narrow places, longer and shallower where it is tense', () => {
    expect(lensPlanOf(day)).toEqual({ wideMm: 24, peopleMm: 40, faceMm: 85, detailMm: 100, depthOfField: 'deep' })
    expect(lensPlanOf({ ...room, place: 'CAR' }).wideMm).toBe(21)
    expect(lensPlanOf({ ...room, tension: 0.6 })).toMatchObject({ wideMm: 28, peopleMm: 50, faceMm: 100, depthOfField: 'shallow' }) // prettier-ignore
    expect(depthOf({ ...day, weather: 'rainy' })).toBe('medium')
  })

  it('are chosen by the size of the shot', () => {
    const plan = lensPlanOf(room)
    const sizes = ['extreme_wide', 'medium', 'over_shoulder', 'close_up', 'insert'] as const
    expect(sizes.map((size) => lensFor(plan, size))).toEqual([28, 40, 63, 85, 100])
    expect(sizes.map((size) => depthFor(plan, size))).toEqual(['deep', 'medium', 'medium', 'shallow', 'shallow'])
    expect([apertureFor('deep'), apertureFor('shallow')]).toEqual(['f/8', 'f/2'])
  })
})

describe('the style guide', () => {
  const guide = styleGuideOf(scenes)

  it('has colours for air, key light, shadow and place, each once in the film’s palette', () => {
    expect(paletteOf({ ...day, lamps: false }).map(({ name }) => name)).toEqual(['air', 'key light', 'shadow', 'accent'])
    expect(paletteOf({ ...day, timeOfDay: 'night', lamps: true })[1]?.hex).toBe('#ffc266')
    expect(paletteOf({ ...day, weather: 'snowy', lamps: false })[0]?.hex).toBe('#e6edf2')
    const hexes = filmPalette(sequencesOf(scenes)).map(({ hex }) => hex)
    expect(new Set(hexes).size).toBe(hexes.length)
    for (const hex of hexes) expect(hex).toMatch(/^#[0-9a-f]{6}$/)
  }) // prettier-ignore

  it('has a row for every sequence, with mood, light, lenses and the rules that chose', () => {
    expect(guide.sequences).toHaveLength(4)
    expect(guide.sequences[0]).toMatchObject({
      name: 'PETROL STATION, night', fromScene: 'SC001_SH010', toScene: 'SC001_SH030', mood: 'calm, wet and shining, lamps against the dark',
      practicals: ['lamp'], colorTemperatureK: 3200, contrast: 'high', reasons: ['night', 'rainy', 'exterior', 'calm'],
    }) // prettier-ignore
    expect(guide.sequences[1]?.mood).toMatch(/a storm outside/)
    expect(moodOf({ ...day })).toBe('expectant, clear air, hard light')
  })

  it('says what must not be seen; animals only where the text has some', () => {
    expect(guide.negative).toContain('animals')
    const dog = scenesOfText('EXT. BEACH - DAY\n\nA dog runs along the water.\n').scenes
    expect(negativesOfFilm(dog)).not.toContain('animals')
  })

  it('gives every scene the lens, light and colour of its sequence', () => {
    const [plan] = guide.sequences
    const [scene] = scenes
    if (!plan || !scene) throw new Error('the film has scenes')
    expect(sceneLookOf(scene, plan)).toMatchObject({ lensMm: 24, depthOfField: 'deep', aperture: 'f/8', keyDirection: 'right', contrast: 'high', lightMood: plan.mood }) // prettier-ignore
  })

  it('is obeyed where a person edited it', () => {
    const rows = guide.sequences.map((row, i) => (i === 0 ? { ...row, wideMm: 35, contrast: 'low' as const, palette: [] } : row)) // prettier-ignore
    const first = directScenes(scenes, { text, rows, days }).get('SC001_SH010')
    expect(first).toMatchObject({ lensMm: 35, contrast: 'low', palette: [] })
    const plans = sequencesOf(scenes).map(sequencePlanOf)
    expect(withEdited(plans, [])).toEqual(plans)
  })

  it('is the same every time', () => {
    expect(styleGuideOf(scenesOfFile('night-rain.fountain').scenes)).toEqual(guide)
  })
})

describe('the directions of a long film', () => {
  it('take a few seconds for 1,400 scenes', () => {
    const long = scenesOfText(longScreenplay())
    expect(long.scenes.length).toBeGreaterThan(1300)
    const began = process.cpuUsage()
    const directions = directScenes(long.scenes, { text: long.text, rows: [], days: long.days })
    styleGuideOf(long.scenes)
    const { user, system } = process.cpuUsage(began)
    expect((user + system) / 1e6).toBeLessThan(4)
    expect(directions.size).toBe(long.scenes.length)
  })
})
