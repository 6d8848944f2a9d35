import type { TimeOfDay, Weather } from '@/domain/scene/vocabulary'
import { mix, multiply } from './colour'

/** Warm sources of the whole department: a lamp's bulb, a lit window, an open flame. */
export const lampColour = '#ffc266'
export const litWindowColour = '#ffd27d'
export const fireColour = '#ff9a3f'
export const moonColour = '#f3efd8'

/** One light for a whole picture: places, people and props are painted through it. */
export type Light = {
  timeOfDay: TimeOfDay
  weather: Weather
  interior: boolean
  sky: { top: string; mid: string; horizon: string }
  /** What distance fades to. */
  haze: string
  /** Colour of the light itself; white objects take this tint. */
  key: string
  /** What shadow and darkness mix to. */
  ink: string
  /** 0–1: share of ink in every local colour. */
  dark: number
  /** How fast distance fades; 1 on a clear day. */
  hazeK: number
  /** Sun or moon in the 1600x900 world, null when below the horizon or hidden. */
  sun: { x: number; y: number; r: number } | null
  /** Side the light comes from, −1 left, 1 right; rims, face shade, beams and cast shadows follow it. */
  sunSide: -1 | 1
  /** Lamps and windows are lit. */
  lampsOn: boolean
  /** The lamps are the main light (night, twilight, dark interiors). */
  night: boolean
  /** What covers open ground (snow), and how much of it. */
  groundMix: { colour: string; amount: number } | null
  /** Ground mirrors lamps and sky. */
  wet: boolean
}

type Hour = Pick<Light, 'sky' | 'haze' | 'key' | 'ink' | 'dark' | 'sunSide'> & { sun: Light['sun'] }

const hour = (sky: string, rest: string, at: Omit<Hour, 'sky' | 'haze' | 'key' | 'ink'>): Hour => {
  const [top = '', mid = '', horizon = ''] = sky.split(' ').map((hex) => `#${hex}`)
  const [haze = '', key = '', ink = ''] = rest.split(' ').map((hex) => `#${hex}`)
  return { sky: { top, mid, horizon }, haze, key, ink, ...at }
}
const at = (x: number, y: number, r: number): NonNullable<Light['sun']> => ({ x: x * 1600, y: y * 900, r })

const hours: Record<TimeOfDay, Hour> = {
  dawn: hour('33427a a87ba6 ffc79b', 'd8a7a6 ffd0a6 26284a', { sun: at(0.74, 0.56, 46), sunSide: 1, dark: 0.34 }),
  morning: hour('5fa3c7 a9d3d4 fdebc8', 'cfdccb fff0cf 24405a', { sun: at(0.78, 0.3, 40), sunSide: 1, dark: 0.06 }),
  noon: hour('2f86c0 7fbedb e4f1e4', 'b7d6da fffbe6 1c4260', { sun: at(0.6, 0.12, 40), sunSide: 1, dark: 0 }),
  afternoon: hour('5390b2 bcc8b0 ffdf9c', 'e0c997 ffe1a0 34384f', { sun: at(0.22, 0.3, 44), sunSide: -1, dark: 0.08 }),
  evening: hour('3a2f63 c05a6c ffae58', 'dc8564 ffb360 281c3d', { sun: at(0.24, 0.53, 66), sunSide: -1, dark: 0.3 }),
  twilight: hour('121a45 4a4788 e08b92', '6d6396 f3a2a6 10122e', { sun: null, sunSide: -1, dark: 0.52 }),
  night: hour('050b20 10234c 2d4f7c', '284873 a8caf4 050816', { sun: at(0.76, 0.2, 44), sunSide: 1, dark: 0.68 }),
}

/** The light of a picture. Interiors get the room's own light; ask again with `interior: false` for what the windows show. */
export const lightOf = (asked: { timeOfDay: TimeOfDay; weather: Weather; interior: boolean }): Light => {
  const base = hours[asked.timeOfDay]
  const night = asked.timeOfDay === 'night' || asked.timeOfDay === 'twilight'
  const clear: Light = {
    ...asked,
    ...base,
    night,
    hazeK: 1,
    lampsOn: base.dark >= 0.3,
    groundMix: null,
    wet: false,
  }
  const outside = weathered[asked.weather](clear)
  return asked.interior ? indoors(outside) : outside
}

/** Colour of anything that stands at `depth`: 0 near, 1 horizon, below 0 the dark frame in front of the lens. */
export const paint = (local: string, light: Light, depth: number): string => {
  const lit = mix(multiply(local, mix('#ffffff', light.key, 0.55)), light.ink, light.dark)
  if (depth < 0) return mix(lit, mix(light.ink, '#05060c', 0.45), Math.min(0.8, -depth * 1.7))
  return mix(lit, light.haze, 1 - Math.exp(-1.5 * depth * light.hazeK))
}

