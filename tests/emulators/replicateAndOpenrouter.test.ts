import { createHmac } from 'node:crypto'
import OpenAI from 'openai'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startEmulators, type Emulators } from '../../emulators/startEmulators'
import { catchCallbacks, until, type Caught } from './catchCallbacks'

let emulators: Emulators
beforeAll(async () => {
  emulators = await startEmulators({ speed: 1000 })
})
afterAll(() => emulators.close())

const replicate = async (path: string, body?: unknown, headers: Record<string, string> = {}) => {
  const answer = await fetch(path.startsWith('http') ? path : `${emulators.env['REPLICATE_BASE_URL']}/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${emulators.env['REPLICATE_API_TOKEN']}`,
      'content-type': 'application/json',
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, any> }
}
const control = (path: string, body: unknown) =>
  fetch(`${emulators.url}/control/${path}`, { method: 'POST', body: JSON.stringify(body) })

const signed = ({ headers, body }: Caught, secret: string) => {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const text = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  return headers['webhook-signature'] === `v1,${createHmac('sha256', key).update(text).digest('base64')}`
}
const schnell = 'models/black-forest-labs/flux-schnell/predictions'

describe('the emulated Replicate', () => {
  it('makes a picture and calls back for the events that were asked, signed', async () => {
    const callbacks = await catchCallbacks()
    const { status, body } = await replicate(schnell, {
      input: { prompt: 'A pier', aspect_ratio: '16:9', output_format: 'png' },
      webhook: `${callbacks.url}/hook?t=abc`,
      webhook_events_filter: ['start', 'completed'],
    })
    expect(status).toBe(201)
    expect(body['status']).toBe('starting')
    await callbacks.next(2)
    const { key } = (await replicate('webhooks/default/secret')).body
    expect(callbacks.caught.every((one) => signed(one, key as string))).toBe(true)
    const last = callbacks.caught
      .map((one) => JSON.parse(one.body) as { status: string; output: string[] })
      .find(({ status: end }) => end === 'succeeded')
    const picture = Buffer.from(await (await fetch(last!.output[0]!)).arrayBuffer())
    expect(await sharp(picture).metadata()).toMatchObject({ format: 'png', width: 1344, height: 768 })
    expect(emulators.ledger().at(-1)).toMatchObject({
      provider: 'replicate',
      nanodollars: 3_000_000,
      token: { t: 'abc' },
    })
    callbacks.close()
  })

  it('refuses an input that does not hold before it takes it', async () => {
    const rows = emulators.ledger().length
    const { status, body } = await replicate(schnell, { input: { aspect_ratio: 'round' } })
    expect(status).toBe(422)
    expect(body['title']).toBe('Input validation failed')
    expect(emulators.ledger()).toHaveLength(rows)
  })

  it('waits when it is asked to, lists what it made, and forgets it after an hour', async () => {
    const { body } = await replicate(schnell, { input: { prompt: 'A gull', seed: 9 } }, { prefer: 'wait' })
    expect(body).toMatchObject({ status: 'succeeded', data_removed: false })
    const listed = (await replicate('predictions')).body['results'] as { id: string; input: object }[]
    expect(listed.find(({ id }) => id === body['id'])!.input).toEqual({ prompt: 'A gull', seed: 9 })
    await control('clock', { advanceS: 3700 })
    expect((await replicate(`predictions/${body['id']}`)).body).toMatchObject({
      data_removed: true,
      output: null,
      input: {},
    })
    expect((await fetch((body['output'] as string[])[0]!)).status).toBe(404)
  })

  it('cancels what runs, and bills it all the same', async () => {
    await control('plan', { rules: [{ do: 'longer', ms: 150 }] })
    const { body } = await replicate(schnell, { input: { prompt: 'x' } })
    await until(async () => (await replicate(body['urls'].get as string)).body['status'] === 'processing')
    expect((await replicate(body['urls'].cancel as string, {})).body['status']).toBe('canceled')
    await until(() => emulators.ledger().at(-1)!.state === 'billed')
    expect((await replicate(body['urls'].get as string)).body).toMatchObject({ status: 'canceled', output: null })
    await control('plan', {})
  })

  it('takes files and lets models read them', async () => {
    const form = new FormData()
    const bytes = await sharp({ create: { width: 64, height: 36, channels: 3, background: '#123456' } })
      .png()
      .toBuffer()
    form.set('content', new File([new Uint8Array(bytes)], 'base.png', { type: 'image/png' }))
    const kept = await fetch(`${emulators.env['REPLICATE_BASE_URL']}/files`, {
      method: 'POST',
      headers: { authorization: `Bearer ${emulators.env['REPLICATE_API_TOKEN']}` },
      body: form,
    })
    const { urls } = (await kept.json()) as { urls: { get: string } }
    const { body } = await replicate(
      'models/nightmareai/real-esrgan/predictions',
      { input: { image: urls.get, scale: 2 } },
      { prefer: 'wait=60' },
    )
    const large = Buffer.from(await (await fetch(body['output'] as string)).arrayBuffer())
    expect(await sharp(large).metadata()).toMatchObject({ width: 128, height: 72 })
  })
})

describe('the emulated OpenRouter', () => {
  const client = () =>
    new OpenAI({
      apiKey: emulators.env['OPENROUTER_API_KEY']!,
      baseURL: emulators.env['OPENROUTER_BASE_URL']!,
      maxRetries: 0,
    })
  const ask = () =>
    client().chat.completions.create({
      model: 'openai/gpt-6-luna',
      messages: [{ role: 'user', content: 'Is it night? yes or no' }],
    })

  it('answers, says what it cost, and says so again later', async () => {
    const answer = await ask()
    expect(answer.choices[0]!.message.content).toBe('yes')
    const { cost } = answer.usage as unknown as { cost: number }
    expect(Math.round(cost * 1e9)).toBe(emulators.ledger().at(-1)!.nanodollars)
    const headers = { authorization: `Bearer ${emulators.env['OPENROUTER_API_KEY']}` }
    const later = await fetch(`${emulators.env['OPENROUTER_BASE_URL']}/generation?id=${answer.id}`, { headers })
    expect(await later.json()).toMatchObject({ data: { total_cost: cost, model: 'openai/gpt-6-luna' } })
    expect((await fetch(`${emulators.env['OPENROUTER_BASE_URL']}/key`, { headers })).status).toBe(200)
  })

  it('may fail with HTTP 200 and the error in the body', async () => {
    await control('plan', {
      rules: [
        { provider: 'openrouter', nth: 1, do: 'fail', status: 502 },
        { provider: 'openrouter', at: 'submit', nth: 2, do: 'noBalance' },
      ],
    })
    expect(await ask()).toMatchObject({ error: { code: 502 } })
    await expect(ask()).rejects.toMatchObject({ status: 402 })
    await control('plan', {})
  })
})
