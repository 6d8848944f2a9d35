import { z } from 'zod'
import { jsonOf, type Asked } from '../http/asked'
import { bytesReply, type Reply } from '../http/reply'
import { speak, spokenSeconds } from '../media/playSound'
import { newName } from '../world/random'
import { takeWork } from '../world/perform'
import { priceOf, usd } from '../world/price'
import type { OpenaiParts } from './openaiAccount'
import { openaiError, openaiFailure, openaiRefusal } from './openaiErrors'
import { modelRefused, speechModels } from './openaiModels'

const shape = z.strictObject({
  model: z.string(),
  input: z.string().min(1).max(4096),
  voice: z.string().min(1),
  instructions: z.string().optional(),
  response_format: z.enum(['mp3', 'wav'], { error: 'the emulator speaks mp3 and wav' }).default('mp3'),
  speed: z.number().min(0.25).max(4).default(1),
  stream_format: z.literal('audio').optional(),
})

/** Dollars for a thousand letters. */
const prices: Record<string, number> = { 'tts-1': 0.015, 'tts-1-hd': 0.03, 'gpt-4o-mini-tts': 0.015 }

/** `POST /audio/speech`: the sound itself comes back, nothing around it. */
export const speakLine = async ({ world }: OpenaiParts, asked: Asked): Promise<Reply> => {
  const read = shape.safeParse(jsonOf(asked))
  if (!read.success) return openaiRefusal(read.error)
  const call = read.data
  const refused = modelRefused(call.model, speechModels, world.now())
  if (refused) return refused
  const requestId = newName('req_')
  const work = takeWork<Buffer>(world, {
    ...{
      provider: 'openai',
      endpoint: 'audio/speech',
      requestId,
      bodyHash: asked.bodyHash,
      webhookUrl: null,
      takesS: 3,
    },
    price: () => priceOf('1k_chars', usd(prices[call.model] ?? 0.015), call.input.length / 1000),
    run: () =>
      speak(world, {
        text: call.input,
        voice: call.voice,
        seconds: spokenSeconds(call.input, call.speed),
        format: call.response_format,
      }),
  })
  const worked = await work.perform()
  if (worked.is === 'made') {
    const reply = bytesReply(worked.made, call.response_format === 'wav' ? 'audio/wav' : 'audio/mpeg')
    return { ...reply, headers: { ...reply.headers, 'x-request-id': requestId } }
  }
  if (worked.is === 'policy')
    return openaiError(400, {
      message: 'Your request was rejected by the safety system.',
      code: 'content_policy_violation',
    })
  return openaiFailure(worked.is === 'failed' ? worked.status : 500)
}
