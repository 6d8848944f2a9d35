import { z } from 'zod'
import { priceUnknown, refuseShutDown } from '@/domain/catalogue/fitRequest'
import type { CatalogueModel } from '@/domain/catalogue/model'
import { presets } from '@/domain/catalogue/presets'
import { storyOf } from '@/domain/errors/storyOf'
import { pictureFormat } from '@/domain/format'
import type { Range } from '@/domain/money/priceRule'
import { priceOneScene } from '@/domain/money/priceOneScene'
import { modelDepartments, modelFor, readProjectSettings, type ModelDepartment } from '@/domain/project/projectSettings'
import { projectOf } from '../asked/projectOf'
import { answer, route } from '../asked/route'
import { storyShape } from '../asked/shapes'
import { storesOf } from '../asked/stores'
import { samplesOf } from './samplesOf'

const range = z.object({ expected: z.number().int(), atMost: z.number().int() })
const offerShape = z.object({
  id: z.string(),
  title: z.string(),
  says: z.string(),
  provider: z.string(),
  /** Nanodollars for one scene; null: it does not go by scenes, or it cannot be said. */
  scene: range.nullable(),
  /** Presets that name it first. */
  recommended: z.array(z.string()),
  limits: z.object({
    promptCharacters: z.number().int().nullable(),
    pictures: z.number().int().nullable(),
    seconds: z.array(z.number()).nullable(),
    resolutions: z.array(z.string()).nullable(),
  }),
  asOf: z.iso.date(),
  shutdownDate: z.iso.date().nullable(),
  replacedBy: z.string().nullable(),
  /** Why it cannot make this film; null: it can. */
  refused: storyShape.nullable(),
  /** The newest picture, clip or sound of it in this project. */
  sample: z.object({ url: z.string(), mime: z.string() }).nullable(),
})
const offersShape = z.object({
  departments: z.array(z.object({ department: z.enum(modelDepartments), chosen: z.string(), offers: z.array(offerShape) })),
  /** Who makes pictures of the library larger: nobody's department. */
  upscalers: z.array(offerShape),
}) // prettier-ignore

/** GET /api/projects/:id/models: the catalogue as cards, priced for one scene of this film. */
export const offers = route({
  method: 'get',
  path: '/:id/models',
  tells: {
    says: 'The models each department may use, what one scene costs with each, its limits, and why one is refused.',
    ok: 200,
    gives: offersShape,
  },
  handler: async (req) => {
    const project = await projectOf(req)
    const found = await req.payload.findByID({ collection: 'projects', id: project.id, depth: 0, select: { settings: true }, req })
    const settings = readProjectSettings(found.settings)
    const models = await storesOf(req).catalogue.models()
    const by = { format: pictureFormat(settings.aspect, settings.resolution, settings.fps), on: today() }
    const samples = await samplesOf(req, project.id)
    const sampleOf = ({ id }: CatalogueModel) => samples.get(id) ?? null
    const upscalers = models.filter(({ kind, fields }) => kind === 'upscale' && fields.images?.takes !== 'video')
    return answer({
      upscalers: upscalers.map((model) => ({ ...shown(model, []), ...pricedLarger(model, by.on), sample: sampleOf(model) })),
      departments: modelDepartments.map((department) => ({
        department,
        chosen: modelFor(settings, department),
        offers: models
          .filter(({ kind }) => kind === department)
          .map((model) => ({ ...shown(model, recommendedBy(model.id, department)), ...pricedAt(model, department, by), sample: sampleOf(model) })),
      })),
    })
  },
}) // prettier-ignore

const today = (): string => new Date().toISOString().slice(0, 10)

type By = { format: ReturnType<typeof pictureFormat>; on: string }

/** A model that cannot make this film is told with its reason, in the place of a price. */
const pricedAt = (model: CatalogueModel, department: ModelDepartment, by: By) =>
  refusalOf(() => {
    refuseShutDown(model, by.on)
    return priceOneScene(model, department, by)
  })

const refusalOf = (price: () => Range | null) => {
  try {
    return { scene: price(), refused: null }
  } catch (error) {
    const { code, what, why, fix } = storyOf(error)
    return { scene: null, refused: { code, what, why, fix } }
  }
}

/** Its price goes by pixels; one nobody knows is told. */
const pricedLarger = (model: CatalogueModel, on: string) =>
  refusalOf(() => {
    refuseShutDown(model, on)
    if (model.prices.length === 0) throw priceUnknown(model)
    return null
  })

const shown = (model: CatalogueModel, recommended: string[]) => {
  const { id, title, says, provider, asOf, shutdownDate, replacedBy, fields, limits, prices } = model
  return {
    id, title, says, provider, shutdownDate, replacedBy,
    recommended,
    limits: {
      promptCharacters: limits.promptCharacters,
      pictures: fields.images?.most ?? null,
      seconds: secondsOf(model),
      resolutions: fields.resolution ? [...fields.resolution.allowed] : null,
    },
    asOf: prices.map((one) => one.asOf).sort().at(-1) ?? asOf,
  }
} // prettier-ignore

const recommendedBy = (id: string, department: ModelDepartment): string[] =>
  Object.entries(presets).flatMap(([name, { models }]) => (models[department][0] === id ? [name] : []))

const secondsOf = ({ fields: { duration } }: CatalogueModel): number[] | null => {
  if (duration.kind === 'none') return null
  if (duration.kind === 'fixed') return [duration.seconds]
  return 'seconds' in duration ? [...duration.seconds] : [duration.least / 1000, duration.most / 1000]
}
