import OpenAI, { toFile } from 'openai'
import { zodTextFormat } from 'openai/helpers/zod'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { PlanGiven } from '../../emulators/plan/planShape'
import { startEmulators, type Emulators } from '../../emulators/startEmulators'
import { catchCallbacks, until } from './catchCallbacks'

let emulators: Emulators
let callbacks: Awaited<ReturnType<typeof catchCallbacks>>
let openai: OpenAI
beforeAll(async () => {
  callbacks = await catchCallbacks()
  emulators = await startEmulators({ speed: 1000, openaiWebhookUrl: `${callbacks.url}/hook` })
  openai = clientOf(emulators)
})
afterAll(async () => {
  await emulators.close()
  callbacks.close()
})

const clientOf = ({ env }: Emulators) =>
  new OpenAI({
    apiKey: env['OPENAI_API_KEY']!,
    baseURL: env['OPENAI_BASE_URL']!,
    webhookSecret: env['OPENAI_WEBHOOK_SECRET']!,
    maxRetries: 0,
  })
const today = async (plan: PlanGiven) => {
  await fetch(`${emulators.url}/control/plan`, { method: 'POST', body: JSON.stringify(plan) })
}
const red = () =>
  sharp({ create: { width: 320, height: 180, channels: 3, background: '#c01010' } })
    .png()
    .toBuffer()

const verdicts = z.object({
  questions: z
    .array(z.object({ id: z.string(), answer: z.enum(['yes', 'no', 'unknown']), confidence: z.number().min(0).max(1) }))
    .min(2),
  note: z.string().nullable(),
})

