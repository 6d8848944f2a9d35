import { modelDepartments, previsModel, type ProjectSettings } from '@/domain/project/projectSettings'
import type { SceneDraft } from '@/domain/scene/sceneDraft'
import type { Resolution } from '@/domain/scene/vocabulary'
import { clockPerProcessorSecond, previsRates } from './rates'

export type PlanItem = {
  department: string
  what: string
  calls: number
  seconds: number
  bytes: number
  nanodollars: number
}
export type ProductionPlan = {
  summary: string
  /** Running time of the film, and how long making it takes. */
  estimatedSeconds: number
  workSeconds: number
  storageBytes: number
  estimatedNanodollars: number
  /** What of it is priced and what is not. */
  pricing: string
  items: PlanItem[]
}

type Bible = { cast: number; places: number; props: number }
type Planned = Partial<Pick<ProjectSettings, 'models' | 'resolution'>>

/** Pictures and clips grow with their pixels; 720p is what was measured. */
const pixels: Record<Resolution, number> = { '360p': 0.25, '720p': 1, '1080p': 2.25 }

/**
 * What making the film takes: calls counted from the scenes, seconds and bytes by the measured rates of the free
 * departments on two cores. Models that cost money are named and not priced: the catalogue has no prices yet.
 */
export const productionPlanOf = (
  scenes: readonly SceneDraft[],
  bible: Bible,
  { models = {}, resolution = '720p' }: Planned = {},
): ProductionPlan => {
  const filmSeconds = scenes.reduce((sum, scene) => sum + scene.durationS, 0)
  const layers = layersOf(scenes)
  const spoken = scenes.reduce((sum, scene) => sum + scene.dialogue.length, 0)
  const size = pixels[resolution]
  const item = ([department, what]: [string, string], calls: number, { of, each, grows }: Work): PlanItem => ({
    department,
    what,
    calls,
    seconds: round(of * each.seconds * clockPerProcessorSecond * (grows ? size : 1)),
    bytes: Math.round(of * each.bytes * (grows ? size : 1)),
    nanodollars: 0,
  })
  const once = (named: [string, string], calls: number, each: Rate) =>
    item(named, calls, { of: calls, each, grows: false })
  const drawn = (named: [string, string], calls: number, each: Rate) =>
    item(named, calls, { of: calls, each, grows: true })
  const items = [
    once(['character', 'views of the cast'], bible.cast * 6, previsRates.view),
    drawn(['world', 'pictures of places'], bible.places, previsRates.place),
    once(['art', 'pictures of props'], bible.props, previsRates.prop),
    drawn(['art', 'layers of pictures'], layers, previsRates.layer),
    drawn(['continuity', 'questions to the judges'], layers + scenes.length, previsRates.question),
    once(['sound', 'spoken lines'], spoken, previsRates.line),
    item(['camera', 'moving pictures'], scenes.length, { of: filmSeconds, each: previsRates.clip, grows: true }),
    item(['film', 'cut, sound and the film'], 1, { of: filmSeconds, each: previsRates.film, grows: true }),
  ]
  const paid = paidModels(models)
  const storageBytes = items.reduce((sum, one) => sum + one.bytes, 0)
  const offline = paid.length === 0 ? 'drawn and spoken offline at no cost' : 'its previs at no cost, its paid models not priced yet' // prettier-ignore
  return {
    summary: `${String(scenes.length)} scenes, ${filmSeconds.toFixed(1)} s of film, about ${megabytes(storageBytes)} on the disk, ${offline}.`,
    estimatedSeconds: round(filmSeconds),
    workSeconds: round(items.reduce((sum, one) => sum + one.seconds, 0)),
    storageBytes,
    estimatedNanodollars: 0,
    pricing: pricingOf(paid),
    items,
  }
}

type Rate = { seconds: number; bytes: number }
type Work = { of: number; each: Rate; grows: boolean }

/** One layer for the place, one for everybody the frame shows, one for a thing that stands alone. */
export const layersOf = (scenes: readonly SceneDraft[]): number =>
  scenes.reduce((sum, { shotSize, charactersPresent, props }) => {
    const most = shotSize === 'insert' ? 0 : shotSize.includes('close') ? 1 : charactersPresent.length
    const people = Math.min(most, charactersPresent.length)
    const things = props.some(({ heldBy }) => heldBy === '') || shotSize === 'insert' ? 1 : 0
    return sum + 1 + people + things
  }, 0)

/** "video: kling-2", for every department whose model is not the free one. */
const paidModels = (models: ProjectSettings['models']): string[] =>
  modelDepartments.flatMap((department) => {
    const model = models[department]
    return model === undefined || model === previsModel || model.startsWith('previs-') ? [] : [`${department}: ${model}`] // prettier-ignore
  })

/** What is not known is not guessed: 0 nanodollars here means the free departments alone. */
const pricingOf = (paid: readonly string[]): string =>
  paid.length === 0
    ? 'The free departments cost nothing. Paid models are not priced yet: the catalogue has no prices.'
    : `Not priced yet: ${paid.join(', ')}. The catalogue has no prices, so the sum holds the free departments alone.`

const megabytes = (bytes: number): string => `${String(Math.max(1, Math.round(bytes / 1_000_000)))} MB`
const round = (seconds: number): number => Math.round(seconds * 10) / 10
