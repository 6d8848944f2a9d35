import { describe, expect, it } from 'vitest'
import { archetypeOf, type Archetype } from '@/providers/previs/plates/archetypeOf'
import { drawPlate } from '@/providers/previs/plates/drawPlate'
import { setFor } from '@/providers/previs/plates/sets/setFor'
import { stageOf } from '@/providers/previs/plates/stage'
import { timesOfDay, weathers, type TimeOfDay, type Weather } from '@/domain/scene/vocabulary'

const place = (name: string, interior = false) => ({ name, interior, description: '' })
const plate = (name: string, at: { timeOfDay?: TimeOfDay; weather?: Weather; interior?: boolean } = {}) =>
  drawPlate({
    place: place(name, at.interior),
    timeOfDay: at.timeOfDay ?? 'noon',
    weather: at.weather ?? 'clear',
  })
const svgOf = (drawn: ReturnType<typeof plate>) => drawn.layers.map(({ svg }) => svg).join('')

/** Where the shapes stand: every position and size, without a word about colour. */
const shapesOf = (svg: string, kind: RegExp) => [...svg.matchAll(kind)].map(([, ...numbers]) => numbers.join(' '))

describe('which set a place is built from', () => {
  const named: [string, boolean, Archetype][] = [
    ['Harbour Street', false, 'street'],
    ['The Harbour', false, 'harbour'],
    ["Grandmother's kitchen", true, 'kitchen'],
    ['Lighthouse kitchen', true, 'kitchen'],
    ['Lighthouse', false, 'lighthouse'],
    ['The Anchor Bar', true, 'bar'],
    ['Night train', true, 'train'],
    ['Train station', false, 'station'],
    ['Pine forest', false, 'forest'],
    ['The dunes of the desert', false, 'desert'],
    ['St Anne church', true, 'church'],
    ['School', false, 'building'],
    ["Mara's apartment", true, 'apartment'],
    ['Rooftop', false, 'rooftop'],
    ['Bridge of the starship', true, 'spaceship'],
    ['Old stone bridge', false, 'bridge'],
    ['Sunken cave', false, 'cave'],
    ['Log cabin', true, 'apartment'],
    ['Cliff above the sea', false, 'cliff'],
    ['Throne hall', true, 'palace'],
    ['Kitchen of the lighthouse', true, 'kitchen'],
    ['Police station', true, 'office'],
    ['Police station', false, 'building'],
    ['Fire station', true, 'shop'],
    ['Space station', true, 'spaceship'],
    ['Control room', true, 'spaceship'],
    ['Court room', true, 'office'],
    ['Hospital corridor', true, 'corridor'],
    ['Hall', true, 'corridor'],
    ['Rope alley', false, 'alley'],
    ['Bus stop', false, 'busStop'],
    ['Bus station', false, 'station'],
    ['Gas station', false, 'petrol'],
    ['Gas station', true, 'shop'],
    ['Hotel room', true, 'bedroom'],
    ["Pip's room", true, 'bedroom'],
    ['Bathroom', true, 'bathroom'],
    ['Hotel lobby', true, 'lobby'],
    ['Living room', true, 'apartment'],
    ['Dining room', true, 'dining'],
    ['Market street', false, 'market'],
    ['Ferry pier', false, 'pier'],
    ['Ferry deck', false, 'boat'],
    ['Interrogation room', true, 'prison'],
    ['Hospital waiting room', true, 'waiting'],
    ["Elias's house - stairwell", true, 'stairwell'],
    ['Room above the bar', true, 'apartment'],
    ['Car park', false, 'street'],
    ['Road through the forest', false, 'forest'],
    ['Country road', false, 'field'],
    ['River bank', false, 'lake'],
    ['Beach bar', false, 'beach'],
    ['Village church', false, 'building'],
    ['House by the sea', false, 'beach'],
  ]
  it.each(named)('builds "%s" (interior: %s) as %s', (name, interior, archetype) => {
    expect(archetypeOf(place(name, interior))).toBe(archetype)
  })
  it('reads the description only when the name says nothing, and falls back to a field or an apartment', () => {
    expect(archetypeOf({ name: 'Zone Nine', interior: true, description: 'A hospital ward. Forest outside.' })).toBe(
      'hospital',
    )
    expect(archetypeOf({ name: 'Harbour', interior: false, description: 'A forest of masts' })).toBe('harbour')
    expect(archetypeOf(place('Zone Nine'))).toBe('field')
    expect(archetypeOf(place('Zone Nine', true))).toBe('apartment')
  })
  it('does not take half a word for a place', () => {
    expect(archetypeOf(place('Barbara waits', true))).toBe('apartment')
    expect(archetypeOf(place('Carnival'))).toBe('field')
  })
})

