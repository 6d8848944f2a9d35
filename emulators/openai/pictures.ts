import { z } from 'zod'
import { formOf, jsonOf, type Asked } from '../http/asked'
import { jsonReply, type Reply } from '../http/reply'
import { drawPicture, sizeOfPicture } from '../media/drawPicture'
import { InputRefused } from '../media/InputRefused'
import { newName } from '../world/random'
import { takeWork } from '../world/perform'
import type { Price } from '../world/price'
import { tokensOf, tokensOfPicture } from '../words/tokens'
import { epoch, type OpenaiParts } from './openaiAccount'
import { openaiError, openaiFailure, openaiRefusal } from './openaiErrors'
import { imageModels, modelRefused } from './openaiModels'

const shape = {
  model: z.string().default('gpt-image-2'),
  prompt: z.string().min(1).max(32_000),
  n: z.coerce.number().int().min(1).max(10).default(1),
  size: z
    .string()
    .regex(/^(auto|\d{3,4}x\d{3,4})$/)
    .default('auto'),
  quality: z.enum(['auto', 'low', 'medium', 'high']).default('auto'),
  background: z.enum(['auto', 'transparent', 'opaque']).default('auto'),
  output_format: z.enum(['png', 'jpeg', 'webp']).default('png'),
  output_compression: z.coerce.number().int().min(0).max(100).optional(),
  moderation: z.enum(['auto', 'low']).default('auto'),
  user: z.string().optional(),
}
const generation = z.strictObject(shape)
const edit = z.strictObject({ ...shape, input_fidelity: z.enum(['low', 'high']).default('low') })
type PictureCall = z.output<typeof generation>

export const generatePictures = (parts: OpenaiParts, asked: Asked): Promise<Reply> =>
  pictures(parts, {
    read: generation.safeParse(jsonOf(asked)),
    bases: [],
    bodyHash: asked.bodyHash,
    endpoint: 'images/generations',
  })

/** Edits come as a form: one or several pictures, a mask where only a part may change. */
export const editPictures = async (parts: OpenaiParts, asked: Asked): Promise<Reply> => {
  const form = await formOf(asked)
  if (!form) return openaiError(400, { message: 'The body is no multipart form.' })
  const files = [...form.getAll('image'), ...form.getAll('image[]')].filter((one) => one instanceof File)
  if (files.length === 0 || files.length > 16)
    return openaiError(400, { message: "Between 1 and 16 of 'image' are required.", param: 'image' })
  const bases = await Promise.all(files.map(async (file) => Buffer.from(await file.arrayBuffer())))
  const fields = Object.fromEntries(
    [...form.entries()].filter(([name, value]) => typeof value === 'string' && name !== 'mask'),
  )
  return pictures(parts, { read: edit.safeParse(fields), bases, bodyHash: asked.bodyHash, endpoint: 'images/edits' })
}

/** Tokens of one picture by quality, at a megapixel; larger ones take their share more. */
const tokensOfQuality = { low: 272, medium: 1056, high: 4160, auto: 1056 }
const dollarsPerMillion = { words: 5, pictures: 8, drawn: 30 }

const usageOf = (call: PictureCall, bases: number, size: { width: number; height: number }) => ({
  text: tokensOf(call.prompt),
  image: bases * tokensOfPicture,
  output: Math.round((tokensOfQuality[call.quality] * size.width * size.height) / 1_048_576) * call.n,
})

type Given = { read: z.ZodSafeParseResult<PictureCall>; bases: Buffer[]; bodyHash: string; endpoint: string }

const pictures = async (parts: OpenaiParts, { read, bases, bodyHash, endpoint }: Given): Promise<Reply> => {
  if (!read.success) return openaiRefusal(read.error)
  const call = read.data
  const refused = modelRefused(call.model, imageModels, parts.world.now())
  if (refused) return refused
  const size = await sizeAsked(call.size, bases[0])
  const usage = usageOf(call, bases.length, size)
  const requestId = newName('req_')
  const work = takeWork<Buffer[]>(parts.world, {
    ...{ provider: 'openai', endpoint, requestId, bodyHash, webhookUrl: null, takesS: 20 },
    price: () => priceOfPictures(usage),
    run: () => draw(call, { bases, size }),
  })
  const worked = await work.perform()
  if (worked.is === 'failed') return openaiFailure(worked.status)
  if (worked.is === 'policy')
    return openaiError(400, {
      message: 'Your request was rejected by the safety system.',
      type: 'image_generation_user_error',
      code: 'moderation_blocked',
    })
  if (worked.is === 'input')
    return openaiError(400, {
      message: 'Invalid image file or mode for image.',
      param: 'image',
      code: 'invalid_image_file',
    })
  const told = {
    created: epoch(parts.world.now()),
    background: 'opaque',
    data: worked.made.map((bytes) => ({ b64_json: bytes.toString('base64') })),
    output_format: call.output_format,
    quality: call.quality === 'auto' ? 'medium' : call.quality,
    size: `${size.width}x${size.height}`,
    usage: {
      input_tokens: usage.text + usage.image,
      input_tokens_details: { text_tokens: usage.text, image_tokens: usage.image },
      output_tokens: usage.output,
      total_tokens: usage.text + usage.image + usage.output,
    },
  }
  return jsonReply(200, told, { 'x-request-id': requestId })
}

const draw = async (
  call: PictureCall,
  { bases, size }: { bases: Buffer[]; size: { width: number; height: number } },
): Promise<Buffer[]> => {
  for (const base of bases) if (!(await sizeOfPicture(base))) throw new InputRefused('invalid_image_file', 'image', '')
  const numbers = Array.from({ length: call.n }, (_, n) => n)
  return Promise.all(
    numbers.map((n) =>
      drawPicture({ ...size, format: call.output_format, words: `${call.prompt}\n${n}`, base: bases[0] }),
    ),
  )
}

const sizeAsked = async (size: string, base: Buffer | undefined): Promise<{ width: number; height: number }> => {
  const [width, height] = size.split('x').map(Number)
  if (width && height) return { width, height }
  const shape = base ? await sizeOfPicture(base) : undefined
  if (!shape || shape.width === shape.height) return { width: 1024, height: 1024 }
  return shape.width > shape.height ? { width: 1536, height: 1024 } : { width: 1024, height: 1536 }
}

const priceOfPictures = ({ text, image, output }: ReturnType<typeof usageOf>): Price => {
  const { words, pictures: seen, drawn } = dollarsPerMillion
  return {
    unit: '1m_tokens_out',
    unitPriceNanodollars: drawn * 1e9,
    nanodollars: (text * words + image * seen + output * drawn) * 1000,
  }
}
