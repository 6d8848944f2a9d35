import { jsonReply, textReply, type Reply } from '../http/reply'
import { make } from '../media/make'
import { newName } from '../world/random'
import { takeWork, type Worked } from '../world/perform'
import type { Price } from '../world/price'
import { tokenPrice, tokensOf, tokensOfPicture } from '../words/tokens'
import { tellOpenai, type OpenaiParts } from './openaiAccount'
import { openaiError, openaiFailure, openaiRefusal } from './openaiErrors'
import { effortByDefault } from './openaiModels'
import { responseBody } from './responseBody'
import { responseRefusal } from './responseRefusal'
import { readInput, responseShape, type ResponseAsked } from './responseShape'
import { streamOf } from './streamOf'

/** `half`: as part of a batch, which costs half. */
export type ResponseCall = { body: unknown; bodyHash: string; half?: boolean }
type Usage = { input: number; output: number; reasoning: number }
type Written = { text: string; usage: Usage; cut: boolean }

/** Answers `POST /responses`: at once, or with `background` as a response that is looked up or called back for. */
export const respond = async (parts: OpenaiParts, call: ResponseCall): Promise<Reply> => {
  const read = responseShape.safeParse(call.body)
  if (!read.success) return openaiRefusal(read.error)
  const asked = read.data
  const refused = responseRefusal(asked, parts.world.now())
  if (refused) return refused
  const id = newName('resp_', 24)
  const work = workOf(parts, { id, asked, call })
  if (asked.background !== true) {
    const done = finished(parts, { id, asked }, await work.perform())
    return asked.stream === true && done.status === 200
      ? textReply(200, streamOf(done.body.toString('utf8')), 'text/event-stream')
      : done
  }
  const queued = { ...responseBody(parts, { id, asked }), status: 'queued', output: [] as unknown[] }
  parts.account.responses.set(id, { body: queued, cancelled: false })
  void work.perform().then(async (worked) => {
    const stored = parts.account.responses.get(id)
    if (stored?.cancelled) return
    const reply = finished(parts, { id, asked }, worked)
    if (reply.status !== 200)
      parts.account.responses.set(id, { body: { ...queued, status: 'failed', ...errorIn(reply) }, cancelled: false })
    const status = String(parts.account.responses.get(id)?.body['status'])
    await tellOpenai(parts, { type: `response.${status}`, id, endpoint: 'responses' })
  })
  return jsonReply(200, queued)
}

const errorIn = (reply: Reply): object => {
  const { error } = JSON.parse(reply.body.toString('utf8')) as { error: { code: string | null; message: string } }
  return { error: { code: error.code ?? 'server_error', message: error.message } }
}

const workOf = (parts: OpenaiParts, { id, asked, call }: { id: string; asked: ResponseAsked; call: ResponseCall }) => {
  const { words, pictures } = readInput(asked)
  const format = asked.text?.format
  const schema = format?.type === 'json_schema' ? format.schema : undefined
  const read = tokensOf(words + (schema ? JSON.stringify(schema) : '')) + pictures.length * tokensOfPicture
  const half = call.half === true || asked.service_tier === 'flex'
  return takeWork<Written>(parts.world, {
    ...{ provider: 'openai', endpoint: 'responses', requestId: id, bodyHash: call.bodyHash, takesS: 4 },
    webhookUrl: asked.background === true ? parts.account.webhookUrl : null,
    price: (made) => priceOfTokens(asked.model, made?.usage ?? { input: read, output: 200, reasoning: 0 }, half),
    run: async () => {
      const looksAt = pictures.map((url) => ({ url, field: 'input' }))
      const making = { is: 'words' as const, question: words, looksAt, schema }
      const { text } = await make(parts.world, making, { by: { provider: 'openai', endpoint: asked.model } })
      return written(asked, text, read)
    },
  })
}

const thinking: Record<string, number> = { none: 0, minimal: 0, low: 64, medium: 192, high: 448, xhigh: 704, max: 960 }

/** What it thinks is billed as written, and may eat up all it was allowed to write. */
const written = (asked: ResponseAsked, text: string, input: number): Written => {
  const reasoning = thinking[asked.reasoning?.effort ?? effortByDefault(asked.model)] ?? 64
  const most = asked.max_output_tokens ?? 128_000
  const output = reasoning + tokensOf(text)
  if (output <= most) return { text, usage: { input, output, reasoning }, cut: false }
  const left = Math.max(0, most - reasoning)
  return {
    text: text.slice(0, left * 4),
    usage: { input, output: most, reasoning: Math.min(reasoning, most) },
    cut: true,
  }
}

/** Above this many tokens an input costs twice as much, and what is written then half as much again. */
const longInput = 272_000

const priceOfTokens = (model: string, { input, output }: Usage, half: boolean): Price => {
  const price = tokenPrice(model)
  const long = input > longInput
  const whole = input * price.input * (long ? 2 : 1) + output * price.output * (long ? 1.5 : 1)
  return {
    unit: '1m_tokens_in',
    unitPriceNanodollars: price.input * 1e6,
    nanodollars: Math.round(whole / (half ? 2 : 1)),
  }
}

const finished = (
  parts: OpenaiParts,
  { id, asked }: { id: string; asked: ResponseAsked },
  worked: Worked<Written>,
): Reply => {
  if (worked.is === 'failed') return openaiFailure(worked.status)
  if (worked.is === 'input')
    return openaiError(400, {
      message: `Error while downloading ${worked.refused.input}.`,
      param: 'url',
      code: 'invalid_image_url',
    })
  const refuses = worked.is === 'policy'
  const { text, usage, cut } = refuses
    ? { text: '', usage: { input: 0, output: 0, reasoning: 0 }, cut: false }
    : worked.made
  const content = refuses
    ? { type: 'refusal', refusal: 'I cannot help with that.' }
    : { type: 'output_text', text, annotations: [], logprobs: [] }
  const status = cut ? 'incomplete' : 'completed'
  const message = { type: 'message', id: newName('msg_', 24), status, role: 'assistant', content: [content] }
  const body = {
    ...responseBody(parts, { id, asked }),
    status,
    ...(cut ? { incomplete_details: { reason: 'max_output_tokens' } } : {}),
    output: [...(usage.reasoning > 0 ? [{ type: 'reasoning', id: newName('rs_', 24), summary: [] }] : []), message],
    usage: {
      input_tokens: usage.input,
      input_tokens_details: { cached_tokens: 0, cache_write_tokens: 0 },
      output_tokens: usage.output,
      output_tokens_details: { reasoning_tokens: usage.reasoning },
      total_tokens: usage.input + usage.output,
    },
  }
  if (asked.store !== false) parts.account.responses.set(id, { body, cancelled: false })
  return jsonReply(200, body, { 'x-request-id': newName('req_') })
}