describe('a place', () => {
  it('is the same place whenever it is drawn again', () => {
    expect(svgOf(plate('Old town street', { timeOfDay: 'night' }))).toBe(
      svgOf(plate('Old town street', { timeOfDay: 'night' })),
    )
    expect(svgOf(plate('  old  TOWN street '))).toBe(svgOf(plate('Old town street')))
    expect(svgOf(plate('Old town street'))).not.toBe(svgOf(plate('New town street')))
  })
  it.each(['Mill lane', 'Rope alley'])('never moves a house of %s with the hour or the weather', (name) => {
    const houses = (timeOfDay: TimeOfDay, weather: Weather) =>
      shapesOf(
        plate(name, { timeOfDay, weather })
          .layers.filter((layer) => layer.name === 'far' || layer.name === 'mid')
          .map(({ svg }) => svg)
          .join(''),
        /<rect x="([\d.-]+)" y="([\d.-]+)" width="([\d.-]+)" height="([\d.-]+)"/g,
      )
    const byDay = new Set(houses('noon', 'clear'))
    const big = (list: Iterable<string>) =>
      [...list].filter(
        (box) => Number(box.split(' ')[3]) > 150 && Number(box.split(' ')[2]) < 400 && Number(box.split(' ')[2]) > 100,
      )
    const standing = big(byDay)
    expect(standing.length).toBeGreaterThan(2)
    for (const [timeOfDay, weather] of [
      ['night', 'clear'],
      ['evening', 'rainy'],
      ['dawn', 'snowy'],
    ] as const) {
      expect(big(new Set(houses(timeOfDay, weather)))).toEqual(standing)
    }
  })
  it('lights its windows and lamps at night and not at noon', () => {
    const [noon, night] = [plate('Old town street'), plate('Old town street', { timeOfDay: 'night' })]
    expect(noon.light.lampsOn).toBe(false)
    expect(night.light.lampsOn).toBe(true)
    expect(night.lamps.length).toBeGreaterThanOrEqual(4)
    expect(svgOf(night)).toContain('radialGradient')
  })
  it('mirrors its lamps on a rainy evening', () => {
    const wet = plate('Old town street', { timeOfDay: 'evening', weather: 'rainy' })
    const dry = plate('Old town street', { timeOfDay: 'evening' })
    const ellipses = (drawn: ReturnType<typeof plate>) => svgOf(drawn).split('<ellipse').length
    expect(wet.light.wet).toBe(true)
    expect(ellipses(wet)).toBeGreaterThan(ellipses(dry) + 40)
  })
  it('shows the sea below a cliff, and a gorge only where one is named', () => {
    for (const name of ['Cliff above the sea', 'Cliff', 'The cliffs', 'White ledge'])
      expect(plate(name).water, name).not.toBeNull()
    for (const name of ['Red canyon', 'The gorge']) expect(plate(name).water, name).toBeNull()
  })
  it('hangs five sheets, back to front, each with its share of the camera move', () => {
    const { layers } = plate('Kitchen', { interior: true })
    expect(layers.map(({ name }) => name)).toEqual(['sky', 'far', 'mid', 'near', 'foreground'])
    expect(layers.map(({ parallax }) => parallax)).toEqual([0.1, 0.25, 0.55, 1, 1.6])
  })
})

describe('every set', () => {
  it.each(Object.keys(setFor) as Archetype[])(
    '%s draws clean SVG at every hour and in every weather, in both variants',
    (archetype) => {
      for (const name of ['one', 'two', 'three', 'four']) {
        for (const [i, timeOfDay] of timesOfDay.entries()) {
          const weather = weathers[i % weathers.length] ?? 'clear'
          const stage = stageOf({ place: place(`${archetype} ${name}`), timeOfDay, weather })
          const { far, mid, near, foreground, sky = '' } = setFor[archetype](stage)
          const svg = sky + far + mid + near + foreground
          expect(svg).not.toMatch(/NaN|undefined|Infinity|#NaN|fill=""/)
          const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
          expect(new Set(ids).size).toBe(ids.length)
          expect(near.length).toBeGreaterThan(500)
        }
      }
    },
  )
  it('has both variants among the places of one film', () => {
    const seconds = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(
      (name) => stageOf({ place: place(`${name} street`), timeOfDay: 'noon', weather: 'clear' }).second,
    )
    expect(new Set(seconds)).toEqual(new Set([true, false]))
  })
})
