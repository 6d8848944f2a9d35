import { describe, expect, it } from 'vitest'
import type { CharacterLook } from '@/domain/cast/look'
import { stageWords } from '@/domain/oneOff/stageWords'

const look = { build: 'slim', age: 'elder', hair: 'bun', costume: 'coat', costumeColor: '#112233' } as CharacterLook
const known = {
  cast: [{ name: 'MARA', look }],
  places: [{ name: 'HARBOUR', description: 'Cranes and a lighthouse.' }],
  format: { aspect: '16:9', width: 1280, height: 720, fps: 24 } as const,
}
const staged = (words: string) => stageWords(words, known)

describe('somebody’s own words as a picture that is drawn here', () => {
  it('are read as a scene: place, hour and weather from the heading', () => {
    const staging = staged('EXT. HARBOUR - NIGHT\n\nRain falls on the pier.')
    expect(staging).toMatchObject({ timeOfDay: 'night', weather: 'rainy', width: 1280, height: 720, people: [] })
    expect(staging.place).toMatchObject({ name: 'HARBOUR', interior: false, description: 'Cranes and a lighthouse.' })
  })

  it('show people of the film as they look in the film', () => {
    const { people } = staged('EXT. HARBOUR - DAY\n\nMARA, sixty, in a red dress, looks at the sea.')
    expect(people).toMatchObject([{ name: 'MARA', look: { costumeColor: '#112233' } }])
  })

  it('need no heading', () => {
    expect(staged('In the kitchen at night a kettle boils.').place).toMatchObject({ name: 'KITCHEN', interior: true })
    expect(staged('A lamp.').width).toBe(1280)
  })

  it('that tell nothing are an empty place', () => {
    expect(staged('?!')).toMatchObject({ people: [], props: [] })
    expect(staged('CUT TO:').place.name).toBe('')
  })
})
