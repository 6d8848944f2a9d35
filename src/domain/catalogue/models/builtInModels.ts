import { catalogueModelSchema, type CatalogueModel } from '../model'
import { falImages } from './falImages'
import { falKling } from './falKling'
import { falSeedance } from './falSeedance'
import { falUpscale } from './falUpscale'
import { falVideo } from './falVideo'
import { falWordsAndSound } from './falWordsAndSound'
import { openaiMedia } from './openaiMedia'
import { openaiWords } from './openaiWords'
import { otherModels } from './otherModels'

/** The catalogue as it ships, in the order people see it. What a person writes in the admin goes over it. */
export const builtInModels: readonly CatalogueModel[] = [
  ...falImages, ...falVideo, ...falKling, ...falSeedance, ...falWordsAndSound, ...falUpscale,
  ...openaiWords, ...openaiMedia, ...otherModels,
].map((row) => catalogueModelSchema.parse(row)) // prettier-ignore
