import { join } from 'node:path'
import { StudioError } from '@/domain/errors/StudioError'
import { storyOf } from '@/domain/errors/storyOf'
import type { Asset, Department } from '@/domain/generation/generationKey'
import type { AssetsStore } from '@/stores/assetsStore'
import type { GenerationsStore } from '@/stores/generationsStore'

/** One call to a provider that costs nothing and answers at once. */
export type FreeCall<T> = {
  owner: string
  scene: string | null
  department: Department
  /** For people: "Layer 2: MARA". */
  what: string
  model: { id: string; version: string }
  take: number
  /** Of a picture that is put together: which layer this is. */
  layer?: number
  prompt: string
  /** Slug of the template its words were filled from; with the revision once it is sent: "scene-person@4". */
  template?: string
  /** The frozen request; files appear as hashes. */
  request: Record<string, unknown>
  /** Name of the file the call writes, with extension; '' when it answers with words only. */
  file: string
  make: (at: { file: string; signal: AbortSignal }) => Promise<{ facts?: Partial<Asset>; answer?: T }>
}

export type Called<T> = { key: string; asset: Asset | null; answer: T | null; reused: boolean }
export type CallFree = <T extends Record<string, unknown>>(
  call: FreeCall<T>,
  at: { scratch: string; signal: AbortSignal },
) => Promise<Called<T>>

/**
 * Makes the call once per wish: a recorded result whose file still stands is the answer, a crash in the middle makes it
 * again under the same key. What costs money goes the longer way of design/money.md.
 */
export const callFree =
  ({ generations, assets }: { generations: GenerationsStore; assets: AssetsStore }): CallFree =>
  async (call, { scratch, signal }) => {
    const wish = {
      owner: call.owner,
      provider: 'previs',
      model: call.model.id,
      version: call.model.version,
      input: call.request,
      take: call.take,
    }
    const { department, what, scene, layer, prompt, template, request } = call
    const known = await generations.intend({ wish, department, what, scene, layer, prompt, template, request })
    if (known.state === 'STORED' && (!known.asset || (await assets.present([known.asset.name]))))
      return { key: known._id, asset: known.asset, answer: known.answer as never, reused: true }
    signal.throwIfAborted()
    const began = performance.now()
    try {
      const file = call.file === '' ? '' : join(scratch, `${known._id.slice(0, 16)}-${call.file}`)
      const made = await call.make({ file, signal })
      const asset = file === '' ? null : await assets.keep(file, call.owner, made.facts)
      const answer = made.answer ?? null
      await generations.stored(known._id, { asset, answer, ms: Math.round(performance.now() - began) })
      return { key: known._id, asset, answer, reused: false }
    } catch (error) {
      if (!signal.aborted && error instanceof StudioError) await generations.failed(known._id, storyOf(error))
      throw error
    }
  }
