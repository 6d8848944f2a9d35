import { ObjectId } from 'mongodb'
import type { ErrorStory } from '@/domain/errors/StudioError'
import { generationKeyText, type Asset, type Department, type GenerationWish } from '@/domain/generation/generationKey'
import { isDuplicateKey, textCollection, type ControlDb, type Tx } from './controlDb'
import { sha256Of } from './sha256'

/** The record of one provider call. Collection `generations`, which Payload reads too. */
export type GenerationDocument = {
  _id: string
  /** Of a call that costs money. */
  paid?: true
  project: ObjectId
  scene: ObjectId | null
  department: Department
  what: string
  provider: string
  model: string
  version: string
  take: number
  /** Of a picture that is put together: which layer this is. */
  layer?: number
  state: 'INTENT' | 'STORED' | 'FAILED'
  /** The frozen request: final text, references in order, parameters, seed. */
  request: Record<string, unknown>
  prompt: string
  /** "scene-person@4": the template the prompt was filled from, and its revision. */
  template?: string
  priceNanodollars: number
  billedNanodollars: number
  asset: Asset | null
  answer: Record<string, unknown> | null
  error: ErrorStory | null
  processingMs: number
  createdAt: Date
  updatedAt: Date
}

export type NewGeneration = {
  wish: GenerationWish
  department: Department
  what: string
  scene: string | null
  layer?: number | undefined
  prompt: string
  template?: string | undefined
  request: Record<string, unknown>
}
/** Where a file came from that was paid for. */
export type PaidFor = { generation: string; model: string }
export type GenerationsStore = ReturnType<typeof generationsStore>

/** The intent ledger: one wish has one key, and a key is recorded before anything is asked for. */
export const generationsStore = (control: ControlDb) => {
  const generations = textCollection<GenerationDocument>(control.db, 'generations')
  return {
    keyOf: (wish: GenerationWish): string => sha256Of(generationKeyText(wish)),

    /** Inserts the intent, or answers the record that already stands under this key. */
    async intend({
      wish,
      department,
      what,
      scene,
      layer,
      prompt,
      template,
      request,
    }: NewGeneration): Promise<GenerationDocument> {
      const _id = sha256Of(generationKeyText(wish))
      const known = await generations.findOne({ _id })
      if (known) return known
      const at = new Date()
      const made: GenerationDocument = {
        _id, project: new ObjectId(wish.owner), scene: scene ? new ObjectId(scene) : null, department, what,
        provider: wish.provider, model: wish.model, version: wish.version, take: wish.take, ...(layer === undefined ? {} : { layer }), state: 'INTENT', request, prompt, ...(template === undefined ? {} : { template }),
        priceNanodollars: 0, billedNanodollars: 0, asset: null, answer: null, error: null, processingMs: 0, createdAt: at, updatedAt: at,
      } // prettier-ignore
      try {
        await generations.insertOne(made)
        return made
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
        return (await generations.findOne({ _id })) ?? made
      }
    },
    async stored(
      key: string,
      { asset, answer, ms }: { asset: Asset | null; answer: Record<string, unknown> | null; ms: number },
    ): Promise<void> {
      await generations.updateOne(
        { _id: key },
        { $set: { state: 'STORED', asset, answer, error: null, processingMs: ms, updatedAt: new Date() } },
      )
    },
    async failed(key: string, error: ErrorStory): Promise<void> {
      await generations.updateOne(
        { _id: key, state: { $ne: 'STORED' } },
        { $set: { state: 'FAILED', error, updatedAt: new Date() } },
      )
    },
    /** Who was paid for a file, or for what it was brought to size from: provider, model, key of the call. Null: nobody. */
    async paidFor(sha256: string, { session }: Pick<Tx, 'session'>): Promise<PaidFor | null> {
      const projection = { paid: 1, provider: 1, model: 1, 'request.picture': 1, 'request.clip': 1 }
      const found = await generations.find({ 'asset.sha256': sha256 }, { session, projection }).limit(20).toArray()
      const by = found.find(({ paid }) => paid)
      if (by) return { generation: by._id, model: by.model }
      const from = found.flatMap(({ request }) => [request['picture'], request['clip']])
      const whole = from.filter((one): one is string => typeof one === 'string' && one !== sha256)
      const first = await generations.findOne({ 'asset.sha256': { $in: whole }, paid: true }, { session, projection })
      return first && { generation: first._id, model: first.model }
    },
    /** What a project has cost and how many calls it made. */
    async spent(projectId: string): Promise<{ nanodollars: number; generations: number }> {
      const [sum] = await generations
        .aggregate<{ nanodollars: number; generations: number }>([
          { $match: { project: new ObjectId(projectId) } },
          { $group: { _id: null, nanodollars: { $sum: '$billedNanodollars' }, generations: { $sum: 1 } } },
        ])
        .toArray()
      return { nanodollars: sum?.nanodollars ?? 0, generations: sum?.generations ?? 0 }
    },
  }
}