/** Open ground: as `paint`, under the snow when there is any. */
export const paintGround = (local: string, light: Light, depth: number): string =>
  paint(light.groundMix ? mix(local, light.groundMix.colour, light.groundMix.amount) : local, light, depth)

/** Colour of a person or what they hold: darkened less than the place, so that costume colours stay readable. */
export const paintPerson = (local: string, light: Light): string => {
  // By night lamps light people more than the moon does: under blue light skin would turn grey.
  const lamps = light.night && !light.interior
  const key = light.night ? mix(light.key, lampColour, lamps ? 0.85 : 0.5) : light.key
  const shade = lamps ? mix(light.ink, '#3a1c14', 0.7) : light.ink
  return mix(
    multiply(local, mix('#ffffff', key, lamps ? 0.5 : 0.55)),
    shade,
    Math.min(0.58, light.dark * (lamps ? 0.48 : 0.62)),
  )
}

type SkyShare = { top: number; mid: number; horizon: number }

const skyTo = (light: Light, colour: string, share: SkyShare): Light['sky'] => ({
  top: mix(light.sky.top, colour, share.top),
  mid: mix(light.sky.mid, colour, share.mid),
  horizon: mix(light.sky.horizon, colour, share.horizon),
})

/** A weather colour at this hour: the day's grey sinks with the darkness, but never to black. */
const dimmed = (colour: string, light: Light): string => mix(colour, light.ink, Math.min(0.52, light.dark * 1.05))

const weathered: Record<Weather, (light: Light) => Light> = {
  clear: (light) => light,
  windy: (light) => ({
    ...light,
    hazeK: 1.1,
    sky: skyTo(light, dimmed('#a9b9c2', light), { top: 0.12, mid: 0.16, horizon: 0.1 }),
  }),
  cloudy: (light) => {
    const grey = dimmed('#8b98a3', light)
    return {
      ...light,
      hazeK: 1.25,
      dark: Math.min(0.72, light.dark + 0.05),
      haze: mix(light.haze, grey, 0.35),
      sky: skyTo(light, grey, { top: 0.4, mid: 0.36, horizon: 0.25 }),
    }
  },
  rainy: (light) => rained(light, { slate: '#4f6a80', more: 0.18, share: { top: 0.68, mid: 0.58, horizon: 0.38 } }),
  stormy: (light) => rained(light, { slate: '#3c4c62', more: 0.27, share: { top: 0.8, mid: 0.7, horizon: 0.58 } }),
  snowy: (light) => ({
    ...light,
    hazeK: 1.4,
    haze: mix(light.haze, dimmed('#dde7ee', light), 0.72),
    sky: skyTo(light, dimmed('#a9bdcc', light), { top: 0.66, mid: 0.66, horizon: 0.4 }),
    groundMix: { colour: '#eaf1f7', amount: 0.8 },
  }),
  foggy: (light) => {
    const fog = mix(mix(light.haze, light.sky.horizon, 0.3), dimmed('#c3ccd0', light), 0.5)
    return {
      ...light,
      hazeK: 1.9,
      haze: fog,
      sun: null,
      sky: { top: mix(light.sky.top, fog, 0.8), mid: mix(light.sky.mid, fog, 0.93), horizon: fog },
    }
  },
}

const rained = (light: Light, rain: { slate: string; more: number; share: SkyShare }): Light => {
  const slate = dimmed(rain.slate, light)
  const dark = Math.min(Math.max(0.66, light.dark), light.dark + rain.more)
  return {
    ...light,
    hazeK: 0.95,
    dark,
    sun: null,
    wet: true,
    lampsOn: dark > 0.3,
    haze: mix(light.haze, slate, 0.42),
    key: mix(light.key, '#c9d6e2', 0.4),
    sky: skyTo(light, slate, rain.share),
  }
}

/** Inside, walls bounce: less darkness, warmer ink, and distance hardly fades. */
const indoors = (outside: Light): Light => {
  const dark = outside.night ? (outside.timeOfDay === 'night' ? 0.36 : 0.32) : 0.08 + Math.min(0.14, outside.dark * 0.4)
  return {
    ...outside,
    dark,
    hazeK: 0.25,
    key: outside.night ? '#ffd9a2' : mix(outside.key, '#fff6e2', 0.3),
    ink: mix(outside.ink, '#2b1a22', 0.45),
    haze: mix(outside.haze, '#d8c2a2', 0.3),
    lampsOn: dark >= 0.15,
    groundMix: null,
    wet: false,
  }
}
