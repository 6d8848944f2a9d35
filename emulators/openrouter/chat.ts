import { z } from 'zod'
import { jsonReply, type Reply } from '../http/reply'
import { make } from '../media/make'
import { newName } from '../world/random'
import { takeWork } from '../world/perform'
import { tokenPrice, tokensOf, tokensOfPicture } from '../words/tokens'
import { openrouterError, type OpenrouterParts } from './openrouterAccount'

const part = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('text'), text: z.string() }),
  z.looseObject({ type: z.literal('image_url'), image_url: z.looseObject({ url: z.string() }) }),
])
const shape = z.looseObject({
  model: z.string().regex(/^[\w.-]+\/[\w.:-]+$/, { error: 'is not a valid model ID' }),
  models: z.array(z.string()).optional(),
  messages: z.array(z.looseObject({ role: z.string(), content: z.union([z.string(), z.array(part)]) })).min(1),
  response_format: z
    .union([
      z.looseObject({ type: z.literal('json_schema'), json_schema: z.looseObject({ schema: z.unknown() }) }),
      z.looseObject({ type: z.enum(['json_object', 'text']) }),
    ])
    .optional(),
  max_tokens: z.int().min(1).optional(),
  stream: z.literal(false, { error: 'the emulator does not stream chat completions' }).optional(),
})
type Asked = z.output<typeof shape>

/** Answers `POST /chat/completions`. A failure of the model behind it comes with HTTP 200 and `error` in the body. */
export const chat = async (
  parts: OpenrouterParts,
  { body, bodyHash }: { body: unknown; bodyHash: string },
): Promise<Reply> => {
  const { world, generations } = parts
  const read = shape.safeParse(body)
  if (!read.success) return openrouterError(400, z.prettifyError(read.error))
  const asked = read.data
  const { words, pictures, schema } = contentsOf(asked)
  const tokens = tokensOf(words) + pictures.length * tokensOfPicture
  const price = tokenPrice(asked.model)
  const id = newName('gen-', 12)
  const work = takeWork<string>(world, {
    ...{ provider: 'openrouter', endpoint: 'chat/completions', requestId: id, bodyHash, webhookUrl: null, takesS: 4 },
    price: (text) => ({
      unit: '1m_tokens_in',
      unitPriceNanodollars: price.input * 1e6,
      nanodollars: tokens * price.input + (text === null ? 200 : tokensOf(text)) * price.output,
    }),
    run: async () => {
      const making = {
        is: 'words' as const,
        question: words,
        looksAt: pictures.map((url) => ({ url, field: 'messages' })),
        schema,
      }
      return (await make(world, making, { by: { provider: 'openrouter', endpoint: asked.model } })).text
    },
  })
  const worked = await work.perform()
  if (worked.is === 'policy')
    return openrouterError(403, 'The input was flagged', { reasons: ['violence'], flagged_input: words.slice(0, 100) })
  if (worked.is === 'input') return openrouterError(400, `Failed to download ${worked.refused.input}`)
  if (worked.is === 'failed')
    return jsonReply(200, {
      error: { code: worked.status, message: 'Provider returned error', metadata: { provider_name: 'emulated' } },
    })
  const written = tokensOf(worked.made)
  const { nanodollars } = work.row
  generations.set(id, { id, model: asked.model, read: tokens, written, nanodollars, at: world.now().toISOString() })
  return jsonReply(200, completion({ id, asked, text: worked.made, tokens, written, nanodollars }, world.now()))
}

const contentsOf = ({ messages, response_format }: Asked) => {
  const parts = messages.flatMap(({ content }) =>
    typeof content === 'string' ? [{ type: 'text' as const, text: content }] : content,
  )
  const given =
    response_format?.type === 'json_schema' ? (response_format.json_schema as { schema?: unknown }).schema : undefined
  return {
    words: parts.flatMap((one) => (one.type === 'text' ? [one.text] : [])).join('\n'),
    pictures: parts.flatMap((one) => (one.type === 'image_url' ? [one.image_url.url] : [])),
    schema: given,
  }
}

type Completed = { id: string; asked: Asked; text: string; tokens: number; written: number; nanodollars: number }

const completion = ({ id, asked, text, tokens, written, nanodollars }: Completed, at: Date) => ({
  id,
  provider: 'emulated',
  model: asked.model,
  object: 'chat.completion',
  created: Math.floor(at.getTime() / 1000),
  choices: [
    {
      index: 0,
      finish_reason: 'stop',
      native_finish_reason: 'stop',
      logprobs: null,
      message: { role: 'assistant', content: text, refusal: null },
    },
  ],
  usage: {
    prompt_tokens: tokens,
    completion_tokens: written,
    total_tokens: tokens + written,
    cost: nanodollars / 1e9,
    is_byok: false,
    prompt_tokens_details: { cached_tokens: 0 },
    cost_details: { upstream_inference_cost: null },
    completion_tokens_details: { reasoning_tokens: 0 },
  },
})
