import { timesOfDay, weathers } from '@/domain/scene/vocabulary'
import { lightOf, paintPerson } from '../light'
import { rgbOf } from '../colour'
import { apart, between, labOf, type Lab, type Rgb } from './lab'

/** What a light of this department does to the colour of a person: white becomes `key`, then `dark` of it turns to ink. */
export type PersonLight = { key: Rgb; ink: Lab; dark: number }

const probes = ['#e8e2d4', '#b98a4e', '#c83240', '#59a145', '#3e50b1', '#2b2b33']

/** The light of one hour, weather and side of the door. */
export const personLight = (asked: Parameters<typeof lightOf>[0]): PersonLight & { looks: Lab[] } => {
  const light = lightOf(asked)
  const bright = { ...light, dark: 0 }
  return {
    key: rgbOf(paintPerson('#ffffff', bright)),
    ink: labOf(rgbOf(light.ink)),
    dark: Math.min(0.58, light.dark * 0.62),
    looks: probes.map((probe) => labOf(rgbOf(paintPerson(probe, light)))),
  }
}

/** Every hour and weather, outside and inside, told apart as far as people look different in them. */
export const personLights = (): PersonLight[] => {
  const kept: (PersonLight & { looks: Lab[] })[] = []
  for (const interior of [false, true])
    for (const timeOfDay of timesOfDay)
      for (const weather of weathers) {
        const one = personLight({ timeOfDay, weather, interior })
        const known = kept.some(
          (other) => Math.max(...other.looks.map((lab, i) => apart(lab, one.looks[i] ?? lab))) < 0.02,
        )
        if (!known) kept.push(one)
      }
  return kept
}

const studio = personLight({ timeOfDay: 'noon', weather: 'clear', interior: false })

/** A colour seen in a reference (noon, clear, outside) as it is when this light falls on it. */
export const relit = (seen: Rgb, { key, ink, dark }: PersonLight): Lab => {
  const channel = (i: 0 | 1 | 2) => Math.min(255, (seen[i] * key[i]) / studio.key[i])
  return between(labOf([channel(0), channel(1), channel(2)]), ink, dark)
}