describe('the emulated OpenAI', () => {
  it('answers a judge in the strict shape it was given, and bills the tokens it says', async () => {
    const picture = `data:image/png;base64,${(await red()).toString('base64')}`
    const answer = await openai.responses.parse({
      model: 'gpt-6-luna',
      instructions: 'Judge the picture.',
      input: [
        {
          role: 'user',
          content: [
            { type: 'input_text', text: 'Is the coat red? yes, no or unknown' },
            { type: 'input_image', image_url: picture, detail: 'low' },
          ],
        },
      ],
      text: { format: zodTextFormat(verdicts, 'verdicts') },
      reasoning: { effort: 'low' },
    })
    expect(answer.status).toBe('completed')
    expect(answer.output_parsed!.questions.map(({ answer: word }) => word)).toEqual(['yes', 'yes'])
    expect(answer.output_parsed!.questions[0]!.confidence).toBeGreaterThan(0.8)
    const { input_tokens, output_tokens } = answer.usage!
    expect(emulators.ledger().at(-1)).toMatchObject({
      requestId: answer.id,
      state: 'billed',
      nanodollars: input_tokens * 100 + output_tokens * 500,
    })

    await today({ rules: [{ do: 'say', contains: 'red', answer: 'no' }] })
    const doubted = await openai.responses.parse({
      model: 'gpt-6-luna',
      input: 'Is the coat red?',
      text: { format: zodTextFormat(verdicts, 'verdicts') },
    })
    expect(doubted.output_parsed!.questions[0]!.answer).toBe('no')
    await today({})
  })

  it('refuses what the real one refuses', async () => {
    const ask = (more: object) =>
      openai.responses.create({
        model: 'gpt-6-luna',
        input: 'Hello',
        ...more,
      } as OpenAI.Responses.ResponseCreateParamsNonStreaming)
    await expect(ask({ temperature: 0.8 })).rejects.toMatchObject({
      status: 400,
      param: 'temperature',
      code: 'unsupported_parameter',
    })
    await expect(ask({ max_tokens: 50 })).rejects.toMatchObject({ status: 400, param: 'max_tokens' })
    await expect(ask({ reasoning: { effort: 'enormous' } })).rejects.toMatchObject({ code: 'unsupported_value' })
    await expect(ask({ model: 'gpt-4' })).rejects.toMatchObject({ status: 404, code: 'model_not_found' })
    const format = {
      type: 'json_schema',
      name: 'x',
      strict: true,
      schema: { type: 'object', properties: { a: { type: 'string' } } },
    }
    await expect(ask({ text: { format } })).rejects.toMatchObject({ code: 'invalid_json_schema' })
    await expect(
      ask({ input: [{ role: 'user', content: [{ type: 'input_image', image_url: 'http://10.0.0.1/a.png' }] }] }),
    ).rejects.toMatchObject({ status: 400 })
    const short = await ask({ max_output_tokens: 16, reasoning: { effort: 'high' } })
    expect(short).toMatchObject({ status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } })
    expect(short.output_text).toBe('')
  })

  it('says when a model is switched off, and has none after that day', async () => {
    const models = await openai.models.list()
    const nano = models.data.find(({ id }) => id === 'gpt-5-nano') as { shutdown_date?: string } | undefined
    expect(nano?.shutdown_date).toBe('2026-12-11')
    const later = await startEmulators({ speed: 1000 })
    await fetch(`${later.url}/control/clock`, { method: 'POST', body: JSON.stringify({ advanceS: 60 * 86_400 }) })
    await expect(clientOf(later).responses.create({ model: 'gpt-5-nano', input: 'x' })).rejects.toMatchObject({
      status: 404,
    })
    await later.close()
  })

  it('streams the same answer it would have given', async () => {
    const stream = await openai.responses.create({ model: 'gpt-6-sol', input: 'Say something quiet.', stream: true })
    const types: string[] = []
    let text = ''
    for await (const event of stream) {
      types.push(event.type)
      if (event.type === 'response.output_text.delta') text += event.delta
    }
    expect(types[0]).toBe('response.created')
    expect(types.at(-1)).toBe('response.completed')
    expect(text).toContain('A quiet picture')
  })

  it('draws pictures, edits them, and speaks', async () => {
    const drawn = await openai.images.generate({
      model: 'gpt-image-2',
      prompt: 'A pier',
      size: '1536x1024',
      quality: 'low',
    })
    const picture = Buffer.from(drawn.data![0]!.b64_json!, 'base64')
    expect(await sharp(picture).metadata()).toMatchObject({ format: 'png', width: 1536, height: 1024 })
    const edited = await openai.images.edit({
      model: 'gpt-image-2',
      prompt: 'Add a gull',
      image: [await toFile(await red(), 'base.png', { type: 'image/png' })],
      size: '1024x1024',
    })
    const corner = await sharp(Buffer.from(edited.data![0]!.b64_json!, 'base64'))
      .extract({ left: 0, top: 0, width: 4, height: 4 })
      .raw()
      .toBuffer()
    expect(corner[0]).toBeGreaterThan(170)
    expect(edited.usage!.input_tokens_details.image_tokens).toBeGreaterThan(0)
    const line = await openai.audio.speech.create({
      model: 'tts-1',
      voice: 'alloy',
      input: 'Good evening.',
      response_format: 'wav',
    })
    expect(
      Buffer.from(await line.arrayBuffer())
        .subarray(0, 4)
        .toString(),
    ).toBe('RIFF')
    expect(emulators.ledger().at(-1)).toMatchObject({ endpoint: 'audio/speech', nanodollars: 13 * 15_000 })
  })

  it('works in the background and calls back, signed as the SDK checks it', async () => {
    const before = callbacks.caught.length
    const queued = await openai.responses.create({ model: 'gpt-6-luna', input: 'Later', background: true })
    expect(queued.status).toBe('queued')
    await callbacks.next(before + 1)
    const { body, headers } = callbacks.caught.at(-1)!
    expect(await openai.webhooks.unwrap(body, headers)).toMatchObject({
      type: 'response.completed',
      data: { id: queued.id },
    })
    await expect(openai.webhooks.unwrap(body.replace('completed', 'failed'), headers)).rejects.toThrow()
    expect(await openai.responses.retrieve(queued.id)).toMatchObject({ status: 'completed' })
  })

  it('answers a batch for half the price, found again by its metadata', async () => {
    const lines = ['One', 'Two'].map((input, n) =>
      JSON.stringify({
        custom_id: `c${n}`,
        method: 'POST',
        url: '/v1/responses',
        body: { model: 'gpt-6-luna', input },
      }),
    )
    const file = await openai.files.create({
      purpose: 'batch',
      file: await toFile(Buffer.from(lines.join('\n')), 'in.jsonl'),
    })
    const metadata = { attempt: 'a-77' }
    const { id } = await openai.batches.create({
      input_file_id: file.id,
      endpoint: '/v1/responses',
      completion_window: '24h',
      metadata,
    })
    await until(async () => (await openai.batches.retrieve(id)).status === 'completed')
    const found = (await openai.batches.list({ limit: 5 })).data.find((one) => one.metadata?.['attempt'] === 'a-77')
    expect(found).toMatchObject({ id, request_counts: { total: 2, completed: 2, failed: 0 } })
    const answers = (await (await openai.files.content(found!.output_file_id!)).text()).trim().split('\n')
    const { custom_id, response } = JSON.parse(answers[0]!) as {
      custom_id: string
      response: { body: OpenAI.Responses.Response }
    }
    expect(custom_id).toBe('c0')
    const { input_tokens, output_tokens } = response.body.usage!
    const row = emulators.ledger().find(({ requestId }) => requestId === response.body.id)
    expect(row!.nanodollars).toBe((input_tokens * 100 + output_tokens * 500) / 2)
  })

  it('has its own words for an empty purse, a crowd, and a wrong key', async () => {
    await today({
      rules: [
        { nth: 1, do: 'noBalance' },
        { nth: 2, do: 'refuse', status: 429 },
        { nth: 3, do: 'failAfter', status: 503 },
      ],
    })
    const rows = emulators.ledger().length
    const ask = () => openai.responses.create({ model: 'gpt-6-luna', input: 'Hello' })
    await expect(ask()).rejects.toMatchObject({ status: 429, code: 'insufficient_quota' })
    await expect(ask()).rejects.toMatchObject({ status: 429, code: 'rate_limit_exceeded' })
    await expect(ask()).rejects.toMatchObject({ status: 503 })
    expect(emulators.ledger()).toHaveLength(rows + 1)
    await today({})
    const stranger = new OpenAI({ apiKey: 'wrong', baseURL: emulators.env['OPENAI_BASE_URL']!, maxRetries: 0 })
    await expect(stranger.models.list()).rejects.toMatchObject({ status: 401 })
  })
})
