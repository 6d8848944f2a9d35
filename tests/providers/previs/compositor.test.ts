import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { openCompositor, type Pixels } from '@/providers/previs/compositor/openCompositor'

const picture = (
  width: number,
  height: number,
  at: (x: number, y: number) => [number, number, number, number],
): Pixels => {
  const data = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data.set(at(x, y), 4 * (y * width + x))
  return { width, height, data }
}
const size = { width: 64, height: 48 }
const flat = (...[r, g, b, a = 255]: number[]) => picture(64, 48, () => [r ?? 0, g ?? 0, b ?? 0, a])
const lumaAt = (frame: Uint8Array, x: number, y: number) => frame[y * size.width + x] ?? -1

describe('the compositor', () => {
  it.each([
    { name: 'white', rgb: [255, 255, 255], yuv: [235, 128, 128] },
    { name: 'black', rgb: [0, 0, 0], yuv: [16, 128, 128] },
    { name: 'red', rgb: [255, 0, 0], yuv: [63, 102, 240] },
    { name: 'green', rgb: [0, 255, 0], yuv: [173, 42, 26] },
    { name: 'blue', rgb: [0, 0, 255], yuv: [32, 240, 118] },
  ])('paints $name in limited-range BT.709', ({ rgb: wish, yuv }) => {
    const compositor = openCompositor(size)
    compositor.draw(compositor.load(flat(...wish), true), { x: 0, y: 0 })
    const frame = compositor.frame()
    expect(frame.length).toBe(64 * 48 * 1.5)
    const found = [frame[0], frame[64 * 48], frame[64 * 48 * 1.25]]
    found.forEach((value, i) => expect(Math.abs((value ?? 0) - (yuv[i] ?? 0))).toBeLessThanOrEqual(1))
    const rgb = compositor.rgb()
    wish.forEach((value, i) => expect(Math.abs((rgb[i] ?? 0) - value)).toBeLessThanOrEqual(3))
  })

  it('moves a picture by parts of a pixel, as exactly as arithmetic in floating point', () => {
    const compositor = openCompositor(size)
    const ramp = picture(96, 80, (x, y) => [(x * 2 + y) % 256, (x * 2 + y) % 256, (x * 2 + y) % 256, 255])
    const layer = compositor.load(ramp, true)
    for (const [x, y, zoom] of [
      [-7.25, -9.5, 1],
      [-3.7, -4.2, 1.1],
      [-11, -6.3, 0.93],
      [-5, -8, 1],
    ] as const) {
      compositor.draw(layer, { x, y, zoom })
      const frame = compositor.frame()
      for (const [px, py] of [
        [0, 0],
        [13, 7],
        [31, 33],
        [63, 47],
      ] as const) {
        const sx = (px + 0.5 - x) / zoom - 0.5
        const sy = (py + 0.5 - y) / zoom - 0.5
        const expected = 16 + (219 / 255) * (2 * sx + sy)
        expect(Math.abs(lumaAt(frame, px, py) - expected)).toBeLessThan(1.6)
      }
    }
  })

  it('lays half-clear paint over what is there, and leaves the rest alone', () => {
    const compositor = openCompositor(size)
    compositor.draw(compositor.load(flat(0, 0, 0), true), { x: 0, y: 0 })
    const half = compositor.load(picture(64, 48, (x) => [255, 255, 255, x < 32 ? 128 : 0]))
    compositor.draw(half, { x: 0, y: 0 })
    expect(Math.abs(lumaAt(compositor.frame(), 5, 5) - 126)).toBeLessThanOrEqual(2)
    expect(lumaAt(compositor.frame(), 50, 5)).toBe(16)
    compositor.draw(compositor.load(flat(255, 255, 255)), { x: 0, y: 0, strength: 0.5 })
    expect(Math.abs(lumaAt(compositor.frame(), 50, 5) - 126)).toBeLessThanOrEqual(3)
  })

  it('never writes outside the frame, wherever a picture is put', () => {
    const compositor = openCompositor(size)
    const ground = compositor.load(flat(40, 40, 40), true)
    const bright = compositor.load(picture(20, 20, () => [255, 255, 255, 255]))
    compositor.draw(ground, { x: 0, y: 0 })
    const other = Buffer.from(compositor.frame())
    const layers = compositor.bytes()
    for (const [x, y] of [
      [-30, 5],
      [-10.4, -9.7],
      [55.3, 41.2],
      [90, 90],
      [20, -200],
    ] as const)
      for (const zoom of [1, 1.3]) compositor.draw(bright, { x, y, zoom })
    compositor.streak({ x: 63.5, y: -4, slope: -0.2, rows: 90, value: 235, alpha: 0.5 })
    compositor.speck({ x: -2, y: 47, rx: 9, ry: 9, value: 235, alpha: 0.9 })
    expect(lumaAt(compositor.frame(), 30, 24)).toBe(lumaAt(new Uint8Array(other), 30, 24))
    expect(lumaAt(compositor.frame(), 1, 1)).toBeGreaterThan(200)
    expect(compositor.bytes()).toBe(layers)
    compositor.draw(ground, { x: 0, y: 0 })
    expect(Buffer.compare(Buffer.from(compositor.frame()), other)).toBe(0)
  })

  it('gives the same bytes each time', () => {
    const once = () => {
      const compositor = openCompositor(size)
      compositor.draw(
        compositor.load(
          picture(80, 60, (x, y) => [x * 3, y * 4, x ^ y, 255]),
          true,
        ),
        { x: -8.3, y: -6.1, zoom: 1.07 },
      )
      compositor.draw(compositor.load(picture(30, 30, (x, y) => [200, 30, 40, (x * y) % 256])), { x: 9.6, y: 4.4 })
      return Buffer.from(compositor.frame())
    }
    expect(Buffer.compare(once(), once())).toBe(0)
  })

  it('is built from the source that is checked in', () => {
    execFileSync(process.execPath, ['scripts/build-compositor.mjs', '--check'], { stdio: 'pipe' })
  })

  it('begins as empty as the first in the memory of one that was closed, which draws no more', () => {
    const drawn = () => {
      const compositor = openCompositor(size)
      expect(lumaAt(compositor.frame(), 60, 40)).toBe(0)
      const cut = compositor.load(picture(20, 20, (x) => [200, 90, 30, x < 10 ? 255 : 0]))
      compositor.draw(cut, { x: 4.5, y: 3.25, zoom: 1.3 })
      const frame = Buffer.from(compositor.frame())
      compositor.draw(compositor.load(flat(255, 255, 255), true), { x: 0, y: 0 })
      compositor.close()
      expect(() => {
        compositor.draw(cut, { x: 0, y: 0 })
      }).toThrow('closed')
      return frame
    }
    const first = drawn()
    for (let i = 0; i < 6; i++) expect(drawn().equals(first)).toBe(true)
  })
})
