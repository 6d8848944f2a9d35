import type { PayloadRequest } from 'payload'
import { previsChoice } from '@/domain/catalogue/chooseModels'
import { pictureFormat } from '@/domain/format'
import { freeQuote } from '@/domain/money/freeQuote'
import type { Quote } from '@/domain/money/quote'
import { quoteScenes } from '@/domain/money/quoteScenes'
import { modelFor, previsModel, readProjectSettings } from '@/domain/project/projectSettings'
import { musicToMake } from '@/domain/sound/musicToMake'
import { sha256Of } from '@/stores/sha256'
import { storesOf } from '../asked/stores'

/**
 * What cutting the film of these scenes, or all, costs: the music, where a paid model makes it; lines are as long as
 * they were planned. Fails as the model is priced.
 */
export const assembleQuote = async (
  req: PayloadRequest,
  project: string,
  scenes: readonly string[] | undefined,
): Promise<Quote> => {
  const found = await req.payload.findByID({ collection: 'projects', id: project, depth: 0, select: { settings: true }, req }) // prettier-ignore
  const settings = readProjectSettings(found.settings)
  const asOf = new Date().toISOString()
  const music = modelFor(settings, 'music')
  if (music === previsModel) return freeQuote('assemble', asOf)
  const { docs } = await req.payload.find({
    collection: 'scenes',
    where: { project: { equals: project }, archived: { not_equals: true }, ...(scenes ? { id: { in: [...scenes] } } : {}) }, // prettier-ignore
    select: { heading: true, frames: true, tension: true, music: true, dialogue: true },
    sort: 'sequenceNumber',
    depth: 0,
    pagination: false,
    req,
  })
  const { aspect, resolution, fps, takesMax } = settings
  return quoteScenes([], {
    choice: { ...previsChoice, music },
    models: await storesOf(req).catalogue.models(),
    format: pictureFormat(aspect, resolution, fps),
    takesMax,
    until: 'clips',
    on: asOf.slice(0, 10),
    asOf,
    music: musicToMake(docs, fps),
    hashOf: sha256Of,
  })
}
