import type { Asset } from '@/domain/generation/generationKey'
import type { Staging } from '@/domain/scene/staging'

/** A staging whose whole picture is a finished still: the camera moves over it, and nothing is drawn or lit that it shows already. */
export const movedStill = (staging: Staging, { sha256, name }: Asset): Staging => {
  const { memory: _faded, passing: _passing, ...rest } = staging
  const place = { ...staging.place, picture: { sha256, name } }
  return { ...rest, place, timeOfDay: 'noon', weather: 'clear', shotSize: 'wide', people: [], props: [], crowd: 0 }
}
