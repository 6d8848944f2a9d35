import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { chooseModels, type ModelChoice } from '@/domain/catalogue/chooseModels'
import { paidProviders, type CatalogueModel } from '@/domain/catalogue/model'
import { presetNames } from '@/domain/catalogue/presets'
import { pictureFormat } from '@/domain/format'
import type { Quote } from '@/domain/money/quote'
import { quoteScenes, type TakesSeen } from '@/domain/money/quoteScenes'
import { readProjectSettings, stopPoints, type ProjectSettings, type StopPoint } from '@/domain/project/projectSettings'
import { sha256Of } from '@/stores/sha256'
import { projectOf } from '../asked/projectOf'
import { answer, queryOf, route } from '../asked/route'
import { quoteShape } from '../asked/shapes'
import { storesOf } from '../asked/stores'
import { countScenes } from './countScenes'

const id = /^[0-9a-f]{24}$/

/** Without `models` those of the project's settings, without `until` its stop point. */
const estimateQuery = z.strictObject({
  models: z.enum(presetNames).optional(),
  until: z.enum(stopPoints).optional(),
  scenes: z
    .string()
    .transform((list) => list.split(',').filter((one) => one !== ''))
    .refine((list) => list.every((one) => id.test(one)), { error: 'must be ids of scenes with commas between' })
    .optional(),
})

export const estimate = route({
  method: 'get',
  path: '/:id/estimate',
  tells: {
    says: 'What making these scenes, or all, would cost with these models; nothing is started, and no key is needed.',
    query: estimateQuery,
    ok: 200,
    gives: quoteShape,
  },
  handler: async (req) => {
    const project = await projectOf(req)
    const asked = queryOf(req, estimateQuery)
    const settings = await settingsOf(req, project.id)
    const wish = asked.models ?? settings.models
    const models = wish === 'previs' ? [] : await storesOf(req).catalogue.models()
    const choice = chooseModels(wish, { models, providers: new Set(paidProviders), on: today() })
    const until = asked.until ?? settings.until ?? (isFree(choice) ? 'clips' : 'stills')
    const counted = await countScenes(req, {
      project: project.id,
      scenes: asked.scenes,
      fps: settings.fps,
      choice,
      models,
    })
    const seen = await storesOf(req).quotes.takesSeen(project.id)
    return answer(quoted(counted, { settings, choice, models, until, seen }))
  },
})

type Wanted = { scenes?: readonly string[] | undefined; until?: StopPoint | undefined }

/**
 * The quote for making these scenes of a project, or all that are filmed, with the models of its settings, and where the
 * run stops: at the stills where nothing is said and clips cost money. Fails as models are chosen.
 */
export const generateQuote = async (
  req: PayloadRequest,
  project: string,
  { scenes, until: asked }: Wanted,
): Promise<{ quote: Quote; until: StopPoint }> => {
  const settings = await settingsOf(req, project)
  const models = Object.keys(settings.models).length === 0 ? [] : await storesOf(req).catalogue.models()
  const choice = chooseModels(settings.models, { models, providers: new Set(paidProviders), on: today() })
  const until = asked ?? settings.until ?? (isFree(choice) ? 'clips' : 'stills')
  const counted = await countScenes(req, { project, scenes, fps: settings.fps, choice, models })
  const seen = await storesOf(req).quotes.takesSeen(project)
  return { quote: quoted(counted, { settings, choice, models, until, seen }), until }
}

type Offer = {
  settings: ProjectSettings
  choice: ModelChoice
  models: readonly CatalogueModel[]
  until: StopPoint
  seen: TakesSeen
}

const quoted = (
  { scenes, references }: Awaited<ReturnType<typeof countScenes>>,
  { settings, choice, models, until, seen }: Offer,
): Quote => {
  const { aspect, resolution, fps, takesMax } = settings
  return quoteScenes(scenes, {
    choice, references, models, format: pictureFormat(aspect, resolution, fps), takesMax, seen, until, on: today(),
    asOf: new Date().toISOString(), hashOf: sha256Of,
  }) // prettier-ignore
}

const isFree = (choice: ModelChoice): boolean => Object.values(choice).every((model) => model === 'previs')
const today = (): string => new Date().toISOString().slice(0, 10)

const settingsOf = async (req: PayloadRequest, id: string): Promise<ProjectSettings> => {
  const found = await req.payload.findByID({ collection: 'projects', id, depth: 0, select: { settings: true }, req })
  return readProjectSettings(found.settings)
}
