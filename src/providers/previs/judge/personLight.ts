import type { Circumstances } from '../../spec/vision'
import { rgbOf } from '../colour'
import { lightOf, paintPerson } from '../light'
import { labOf, type Lab, type Rgb } from './lab'

/** What a light does to the colours of people: white becomes `key`, black `black`, and `left` of a colour stays. */
export type PersonLight = { key: Rgb; black: Lab; left: number }

const painted = (colour: string, light: Parameters<typeof paintPerson>[1]): Lab =>
  labOf(rgbOf(paintPerson(colour, light)))

/** The light that falls on people at this hour, in this weather, on this side of the door. */
export const personLight = (at: Pick<Circumstances, 'timeOfDay' | 'weather' | 'interior'>): PersonLight => {
  const light = lightOf(at)
  const key = rgbOf(paintPerson('#ffffff', { ...light, dark: 0 }))
  const [white, black, full] = [painted('#ffffff', light), painted('#000000', light), labOf(key)]
  const span = Math.hypot(white[0] - black[0], white[1] - black[1], white[2] - black[2])
  return { key, black, left: span / Math.hypot(...full) }
}

/** Character views are drawn in this light. */
const studio = personLight({ timeOfDay: 'noon', weather: 'clear', interior: false })

/** A colour of a character view as it is when this light falls on it. */
export const relit = (seen: Rgb, { key, black, left }: PersonLight): Lab => {
  const channel = (i: 0 | 1 | 2) => Math.min(255, (seen[i] * key[i]) / studio.key[i])
  const lit = labOf([channel(0), channel(1), channel(2)])
  return [lit[0] * left + black[0], lit[1] * left + black[1], lit[2] * left + black[2]]
}
