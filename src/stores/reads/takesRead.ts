import { ObjectId } from 'mongodb'
import type { Asset } from '@/domain/generation/generationKey'
import { nothingDecided, type Decided } from '@/domain/scene/decided'
import type { SceneCall } from '@/domain/takes/sceneCall'
import type { Standing } from '@/domain/takes/takesOf'
import { textCollection, type ControlDb } from '../controlDb'
import type { GenerationDocument } from '../generationsStore'

type State = { takes?: { sha256?: string }[] | null; clip?: ObjectId | null; decided?: Decided | null }

const callsMost = 2000
/** What of a call takes are told from; drawn scenes are as large as all the rest together. */
const fields = {
  department: 1, what: 1, provider: 1, model: 1, version: 1, take: 1, layer: 1, paid: 1, prompt: 1, template: 1, answer: 1, asset: 1,
  priceNanodollars: 1, billedNanodollars: 1, createdAt: 1,
  ...Object.fromEntries(
    ['picture', 'clip', 'base', 'startPicture', 'questions', 'references', 'seed', 'width', 'height', 'fps', 'frames', 'negativePrompt', 'adjustments', 'template'].map(
      (name) => [`request.${name}`, 1],
    ),
  ),
} // prettier-ignore

/** Calls for one scene with an answer, and what stands of it. Whoever asks has checked that the scene may be seen. */
export const takesRead = async (
  { db }: Pick<ControlDb, 'db'>,
  { scene, project }: { scene: string; project: string },
): Promise<{ calls: SceneCall[]; standing: Standing }> => {
  const generations = textCollection<GenerationDocument>(db, 'generations')
  const state = await db.collection<State>('scene-states').findOne({ scene: new ObjectId(scene) }, { projection: { 'takes.sha256': 1, clip: 1, decided: 1 } }) // prettier-ignore
  const clip = state?.clip ? await db.collection('media').findOne({ _id: state.clip }, { projection: { sha256: 1 } }) : null // prettier-ignore
  const pictures = (state?.takes ?? []).flatMap(({ sha256 }) => sha256 ?? [])
  const clipContent: unknown = clip?.['sha256']
  const standing = {
    pictures,
    clip: typeof clipContent === 'string' ? clipContent : null,
    decided: state?.decided ?? nothingDecided,
  }
  const found = (where: object) => generations.find(where, { projection: fields }).sort({ createdAt: -1 }).limit(callsMost).toArray() // prettier-ignore
  const own = await found({ project: new ObjectId(project), scene: new ObjectId(scene), state: 'STORED' })
  // the same wish of two scenes is one call: it stands with the scene that was first
  const known = new Set(own.flatMap(({ asset }) => asset?.sha256 ?? []))
  const shared = [...pictures, ...(standing.clip ? [standing.clip] : [])].filter((sha256) => !known.has(sha256))
  const mine = { project: new ObjectId(project), state: 'STORED' }
  const others =
    shared.length === 0
      ? []
      : await found({ ...mine, $or: [{ 'asset.sha256': { $in: shared } }, { 'request.picture': { $in: shared } }] })
  return { calls: [...own, ...others].map(callOf), standing }
}

const callOf = (one: GenerationDocument): SceneCall => ({
  id: one._id,
  department: one.department,
  what: one.what,
  provider: one.provider,
  model: one.model,
  version: one.version,
  take: one.take,
  layer: one.layer ?? null,
  isPaid: one.paid === true,
  prompt: one.prompt,
  template: one.template ?? null,
  request: one.request,
  answer: one.answer,
  asset: one.asset,
  nanodollars: one.billedNanodollars > 0 ? one.billedNanodollars : one.priceNanodollars,
  at: one.createdAt,
})

/** The file of one call that was made for this very scene; null: it was not, or it made none. */
export const takeAsset = async (
  { db }: Pick<ControlDb, 'db'>,
  { id, scene, project }: { id: string; scene: string; project: string },
): Promise<Asset | null> => {
  const mine = { _id: id, project: new ObjectId(project), scene: new ObjectId(scene), state: 'STORED' as const }
  const found = await textCollection<GenerationDocument>(db, 'generations').findOne(mine, { projection: { asset: 1 } })
  return found?.asset ?? null
}
