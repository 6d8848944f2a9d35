import { mix } from '../colour'
import { type Light, moonColour } from '../light'
import { circle, d, glow, path, poly, repeat, wash } from './shapes'
import type { Stage } from './stage'

/** The whole sky of the open air: gradient, stars, sun or moon, clouds. Fills the bled world. */
export const drawSky = (stage: Stage): string => {
  const { sky, haze } = stage.outside
  const gradient = wash(stage, [-200, -130, 2000, 760], {
    stops: [
      [0, sky.top, 1],
      [0.55, sky.mid, 1],
      [0.93, sky.horizon, 1],
      [1, mix(sky.horizon, haze, 0.5), 1],
    ],
  })
  const below = wash(stage, [-200, 628, 2000, 420], {
    stops: [
      [0, mix(sky.horizon, haze, 0.5), 1],
      [0.3, haze, 1],
      [1, haze, 1],
    ],
  })
  return gradient + below + stars(stage) + disc(stage) + clouds(stage)
}

const stars = (stage: Stage): string => {
  const { outside } = stage
  const dice = stage.dice('stars')
  const strength = starStrength(outside)
  if (strength === 0) return ''
  return repeat(90, () => {
    const x = -150 + dice() * 1900
    const y = -80 + dice() ** 1.5 * 480
    const r = 0.7 + dice() ** 4 * 1.9
    const opacity = strength * (0.25 + dice() * 0.75) * (1 - Math.max(0, y) / 620)
    return circle([x, y, r], '#fdf6dc', d`opacity="${Math.round(opacity * 10) / 10}"`)
  })
}

const starStrength = (light: Light): number => {
  if (!['clear', 'windy', 'cloudy'].includes(light.weather)) return 0
  const hour = light.timeOfDay === 'night' ? 1 : light.timeOfDay === 'twilight' ? 0.55 : 0
  return light.weather === 'cloudy' ? hour * 0.5 : hour
}

const disc = (stage: Stage): string => {
  const { sun, key, sky, timeOfDay, weather } = stage.outside
  if (!sun) return ''
  const veil = weather === 'snowy' || weather === 'cloudy' ? 0.5 : 1
  if (timeOfDay === 'night') return moon(stage, { ...sun, veil })
  const core = mix(key, '#ffffff', 0.55)
  const low = sun.y > 380
  return (
    glow(stage, [sun.x, sun.y, sun.r * (low ? 9 : 7)], { colour: mix(sky.horizon, core, 0.4), opacity: 0.75 * veil }) +
    (low ? rays(sun, mix(sky.horizon, core, 0.5), 0.1 * veil) : '') +
    glow(stage, [sun.x, sun.y, sun.r * 2.6], { colour: core, opacity: 0.8 * veil }) +
    circle([sun.x, sun.y, sun.r], core, d`opacity="${veil}"`)
  )
}

const rays = (sun: { x: number; y: number }, colour: string, opacity: number): string =>
  repeat(9, (i) => {
    const angle = Math.PI * (1.08 + (i / 8) * 0.84)
    const half = 0.035 + (i % 3) * 0.012
    const far = 1500
    return poly(
      [
        sun.x,
        sun.y,
        sun.x + Math.cos(angle - half) * far,
        sun.y + Math.sin(angle - half) * far,
        sun.x + Math.cos(angle + half) * far,
        sun.y + Math.sin(angle + half) * far,
      ],
      colour,
      `opacity="${String(opacity)}"`,
    )
  })

const moon = (stage: Stage, at: { x: number; y: number; r: number; veil: number }): string => {
  const shade = mix(moonColour, stage.outside.sky.mid, 0.28)
  return (
    glow(stage, [at.x, at.y, at.r * 8], { colour: '#b9d0ef', opacity: 0.5 * at.veil }) +
    glow(stage, [at.x, at.y, at.r * 2.4], { colour: moonColour, opacity: 0.55 * at.veil }) +
    circle([at.x, at.y, at.r], moonColour, d`opacity="${at.veil}"`) +
    circle([at.x - 12, at.y - 10, at.r * 0.2], shade, 'opacity=".55"') +
    circle([at.x + 14, at.y + 8, at.r * 0.27], shade, 'opacity=".5"') +
    circle([at.x - 8, at.y + 20, at.r * 0.14], shade, 'opacity=".5"')
  )
}

type CloudSheet = { count: number; scale: number; opacity: number; low: number }

const cloudSheets: Record<Light['weather'], CloudSheet> = {
  clear: { count: 6, scale: 1, opacity: 0.62, low: 400 },
  windy: { count: 9, scale: 0.9, opacity: 0.6, low: 420 },
  cloudy: { count: 15, scale: 1.5, opacity: 0.72, low: 430 },
  rainy: { count: 18, scale: 1.8, opacity: 0.66, low: 400 },
  stormy: { count: 22, scale: 2, opacity: 0.8, low: 420 },
  snowy: { count: 11, scale: 1.6, opacity: 0.34, low: 400 },
  foggy: { count: 0, scale: 1, opacity: 0, low: 0 },
}

const clouds = (stage: Stage): string => {
  const { weather, sky, haze, key, ink, night, sunSide } = stage.outside
  const sheet = cloudSheets[weather]
  const dice = stage.dice('clouds')
  const wet = weather === 'rainy' || weather === 'stormy'
  const lit = wet ? mix(sky.mid, haze, 0.24) : mix(sky.mid, night ? haze : mix('#ffffff', key, 0.6), night ? 0.5 : 0.68)
  const shade = wet ? mix(lit, ink, 0.1) : mix(lit, sky.mid, 0.42)
  const opacity = sheet.opacity * (night ? 0.6 : 1)
  return repeat(sheet.count, (i) => {
    const y = 20 + ((i * 0.618) % 1) * sheet.low + (dice() - 0.5) * 60
    const near = 1 - y / 620
    const size = sheet.scale * (70 + dice() * 90) * (0.45 + near)
    const x = -120 + dice() * 1840
    const lobes = [dice(), dice(), dice(), dice()]
    const over = cloud({ x: x + sunSide * size * 0.1, y: y - size * 0.07, size, lobes })
    return group2(path(over, lit) + path(cloud({ x, y, size, lobes }), shade), opacity)
  })
}

const group2 = (content: string, opacity: number): string => `<g opacity="${opacity.toFixed(2)}">${content}</g>`

/** A cut-paper cloud: flat underneath, four lobes on top. */
const cloud = ({ x, y, size, lobes }: { x: number; y: number; size: number; lobes: number[] }): string => {
  const [a = 0, b = 0, c = 0, e = 0] = lobes
  const w = size * (1.5 + a * 0.9)
  const h = size * (0.34 + b * 0.16)
  return (
    d`M${x - w} ${y}C${x - w * 1.02} ${y - h * 0.7} ${x - w * 0.72} ${y - h * 0.9} ${x - w * 0.58} ${y - h * 0.62}` +
    d`C${x - w * 0.52} ${y - h * (1.5 + c * 0.5)} ${x - w * 0.06} ${y - h * (1.7 + c * 0.5)} ${x} ${y - h * 0.98}` +
    d`C${x + w * 0.1} ${y - h * (1.4 + e * 0.5)} ${x + w * 0.5} ${y - h * (1.3 + e * 0.4)} ${x + w * 0.54} ${y - h * 0.5}` +
    d`C${x + w * 0.76} ${y - h * 0.8} ${x + w * 1.04} ${y - h * 0.5} ${x + w} ${y}Z`
  )
}
