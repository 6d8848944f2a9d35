import type { Staging } from '@/domain/scene/staging'
import { lookOf } from './framing'
import { hash32 } from './random'

/** People lead the camera where they look; without them the place decides. */
export const directionOf = (staging: Staging): 1 | -1 => {
  const lead = staging.people.find((one) => !one.near && lookOf(one) !== 0)
  if (lead && staging.movement !== 'dolly') return lookOf(lead) < 0 ? -1 : 1
  if (staging.people.length > 0) return 1
  return hash32(`${staging.place.name}|${staging.shotSize}`) % 2 ? 1 : -1
}
