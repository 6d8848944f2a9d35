import type { Staging } from '@/domain/scene/staging'
import type { Compositor } from './compositor/openCompositor'
import { hash32, random } from './random'

/** What falls or floats before the lens: written into the finished picture's luma, so it costs next to nothing. */
export type Particles = (compositor: Compositor, frame: number, shift?: { x: number; y: number }) => void

type Speck = { x: number; y: number; size: number; speed: number; alpha: number; phase: number }

/** The particles of a place, hour and weather: rain, snow, dust in daylit rooms, leaves in the wind; null when none.
 *  Frames may be negative; the same frame always looks the same. */
export const particlesOf = (staging: Staging, fps: number, night: boolean): Particles | null => {
  const { place, weather, width, height } = staging
  const draw = random(hash32(`particles of ${place.name}`))
  const specks = (count: number): Speck[] =>
    Array.from({ length: count }, () => ({
      x: draw(), y: draw(), size: draw(), speed: draw(), alpha: draw(), phase: draw() * 6.28,
    })) // prettier-ignore
  const field = { width, height, unit: Math.min(width, height) / 720, pace: 24 / fps }
  const many = (count: number) => Math.round(count * Math.min(2.4, (width * height) / (1280 * 720) / field.unit ** 2))
  if (place.interior) return night ? null : dust(specks(many(46)), field)
  if (weather === 'rainy' || weather === 'stormy') return rain(specks(many(weather === 'rainy' ? 360 : 480)), field)
  if (weather === 'snowy') return snow(specks(many(260)), field)
  if (weather === 'windy') return gusts(specks(many(34)), field)
  return null
}

/** `unit` px per px at 720 lines, `pace` frames of 24 per frame. */
type Field = { width: number; height: number; unit: number; pace: number }

const wrap = (value: number, length: number) => ((value % length) + length) % length

const rain =
  (specks: Speck[], { width, height, unit, pace }: Field): Particles =>
  (compositor, frame) => {
    for (const one of specks) {
      const rows = Math.round((14 + 34 * one.size) * unit)
      const fall = (14 + 20 * one.size) * unit * pace
      const y = wrap(one.y * height + fall * frame, height + rows) - rows
      const x = wrap(one.x * (width + 120) - 0.16 * (y + fall * frame * 0.02), width + 20) - 10
      compositor.streak({ x, y, slope: -0.16, rows, value: 226, alpha: 0.1 + 0.32 * one.alpha * one.size })
    }
  }

const snow =
  (specks: Speck[], { width, height, unit, pace }: Field): Particles =>
  (compositor, frame) => {
    for (const one of specks) {
      const r = (1.2 + 3.4 * one.size ** 2) * unit
      const fall = (0.9 + 2.6 * one.size) * unit * pace
      const y = wrap(one.y * height + fall * frame, height + 2 * r) - r
      const sway = 14 * unit * Math.sin((frame * pace * (0.4 + one.speed)) / 22 + one.phase)
      const x = wrap(one.x * width + sway - 0.5 * unit * pace * frame, width + 2 * r) - r
      compositor.speck({ x, y, rx: r, ry: r, value: 232, alpha: 0.35 + 0.6 * one.alpha })
    }
  }

const dust =
  (specks: Speck[], { width, height, unit, pace }: Field): Particles =>
  (compositor, frame) => {
    for (const one of specks) {
      const r = (0.9 + 1.9 * one.size) * unit
      const time = (frame * pace) / 24
      const x = wrap(one.x * width + (6 + 10 * one.speed) * unit * time + 9 * unit * Math.sin(time + one.phase), width)
      const y = wrap(one.y * height - (3 + 6 * one.size) * unit * time, height)
      const glint = 0.5 + 0.5 * Math.sin(1.3 * time + 2 * one.phase)
      compositor.speck({ x, y, rx: r, ry: r, value: 228, alpha: (0.12 + 0.34 * one.alpha) * glint })
    }
  }

const gusts =
  (specks: Speck[], { width, height, unit, pace }: Field): Particles =>
  (compositor, frame) => {
    for (const one of specks) {
      const r = (1.6 + 2.4 * one.size) * unit
      const time = (frame * pace) / 24
      const x = wrap(one.x * width + (170 + 220 * one.speed) * unit * time, width + 40) - 20
      const y = wrap(one.y * height + 26 * unit * Math.sin(2.2 * time + one.phase), height)
      const flat = 0.45 + 0.4 * Math.abs(Math.sin(3.1 * time + one.phase))
      compositor.speck({ x, y, rx: r * 1.5, ry: r * flat, value: one.alpha > 0.5 ? 60 : 190, alpha: 0.5 })
    }
  }

/** Light on moving water: long thin glints that come and go. `area` in px of the frame. */
export const glints = (
  area: { x: number; y: number; width: number; height: number },
  { unit, fps, night }: { unit: number; fps: number; night: boolean },
): Particles => {
  const draw = random(hash32('glints'))
  const count = Math.min(90, Math.max(16, Math.round((area.width * area.height) / (3600 * unit * unit))))
  const list = Array.from({ length: count }, () => ({
    x: draw(),
    y: draw() ** 1.6,
    size: draw(),
    phase: draw() * 6.28,
  }))
  return (compositor, frame, shift = { x: 0, y: 0 }) => {
    const time = frame / fps
    for (const one of list) {
      const shine = Math.sin(time * (1.1 + 1.2 * one.size) + one.phase)
      if (shine <= 0) continue
      const near = 0.35 + 0.9 * one.y
      compositor.speck({
        x: shift.x + area.x + one.x * area.width + 10 * unit * near * Math.sin(0.7 * time + one.phase),
        y: shift.y + area.y + one.y * area.height,
        rx: (7 + 20 * one.size) * unit * near,
        ry: Math.max(0.8, 1.3 * unit * near),
        value: 214,
        alpha: (night ? 0.16 : 0.3) * shine,
      })
    }
  }
}
