import { describe, expect, it } from 'vitest'
import { hueOf, luma, mix } from '@/providers/previs/colour'
import { lightOf, paint, paintPerson } from '@/providers/previs/light'
import { hash32, random } from '@/providers/previs/random'
import { rasterise } from '@/providers/previs/raster'
import { timesOfDay, weathers } from '@/domain/scene/vocabulary'

describe('colour', () => {
  it('mixes in OKLab: ends stay, and blue to yellow passes no mud', () => {
    expect(mix('#123456', '#fedcba', 0)).toBe('#123456')
    expect(mix('#123456', '#fedcba', 1)).toBe('#fedcba')
    expect(luma(mix('#0000ff', '#ffff00', 0.5))).toBeGreaterThan(100)
    expect(hueOf('#ff0000')).toBeCloseTo(29, 0)
  })
})

describe('light', () => {
  it('has a light for every hour and weather, inside and out', () => {
    const asked = timesOfDay.flatMap((timeOfDay) =>
      weathers.flatMap((weather) => [true, false].map((interior) => ({ timeOfDay, weather, interior }))),
    )
    for (const light of asked.map(lightOf)) {
      expect([light.haze, light.key, light.ink, ...Object.values(light.sky)].join('')).toMatch(/^(#[0-9a-f]{6}){6}$/)
      expect(light.dark).toBeLessThanOrEqual(0.73)
    }
  })
  it('fades a red wall toward the haze with distance, and darkens what stands before the lens', () => {
    const light = lightOf({ timeOfDay: 'noon', weather: 'clear', interior: false })
    const [near, middle, far] = [0, 0.4, 1].map((depth) => luma(paint('#a03020', light, depth)))
    expect(near).toBeLessThan(middle ?? 0)
    expect(middle).toBeLessThan(far ?? 0)
    expect(luma(paint('#a03020', light, -0.3))).toBeLessThan(near ?? 0)
  })
  it('keeps people brighter than the place they stand in at night', () => {
    const light = lightOf({ timeOfDay: 'night', weather: 'clear', interior: false })
    expect(luma(paintPerson('#c03028', light))).toBeGreaterThan(luma(paint('#c03028', light, 0)))
  })
  it('turns lamps on at night and in rain at dusk, not on a rainy noon', () => {
    expect(lightOf({ timeOfDay: 'night', weather: 'clear', interior: false }).lampsOn).toBe(true)
    expect(lightOf({ timeOfDay: 'evening', weather: 'rainy', interior: false }).lampsOn).toBe(true)
    expect(lightOf({ timeOfDay: 'noon', weather: 'rainy', interior: false }).lampsOn).toBe(false)
  })
})

describe('chance', () => {
  it('gives the same stream for the same name on every machine', () => {
    expect(hash32('a')).toBe(0xe40c292c)
    const [first, again] = [random(hash32('Mill street')), random(hash32('Mill street'))]
    expect([first(), first(), first()]).toEqual([again(), again(), again()])
  })
})

describe('the pixel pass', () => {
  const square = (texture?: { seed: number; strength: number; wobblePx: number }) =>
    rasterise({
      svg: '<rect x="40" y="40" width="80" height="80" fill="#c08040"/>',
      window: { x: 0, y: 0, width: 160, height: 160 },
      width: 160,
      height: 160,
      ...(texture ? { texture } : {}),
    })
  it('leaves clear paper clear and keeps the edge of a shape in its own colour', async () => {
    const { data } = await square({ seed: 3, strength: 0.8, wobblePx: 0.8 })
    expect(data[3]).toBe(0)
    for (let i = 0; i < data.length; i += 4) {
      const alpha = data[i + 3] ?? 0
      if (alpha > 0) expect(data[i]).toBeGreaterThan(120)
    }
  })
  it('mottles the paint by a few levels around its own colour', async () => {
    const { data } = await square({ seed: 3, strength: 0.8, wobblePx: 0 })
    const reds = new Set<number>()
    for (let y = 50; y < 110; y += 1) for (let x = 50; x < 110; x += 1) reds.add(data[(y * 160 + x) * 4] ?? 0)
    expect(reds.size).toBeGreaterThan(6)
    expect(Math.min(...reds)).toBeGreaterThan(150)
    expect(Math.max(...reds)).toBeLessThan(235)
  })
  it('changes nothing when no texture is asked for', async () => {
    const { data } = await square()
    expect([...data.subarray((80 * 160 + 80) * 4, (80 * 160 + 80) * 4 + 4)]).toEqual([0xc0, 0x80, 0x40, 255])
  })
})
