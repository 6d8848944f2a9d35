import type { Model } from '../../media/modelRow'
import { falClips } from './clips'
import { falPictures } from './pictures'
import { falReaders, falSounds } from './soundsAndWords'

/** Every endpoint by its id. A new one is one more row of one of these tables. */
export const falEndpoints: ReadonlyMap<string, Model> = new Map(
  [...falPictures, ...falClips, ...falSounds, ...falReaders].map((one) => [one.id, one]),
)
