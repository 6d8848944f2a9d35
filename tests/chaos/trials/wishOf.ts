import type { PaidCall } from '@/calls/callPaid'
import type { Asset } from '@/domain/generation/generationKey'
import type { StepContext } from '@/pipeline/defineStep'
import { textCollection } from '@/stores/controlDb'
import type { PaidGeneration } from '@/stores/paid/paidGeneration'

/** fal-ai/nano-banana and its edit, one picture. */
export const picturePrice = 39_800_000

/** What a step of a trial asks for: a picture, or an edit of what another step has made. */
export const wishOf = async ({ input, stores }: StepContext): Promise<PaidCall> => {
  const { prompt = '', aspect = '1:1', onto = '' } = input
  const base = onto === '' ? null : await madeOf(stores.control.db, onto)
  const body = { prompt, aspect_ratio: aspect, output_format: 'jpeg', ...(base ? { image_urls: [`file:${base.sha256}`] } : {}) } // prettier-ignore
  const endpoint = base ? 'fal-ai/nano-banana/edit' : 'fal-ai/nano-banana'
  return {
    department: 'camera',
    what: prompt,
    take: 1,
    prompt,
    shown: {},
    request: { provider: 'fal', endpoint, model: 'fal/nano-banana', version: '1', body },
    price: { expected: picturePrice, atMost: picturePrice },
    expects: { kind: 'picture' },
    typicalMs: 20,
  }
}

/** The step before it is done, so its call is stored. */
const madeOf = async (db: StepContext['stores']['control']['db'], prompt: string): Promise<Asset> => {
  const call = await textCollection<PaidGeneration>(db, 'generations').findOne({ prompt, state: 'STORED' })
  if (!call?.asset) throw new Error(`nothing was made of “${prompt}”`)
  return call.asset
}
