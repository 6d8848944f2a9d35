import type { PayloadRequest } from 'payload'
import { modelOf, type ModelChoice } from '@/domain/catalogue/chooseModels'
import type { CatalogueModel } from '@/domain/catalogue/model'
import { namedModel, picturesBy } from '@/domain/catalogue/namedModel'
import { paidPictureIds } from '@/domain/catalogue/paidPictureIds'
import type { SceneCalls } from '@/domain/money/quoteScenes'
import {
  asideSubject,
  drawnBy,
  referencesToMake,
  type Enrolled,
  type EnrolledDocument,
  type References,
} from '@/domain/money/referencesToMake'
import { sceneCallsOf, shownIn } from '@/domain/money/sceneCallsOf'
import { previsModel } from '@/domain/project/projectSettings'
import type { Media, Scene, SceneState } from '@/payload-types'
import { alignScenes, markProject, syncQualified } from '@/queue/jobs'
import { makerKey } from '@/stores/resultsStore'
import { storesOf } from '../asked/stores'

type Asked = {
  project: string
  /** All that are filmed where none are named. */
  scenes: readonly string[] | undefined
  fps: number
  choice: ModelChoice
  models: readonly CatalogueModel[]
  /** The film's models, where these scenes have others. */
  film?: ModelChoice
}

/** How often departments are called for these scenes; reference pictures, stills and clips that stand already are left out. */
export const countScenes = async (req: PayloadRequest, asked: Asked): Promise<{ scenes: SceneCalls[]; references: References }> => {
  const found = await scenesOf(req, asked)
  const [pictures, video] = [madeBy(asked), videoOf(asked)]
  if (pictures === null && video === null) return { scenes: found.map((scene) => sceneCallsOf(scene, asked.fps)), references: noReferences }
  const { outbox, results } = storesOf(req)
  // an edit that is still being carried may have made anything stale
  const isSettled = !(await outbox.waitsFor(asked.project, marking))
  const makers: ReadonlyMap<string, string> = isSettled ? await results.paidMakers(asked.project, [...Object.values(drawnBy), still, clip]) : new Map()
  const made = (step: string, subject: string, by = pictures) => by !== null && makers.get(makerKey(step, subject)) === by
  const aside = asked.film && pictures !== madeBy({ ...asked, choice: asked.film }) ? pictures : null
  const drawn = (step: string, name: string) => made(step, aside === null ? name : asideSubject(name, aside))
  const [states, documents] = [await statesOf(req, asked.project), await documentsOf(req, asked.project)]
  const places = new Set(documents.locations.map(({ name }) => name))
  const ownThings = new Set(documents.props.flatMap(({ name, own }) => (own ? [name] : [])))
  const scenes = found.map((scene) => {
    const state = states.get(scene.id)
    return {
      ...sceneCallsOf(scene, asked.fps, ownThings),
      knownPlace: places.has(scene.location ?? ''),
      stillStands: made(still, scene.id) && stands(state),
      clipStands: made(clip, scene.id, video) && stands(state) && state?.status === 'completed',
    }
  })
  return { scenes, references: pictures === null ? noReferences : referencesToMake(found.map(shownIn), { documents, made: drawn }) }
} // prettier-ignore

const marking = [syncQualified.name, markProject.name, alignScenes.name]
const noReferences: References = { images: 0, edits: 0 }
const clip = 'scene.make-clip'
const still = 'scene.verify-picture'

/** By whom pictures would be made; null: here, for nothing. */
const madeBy = ({ choice, models }: Pick<Asked, 'choice' | 'models'>): string | null => {
  const ids = paidPictureIds(choice)
  return ids && picturesBy({ image: modelOf(models, ids.image), edit: modelOf(models, ids.edit) })
}

const videoOf = ({ choice, models }: Pick<Asked, 'choice' | 'models'>): string | null =>
  choice.video === previsModel ? null : namedModel(modelOf(models, choice.video))

const counted = [
  'location', 'charactersPresent', 'props', 'dialogue', 'frames', 'transitionIn', 'intExt', 'timeOfDay', 'weather', 'aside', 'shotSize',
  'angle', 'movement', 'blocking', 'emotions', 'focusOn', 'action',
] as const // prettier-ignore
type Counted = Pick<Scene, 'id' | (typeof counted)[number]>

const scenesOf = async (req: PayloadRequest, { project, scenes }: Asked): Promise<Counted[]> => {
  const named = scenes ? { id: { in: [...scenes] } } : {}
  const { docs } = await req.payload.find({
    collection: 'scenes',
    where: { project: { equals: project }, archived: { not_equals: true }, ...named },
    select: Object.fromEntries(counted.map((name) => [name, true as const])),
    depth: 0,
    pagination: false,
    req,
  })
  return docs
}

type State = Pick<SceneState, 'scene' | 'status' | 'stale' | 'approval'>

const statesOf = async (req: PayloadRequest, project: string): Promise<Map<string, State>> => {
  const { docs } = await req.payload.find({
    collection: 'scene-states', where: { project: { equals: project } }, select: { scene: true, status: true, stale: true, approval: true },
    depth: 0, pagination: false, overrideAccess: true, req,
  }) // prettier-ignore
  return new Map(docs.map((one) => [typeof one.scene === 'string' ? one.scene : one.scene.id, one]))
}

const stands = (state: State | undefined): boolean =>
  state !== undefined && state.stale !== true && state.approval?.answer !== 'rejected'

const documentsOf = async (req: PayloadRequest, project: string): Promise<Enrolled> => {
  const asked = { where: { project: { equals: project } }, depth: 1, pagination: false, overrideAccess: true, req } as const // prettier-ignore
  const named = { name: true, stale: true } as const
  const characters = await req.payload.find({ ...asked, collection: 'characters', select: { ...named, masterReference: true, variants: true, variantsWanted: true } }) // prettier-ignore
  const locations = await req.payload.find({ ...asked, collection: 'locations', select: { ...named, reference: true } })
  const props = await req.payload.find({ ...asked, collection: 'props', select: { ...named, reference: true } })
  const plain = ({ name, stale, reference }: { name: string; stale?: boolean | null; reference?: unknown }): EnrolledDocument => ({ name, stale: stale === true, own: isOwn(reference), variants: 0 }) // prettier-ignore
  return {
    characters: characters.docs.map(({ masterReference, variants, variantsWanted, ...one }) => ({
      ...plain({ ...one, reference: masterReference }),
      variants: variantsWanted === true ? (variants?.length ?? 0) : 0,
    })),
    locations: locations.docs.map(plain),
    props: props.docs.map(plain),
  }
}

/** Whether a person gave it. */
const isOwn = (media: unknown): boolean =>
  typeof media === 'object' && media !== null && (media as Media).provenance?.origin === 'import'
