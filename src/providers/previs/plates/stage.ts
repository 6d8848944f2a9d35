import { type Light, lightOf, paint, paintGround } from '../light'
import { hash32, random } from '../random'
import type { PlaceAsked } from './plate'

type Tint = (local: string) => string

/** What every set draws with: one light, one place's own dice, fresh ids for gradients. */
export type Stage = {
  /** The place's name in small letters, for what its words say beyond the kind of place. */
  name: string
  /** Name and description in small letters: what lies around. */
  words: string
  light: Light
  /** Light of the open air: the same as `light` outside, what the windows show inside. */
  outside: Light
  /** This place uses the second set of its archetype. */
  second: boolean
  /** A repeatable stream for one thing of this place; time and weather never change it. */
  dice: (label: string) => () => number
  id: () => string
  at: (depth: number) => Tint
  ground: (depth: number) => Tint
  /** Open ground as the near sheet laid it, so that the sheet behind can go on under it when the camera moves in. */
  laid: { y: number; colour: string } | null
  /** The same two in the open air's light, for what windows show. */
  open: (depth: number) => Tint
  openGround: (depth: number) => Tint
}

/** Sets the stage for one place. The dice know the place's name only, so the same place stands whatever the hour. */
export const stageOf = ({ place, timeOfDay, weather }: PlaceAsked): Stage => {
  const name = place.name.trim().toLowerCase().replace(/\s+/g, ' ')
  const light = lightOf({ timeOfDay, weather, interior: place.interior })
  const outside = place.interior ? lightOf({ timeOfDay, weather, interior: false }) : light
  let ids = 0
  return {
    name,
    words: `${name} ${place.description.toLowerCase()}`,
    light,
    outside,
    second: random(hash32(`${name}/set`))() < 0.5,
    dice: (label) => random(hash32(`${name}/${label}`)),
    laid: null,
    id: () => `g${String((ids += 1))}`,
    at: (depth) => (local) => paint(local, light, depth),
    ground: (depth) => (local) => paintGround(local, light, depth),
    open: (depth) => (local) => paint(local, outside, depth),
    openGround: (depth) => (local) => paintGround(local, outside, depth),
  }
}
