import { z } from 'zod'
import { jsonOf, type Asked } from '../http/asked'
import { jsonReply, type Reply } from '../http/reply'
import { newName } from '../world/random'
import { takeWork } from '../world/perform'
import { priceOf, usd } from '../world/price'
import { tokensOf } from '../words/tokens'
import { vectorOf } from '../words/vectorOf'
import type { OpenaiParts } from './openaiAccount'
import { openaiFailure, openaiRefusal } from './openaiErrors'
import { embeddingModels, modelRefused } from './openaiModels'

const shape = z.strictObject({
  model: z.string(),
  input: z.union([z.string().min(1), z.array(z.string().min(1)).min(1).max(2048)]),
  dimensions: z.int().min(1).max(3072).optional(),
  encoding_format: z.enum(['float', 'base64']).default('float'),
  user: z.string().optional(),
})

/** `POST /embeddings`: one vector for each text. */
export const embed = async ({ world }: OpenaiParts, asked: Asked): Promise<Reply> => {
  const read = shape.safeParse(jsonOf(asked))
  if (!read.success) return openaiRefusal(read.error)
  const { model, input, encoding_format } = read.data
  const refused = modelRefused(model, embeddingModels, world.now())
  if (refused) return refused
  const large = model.endsWith('large')
  const texts = [input].flat()
  const tokens = texts.reduce((sum, text) => sum + tokensOf(text), 0)
  const size = read.data.dimensions ?? (large ? 3072 : 1536)
  const requestId = newName('req_')
  const work = takeWork<number[][]>(world, {
    ...{
      provider: 'openai',
      endpoint: 'embeddings',
      requestId,
      bodyHash: asked.bodyHash,
      webhookUrl: null,
      takesS: 0.5,
    },
    price: () => priceOf('1m_tokens_in', usd(large ? 0.13 : 0.02), tokens / 1e6),
    run: () => Promise.resolve(texts.map((text) => vectorOf(text, size))),
  })
  const worked = await work.perform()
  if (worked.is !== 'made') return openaiFailure(worked.is === 'failed' ? worked.status : 500)
  const written = (vector: number[]) =>
    encoding_format === 'float' ? vector : Buffer.from(new Float32Array(vector).buffer).toString('base64')
  const told = {
    object: 'list',
    data: worked.made.map((vector, index) => ({ object: 'embedding', index, embedding: written(vector) })),
    model,
    usage: { prompt_tokens: tokens, total_tokens: tokens },
  }
  return jsonReply(200, told, { 'x-request-id': requestId })
}
