import { describe, expect, it } from 'vitest'
import { effectsOf } from '@/domain/sound/effectsOf'
import { soundOf } from '@/domain/sound/soundCuesOf'

const heard = (more: Partial<Parameters<typeof soundOf>[0]>) =>
  soundOf({ intExt: 'EXT', location: 'FIELD', weather: 'clear', action: '', durationS: 5, tension: 0.2, emotions: [], timeOfDay: 'noon', ...more }) // prettier-ignore
const effects = (action: string) => effectsOf({ action, durationS: 6 }).map(({ name }) => name)

describe('what a place sounds like', () => {
  it('follows the place and its weather, and takes both behind the wall indoors', () => {
    expect(heard({ location: 'FERRY PIER', weather: 'rainy' }).ambience).toBe('sea, rain')
    expect(heard({ location: 'HARBOUR STREET' }).ambience).toBe('sea')
    expect(heard({ location: 'MAIN STREET' }).ambience).toBe('city')
    expect(heard({ timeOfDay: 'night' }).ambience).toBe('night')
    expect(heard({ intExt: 'INT', location: 'KITCHEN', weather: 'stormy' }).ambience).toBe('room, muffled rain')
    expect(heard({ intExt: 'INT', location: 'HARBOUR OFFICE' }).ambience).toBe('room, muffled sea')
    expect(heard({ intExt: 'INT', location: 'BAR' }).ambience).toBe('crowd')
    expect(heard({ intExt: 'INT', location: 'TRAIN' }).ambience).toBe('vehicle')
    expect(heard({ intExt: 'INT', location: 'LIVING ROOM', action: 'A fire burns in the hearth.' }).ambience).toBe(
      'room, fire',
    )
  })
})

describe('the sounds of the action', () => {
  it('come from its verbs, in its order', () => {
    expect(effects('A dog barks. Anna walks up to the house and knocks. The door opens.')).toEqual([
      'dog', 'footsteps', 'knock', 'door',
    ]) // prettier-ignore
    expect(effects('The phone rings. He drops the glass.')).toEqual(['phone', 'glass'])
    expect(effects('A church bell tolls. The car pulls away. Somebody fires the gun.')).toEqual([
      'bell',
      'engine',
      'gunshot',
    ])
    expect(effects('Nora runs along the shops. Behind her Elias lights the lantern again.')).toEqual([
      'running',
      'match',
    ])
  })

  it('are not heard when they do not happen, and no parked car hums', () => {
    expect(effects('The phone does not ring. She never knocks. A car stands in the yard.')).toEqual([])
    expect(effects('Rain runs down the window. The road runs along the sea. She runs her hand over it.')).toEqual([])
    expect(effects('Nora walks into the shallow water.')).toEqual(['splash'])
  })

  it('stay inside the scene and apart from each other', () => {
    const list = effectsOf({ action: 'Knock. Thunder. A dog barks. A bell. A siren. Waves crash.', durationS: 3 })
    expect(list).toHaveLength(4)
    list.forEach(({ atS }, i) => {
      expect(atS).toBeLessThanOrEqual(2.7)
      if (i > 0) expect(atS - list[i - 1]!.atS).toBeGreaterThanOrEqual(0.39)
    })
  })
})
