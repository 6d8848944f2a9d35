import { describe, expect, it } from 'vitest'
import { drawPlaceReference } from '@/providers/previs/plates/drawPlaceReference'
import type { TimeOfDay, Weather } from '@/domain/scene/vocabulary'

const drawn = (
  name: string,
  at: { timeOfDay?: TimeOfDay; weather?: Weather; interior?: boolean; width?: number; height?: number } = {},
) =>
  drawPlaceReference({
    place: { name, interior: at.interior ?? false, description: '' },
    timeOfDay: at.timeOfDay ?? 'noon',
    weather: at.weather ?? 'clear',
    width: at.width ?? 320,
    height: at.height ?? 180,
  })
const mean = (data: Buffer, channel: number) => {
  let sum = 0
  for (let i = channel; i < data.length; i += 4) sum += data[i] ?? 0
  return sum / (data.length / 4)
}
const apart = (a: Buffer, b: Buffer) => {
  let sum = 0
  for (let i = 0; i < a.length; i += 1) sum += Math.abs((a[i] ?? 0) - (b[i] ?? 0))
  return sum / a.length
}

describe('the reference picture of a place', () => {
  it('fills the frame with opaque paint at the size asked for', async () => {
    for (const [width, height] of [
      [320, 180],
      [180, 320],
      [200, 200],
      [160, 200],
    ] as const) {
      const raster = await drawn('Old town street', { width, height })
      expect([raster.width, raster.height]).toEqual([width, height])
      expect(mean(raster.data, 3)).toBe(255)
    }
  })
  it('comes out the same byte for byte', async () => {
    const [first, second] = [await drawn('Pine forest'), await drawn('Pine forest')]
    expect(first.data.equals(second.data)).toBe(true)
  })
  it('is darker by night than by day, and paler in snow than in rain', async () => {
    const [noon, night] = [await drawn('Mill meadow'), await drawn('Mill meadow', { timeOfDay: 'night' })]
    const [snow, rain] = [
      await drawn('Mill meadow', { weather: 'snowy' }),
      await drawn('Mill meadow', { weather: 'rainy' }),
    ]
    expect(mean(noon.data, 1)).toBeGreaterThan(mean(night.data, 1) + 60)
    expect(mean(snow.data, 1)).toBeGreaterThan(mean(rain.data, 1) + 20)
  })
  it('tells a kitchen from a bar, and two streets from each other', async () => {
    const kitchen = await drawn('Kitchen', { interior: true })
    expect(apart(kitchen.data, (await drawn('Anchor bar', { interior: true })).data)).toBeGreaterThan(20)
    expect(apart((await drawn('Rope street')).data, (await drawn('Mill street')).data)).toBeGreaterThan(4)
  })
})
