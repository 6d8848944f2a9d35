import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { StudioError } from '@/domain/errors/StudioError'
import { chooseModels, type ModelChoice, type Offered } from '@/domain/catalogue/chooseModels'
import { paidProviders } from '@/domain/catalogue/model'
import type { SceneModelsWish } from '@/domain/catalogue/sceneChoice'
import { presetNames } from '@/domain/catalogue/presets'
import { pictureFormat } from '@/domain/format'
import type { Quote } from '@/domain/money/quote'
import { quoteGroups } from '@/domain/money/quoteScenes'
import { readProjectSettings, stopPoints, type ProjectSettings, type StopPoint } from '@/domain/project/projectSettings'
import { sha256Of } from '@/stores/sha256'
import { projectOf } from '../asked/projectOf'
import { answer, queryOf, route } from '../asked/route'
import { quoteShape } from '../asked/shapes'
import { storesOf } from '../asked/stores'
import { assembleQuote } from './assembleQuote'
import { countScenes } from './countScenes'
import { sceneGroups } from './sceneGroups'

const id = /^[0-9a-f]{24}$/

/** Without `models` those of the project's settings, without `until` its stop point. */
const estimateQuery = z.strictObject({
  models: z.enum(presetNames).optional(),
  until: z.enum(stopPoints).optional(),
  /** What is to be made: scenes, or the film of them. */
  of: z.enum(['scenes', 'film'], { error: 'must be scenes or film' }).default('scenes'),
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
    says: 'What making these scenes, or all, would cost with these models, or cutting the film of them; nothing is started, and no key is needed.',
    query: estimateQuery,
    ok: 200,
    gives: quoteShape,
  },
  handler: async (req) => {
    const project = await projectOf(req)
    const asked = queryOf(req, estimateQuery)
    if (asked.of === 'film') return answer(await assembleQuote(req, project.id, asked.scenes))
    const settings = await settingsOf(req, project.id)
    const catalogue = await storesOf(req).catalogue.models()
    const offered = { models: catalogue, providers: new Set(paidProviders), on: today() }
    const film = chooseModels(settings.models, offered)
    // a preset for named scenes is what these would have; for all of them, what the film would
    const named = asked.scenes !== undefined && asked.models !== undefined
    const choice = asked.models === undefined || named ? film : chooseModels(asked.models, offered)
    const wish = named ? asked.models : asked.models && null
    return answer(
      (
        await offerOf(req, {
          project: project.id,
          settings,
          film: choice,
          offered,
          scenes: asked.scenes,
          until: asked.until,
          wish,
        })
      ).quote,
    )
  },
})

type Wanted = {
  scenes?: readonly string[] | undefined
  until?: StopPoint | undefined
  models?: SceneModelsWish | undefined
}

/**
 * The quote for making these scenes of a project, or all that are filmed, with the models of its settings and their own,
 * and where the run stops: at the stills where nothing is said and clips cost money. `models`: what the named scenes shall
 * have from now on. Fails: MODELS_NEED_SCENES, and as models are chosen.
 */
export const generateQuote = async (
  req: PayloadRequest,
  project: string,
  { scenes, until, models: wish }: Wanted,
): Promise<{ quote: Quote; until: StopPoint; offered: Offered }> => {
  const settings = await settingsOf(req, project)
  const offered = { models: await storesOf(req).catalogue.models(), providers: new Set(paidProviders), on: today() }
  const film = chooseModels(settings.models, offered)
  if (wish !== undefined && !scenes && !(wish === 'previs' && isFree(film))) throw needScenes()
  return { offered, ...(await offerOf(req, { project, settings, film, offered, scenes, until, wish: scenes ? wish : undefined })) } // prettier-ignore
}

type Offering = {
  project: string
  settings: ProjectSettings
  film: ModelChoice
  offered: Offered
  scenes: readonly string[] | undefined
  until: StopPoint | undefined
  wish: SceneModelsWish | undefined
}

const offerOf = async (req: PayloadRequest, asked: Offering): Promise<{ quote: Quote; until: StopPoint }> => {
  const { project, settings, film, offered, scenes, wish } = asked
  const groups = await sceneGroups(req, { project, scenes, film, wish }, offered)
  const until = asked.until ?? settings.until ?? (groups.every(({ choice }) => isFree(choice)) ? 'clips' : 'stills')
  const counted = await Promise.all(
    groups.map(async ({ choice, scenes: ids }) => ({
      choice,
      ...(await countScenes(req, { project, scenes: ids, fps: settings.fps, choice, models: offered.models, film })),
    })),
  )
  const { aspect, resolution, fps, takesMax } = settings
  const quote = quoteGroups(counted, {
    choice: film, models: offered.models, format: pictureFormat(aspect, resolution, fps), takesMax, until, on: today(),
    seen: await storesOf(req).quotes.takesSeen(project), asOf: new Date().toISOString(), hashOf: sha256Of,
  }) // prettier-ignore
  return { quote, until }
}

const needScenes = () =>
  new StudioError({
    code: 'MODELS_NEED_SCENES',
    what: 'Nothing was started, and nothing was spent.',
    why: 'Models were chosen, and no scenes they are for.',
    fix: 'Name the scenes, or choose the models of the whole film in the project’s settings.',
    field: 'models',
  })

const isFree = (choice: ModelChoice): boolean => Object.values(choice).every((model) => model === 'previs')
const today = (): string => new Date().toISOString().slice(0, 10)

const settingsOf = async (req: PayloadRequest, id: string): Promise<ProjectSettings> => {
  const found = await req.payload.findByID({ collection: 'projects', id, depth: 0, select: { settings: true }, req })
  return readProjectSettings(found.settings)
}
