import type { Asset, Department } from '../generation/generationKey'

/** The record of one call for a scene, as far as its takes are told from it. */
export type SceneCall = {
  /** Key of the call, 64 hex digits. */
  id: string
  department: Department
  what: string
  provider: string
  model: string
  version: string
  /** Of its series, from 1: an edit begins a new series. */
  take: number
  /** Of a picture that is put together: which layer this is, from 0; null: no layer. */
  layer: number | null
  isPaid: boolean
  prompt: string
  /** "scene-person@4"; null: words a person wrote, or a call without a template. */
  template: string | null
  /** What was frozen with it; another shape for every department. */
  request: Record<string, unknown>
  answer: Record<string, unknown> | null
  asset: Asset | null
  /** What it cost, or will cost at most where no bill is there yet. */
  nanodollars: number
  at: Date
}
