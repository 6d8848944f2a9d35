import { describe, expect, it } from 'vitest'
import { movedStill } from '@/pipeline/scene/movedStill'
import { person, staging } from '../../providers/previs/cast'

describe('a paid still that is moved on this machine', () => {
  it('is the whole picture: nobody is drawn over it, and no night or rain a second time', () => {
    const night = staging({ timeOfDay: 'night', weather: 'rainy', movement: 'dolly', memory: true, people: [person('mara', 0.5)] }) // prettier-ignore
    const still = movedStill(night, { sha256: 'a', name: 'a.png', mime: 'image/png', bytes: 1 })
    expect(still).toMatchObject({
      people: [],
      props: [],
      crowd: 0,
      timeOfDay: 'noon',
      weather: 'clear',
      movement: 'dolly',
    })
    expect(still.place.picture).toEqual({ sha256: 'a', name: 'a.png' })
    expect(still).not.toHaveProperty('memory')
  })
})
