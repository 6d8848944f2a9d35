import { jsonReply, type Reply } from '../http/reply'
import { pricedModels, isPriced } from '../words/tokens'
import { openaiError } from './openaiErrors'

/** The day a model is switched off, where one is told. */
const shutdowns: Record<string, string> = {
  'gpt-5': '2026-12-11',
  'gpt-5-mini': '2026-12-11',
  'gpt-5-nano': '2026-12-11',
  'gpt-5.1': '2027-04-01',
  'tts-1': '2027-01-06',
  'tts-1-hd': '2027-01-06',
  'gpt-4o-mini-tts': '2027-01-06',
  'gpt-image-1.5': '2026-12-01',
  'gpt-image-1-mini': '2026-12-01',
}

export const imageModels = [
  'gpt-image-2',
  'gpt-image-2.5-sunburst',
  'gpt-image-2.5-flare',
  'gpt-image-1.5',
  'gpt-image-1-mini',
]
export const speechModels = ['tts-1', 'tts-1-hd', 'gpt-4o-mini-tts']
export const embeddingModels = ['text-embedding-3-small', 'text-embedding-3-large']

const names = (): string[] => [...pricedModels(), ...imageModels, ...speechModels, ...embeddingModels]
const plain = (model: string): string => model.replace(/-20\d\d-\d\d-\d\d$/, '')

const rowOf = (id: string) => ({
  id,
  object: 'model',
  created: 1_754_000_000,
  owned_by: 'openai',
  shutdown_date: shutdowns[id] ?? null,
})

export const listModels = (): Reply => jsonReply(200, { object: 'list', data: names().map(rowOf) })

export const oneModel = (id: string): Reply =>
  names().includes(plain(id)) ? jsonReply(200, rowOf(plain(id))) : unknown(id)

const unknown = (model: string): Reply =>
  openaiError(404, {
    message: `The model '${model}' does not exist or you do not have access to it.`,
    code: 'model_not_found',
    param: 'model',
  })

/** Why a model cannot be called for this: not there, no longer there, or made for something else; null when it can. */
export const modelRefused = (model: string, kind: 'words' | readonly string[], now: Date): Reply | null => {
  const fits = kind === 'words' ? isPriced(plain(model)) : kind.includes(model)
  if (!fits) return unknown(model)
  const end = shutdowns[plain(model)]
  if (end !== undefined && now >= new Date(`${end}T00:00:00Z`))
    return openaiError(404, {
      message: `The model '${model}' has been deprecated.`,
      code: 'model_not_found',
      param: 'model',
    })
  return null
}

/** How hard a model may think. */
export const effortsOf = (model: string): readonly string[] => {
  const name = plain(model)
  if (/^gpt-5(-(mini|nano))?$/.test(name)) return ['minimal', 'low', 'medium', 'high']
  if (name === 'gpt-5.1') return ['none', 'low', 'medium', 'high']
  if (/^gpt-5\.[2-5]/.test(name)) return ['none', 'low', 'medium', 'high', 'xhigh']
  if (name === 'gpt-6.1-sol') return ['low', 'medium', 'high', 'xhigh', 'max']
  return ['none', 'low', 'medium', 'high', 'xhigh', 'max']
}

/** What it thinks when nobody says. */
export const effortByDefault = (model: string): string =>
  /^gpt-5(\.|$|-)/.test(model) && !model.startsWith('gpt-5.') ? 'medium' : 'low'
