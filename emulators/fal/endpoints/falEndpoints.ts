import type { Model } from '../../media/modelRow'
import { falClips } from './clips'
import { falKling } from './kling'
import { falMorePictures } from './morePictures'
import { falPictures } from './pictures'
import { falReaders } from './readers'
import { falSeedance } from './seedance'
import { falSounds } from './sounds'
import { falUpscalers } from './upscalers'

const pictures: Model[] = [...falPictures, ...falMorePictures, ...falUpscalers]
const clips: Model[] = [...falKling, ...falSeedance, ...falClips]

/** Every endpoint by its id. A new one is one more row of one of these tables. */
export const falEndpoints: ReadonlyMap<string, Model> = new Map(
  [...pictures, ...clips, ...falSounds, ...falReaders].map((row) => [row.id, row]),
)
