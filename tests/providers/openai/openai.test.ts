import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { JsonObject } from '@/domain/catalogue/wish'
import { requestPrint } from '@/domain/generation/requestPrint'
import { openaiProvider } from '@/providers/openai/openaiProvider'
import { paidProviderContract, picture, sendingAt } from '../../contracts/paidProvider'
import { fixture } from '../../contracts/fixture'
import { answers, drops, openProviderServer, routes, type Doing } from '../../contracts/providerServer'

const key = 'sk-the-key-of-the-test'
const secret = `whsec_${Buffer.from('a secret').toString('base64')}`
const mark = `file:${'a'.repeat(64)}`
const requestOf = (endpoint: string, body: JsonObject) => ({ provider: 'openai' as const, endpoint, model: 'm', version: '1', body }) // prettier-ignore
const asking = requestOf('responses', {
  model: 'gpt-6-luna',
  input: [{ role: 'user', content: [{ type: 'input_text', text: 'Is it dusk?' }, { type: 'input_image', image_url: mark }] }], // prettier-ignore
})

paidProviderContract({
  name: 'OpenAI',
  key,
  open: (base) => openaiProvider({ key, baseUrl: `${base}/v1` }),
  request: asking,
  takes: () => answers(200, fixture('openai', 'completed')),
  takenAs: 'answered',
})
paidProviderContract({
  name: 'OpenAI, editing a picture',
  key,
  open: (base) => openaiProvider({ key, baseUrl: `${base}/v1` }),
  request: requestOf('images/edits', { model: 'gpt-image-2', prompt: 'Dusk.', image: [mark] }),
  takes: () => answers(200, fixture('openai', 'images')),
  takenAs: 'answered',
})
paidProviderContract({
  name: 'OpenAI, speaking',
  key,
  open: (base) => openaiProvider({ key, baseUrl: `${base}/v1` }),
  request: requestOf('audio/speech', { model: 'tts-1', input: 'Hello.', voice: 'alloy' }),
  takes: () => (_seen, res) => void res.writeHead(200, { 'content-type': 'audio/wav' }).end('RIFF'),
  takenAs: 'answered',
})
paidProviderContract({
  name: 'OpenAI, within a day',
  key,
  open: (base) => openaiProvider({ key, baseUrl: `${base}/v1` }),
  request: requestOf('batches', { input_file_id: mark, endpoint: '/v1/responses', completion_window: '24h' }),
  takes: () => answers(200, fixture('openai', 'batchRunning')),
  takenAs: 'accepted',
})

const server = await openProviderServer()
const folder = mkdtempSync(join(tmpdir(), 'backlot-openai-'))
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})
const openai = openaiProvider({ key, baseUrl: `${server.url}/v1`, webhookSecret: secret })
const signal = new AbortController().signal
const submit = (doing: Doing, request = asking) => {
  server.does(doing)
  return openai.submit(request, sendingAt())
}
const says = (name: string) => answers(200, fixture('openai', name))

describe('a question to OpenAI', () => {
  it('takes its pictures along, and is answered with what was used', async () => {
    expect(await submit(says('completed'))).toEqual({
      is: 'answered',
      answer: {
        requestId: 'resp_1',
        raw: fixture('openai', 'completed'),
        media: [],
        text: '{"seen":"yes"}',
        usage: { input_tokens: 812, cached_tokens: 512, cache_write_tokens: 0, output_tokens: 60, reasoning_tokens: 40, total_tokens: 872 }, // prettier-ignore
        billedNanodollars: null,
      },
    })
    const [sent] = server.seen
    expect(sent!.path).toBe('/v1/responses')
    expect(sent!.headers['authorization']).toBe(`Bearer ${key}`)
    expect(sent!.body.toString()).toContain(`data:image/png;base64,${picture.toString('base64')}`)
  })

  it('is paid for when it is refused or cut off, and says so', async () => {
    const usage = { input_tokens: 812, output_tokens: 60 }
    expect(await submit(says('refusal'))).toMatchObject({
      is: 'failed',
      billed: true,
      usage,
      error: { class: 'policy' },
    })
    expect(await submit(says('incomplete'))).toMatchObject({ is: 'failed', billed: true, usage, error: { class: 'validation', code: 'max_output_tokens' } }) // prettier-ignore
    expect(await submit(says('failed'))).toMatchObject({ is: 'failed', billed: null, error: { class: 'transient' } })
  })

  it('may wait in the background, and is asked for by its id', async () => {
    expect(await submit(says('queued'))).toEqual({ is: 'accepted', ticket: { requestId: 'resp_1' } })
    const ticket = { requestId: 'resp_1' }
    expect(await openai.check(ticket, signal)).toEqual({ is: 'open', running: false })
    expect(server.seen[1]).toMatchObject({ method: 'GET', path: '/v1/responses/resp_1' })
    server.does(says('completed'))
    expect(await openai.check(ticket, signal)).toMatchObject({ is: 'answered', answer: { text: '{"seen":"yes"}' } })
    expect((await openai.check({ requestId: 'resp_2' }, signal)).is).toBe('untold')
    server.does(answers(404, {}))
    expect(await openai.check(ticket, signal)).toMatchObject({ is: 'gone', error: { class: 'expired' } })
    server.does(drops)
    expect((await openai.check(ticket, signal)).is).toBe('untold')
  })

  it('is refused with the field that is wrong; being too fast and having no money left are two things', async () => {
    expect(await submit(answers(400, fixture('openai', 'badParameter')))).toMatchObject({ is: 'refused', error: { class: 'validation', fields: [{ path: 'temperature' }] } }) // prettier-ignore
    expect(await submit(answers(429, fixture('openai', 'noQuota')))).toMatchObject({ error: { class: 'billing' } })
    expect(await submit(answers(429, fixture('openai', 'tooFast'), { 'retry-after-ms': '250' }))).toMatchObject({ error: { class: 'rate', afterMs: 250 } }) // prettier-ignore
    expect(await submit(answers(400, fixture('openai', 'moderation')))).toMatchObject({ error: { class: 'policy' } })
  })

  it('is not sent at all when a file of ours is missing', async () => {
    server.does(drops)
    const missing = sendingAt({ fileOf: () => Promise.reject(new Error('gone')) })
    await expect(openai.submit(asking, missing)).rejects.toThrow('gone')
    expect(server.seen).toEqual([])
  })
})

describe('pictures and voices of OpenAI', () => {
  it('come as bytes, which are not written down with the answer', async () => {
    const drawing = requestOf('images/generations', { model: 'gpt-image-2', prompt: 'A pier.', size: '1536x1024' })
    const end = await submit(says('images'), drawing)
    if (end.is !== 'answered') throw new Error(end.is)
    expect(end.answer.media).toEqual([{ kind: 'picture', mime: 'image/png', width: 1536, height: 1024, bytes: Buffer.from('pier') }]) // prettier-ignore
    expect(end.answer.requestId).toBe('attempt:01JD0000000000000000000000')
    expect(JSON.stringify(end.answer.raw)).toMatch(/"b64_json":"file:[0-9a-f]{64}"/)
    expect(end.answer.usage).toMatchObject({ input_image_tokens: 40, input_text_tokens: 10, output_tokens: 1584 })
  })

  it('are edited with the pictures themselves in a form', async () => {
    await submit(says('images'), requestOf('images/edits', { model: 'm', n: 1, image: [mark, mark], mask: mark }))
    const sent = server.seen[0]!
    const form = await new Response(new Uint8Array(sent.body), { headers: { 'content-type': sent.headers['content-type']! } }).formData() // prettier-ignore
    expect([...form.keys()].sort()).toEqual(['image[]', 'image[]', 'mask', 'model', 'n'])
    const file = form.get('mask') as File
    expect([file.type, Buffer.from(await file.arrayBuffer())]).toEqual(['image/png', picture])
  })
})

describe('what may wait a day at OpenAI', () => {
  const request = requestOf('batches', { input_file_id: mark, endpoint: '/v1/responses', completion_window: '24h' }) // prettier-ignore

  it('is put there as a file, asked for with one POST and found again by that file', async () => {
    const path = join(folder, 'lines.jsonl')
    writeFileSync(path, '{"custom_id":"1"}\n')
    server.does(routes({ 'POST /v1/files': answers(200, { id: 'file-in' }) }))
    const file = { path, mime: 'application/jsonl', bytes: 18, sha256: 'b'.repeat(64) }
    const { address, until } = await openai.putFile!(file, signal)
    expect(address).toBe('file-in')
    expect(until!.getTime() - Date.now()).toBeLessThan(30 * 86_400_000)
    expect(['batches', 'images/edits'].map((endpoint) => openai.readsPut!(endpoint))).toEqual([true, false])
    server.does(says('batchRunning'))
    const end = await openai.submit(request, sendingAt({ addressOf: () => address }))
    expect(end).toEqual({ is: 'accepted', ticket: { requestId: 'batch_1' } })
    expect(server.seen).toHaveLength(1)
    expect(JSON.parse(server.seen[0]!.body.toString())).toMatchObject({ input_file_id: 'file-in' })
    server.does(says('batches'))
    const sent = { input_file_id: 'file-in', endpoint: '/v1/responses', completion_window: '24h' }
    const isOurs = (body: JsonObject) => requestPrint(body) === requestPrint(sent)
    const since = new Date(1795291200_000)
    expect(await openai.find!({ endpoint: 'batches', since, isOurs }, signal)).toEqual({ requestId: 'batch_1' })
    expect(await openai.find!({ endpoint: 'batches', since, isOurs: () => false }, signal)).toBe('none')
    expect(await openai.find!({ endpoint: 'responses', since, isOurs }, signal)).toBe('cannotTell')
  })

  const ended = (response: Record<string, unknown>, more: Parameters<typeof routes>[0] = {}) => {
    const line = { custom_id: '1', error: null, ...response }
    server.does(
      routes({
        'GET /v1/batches/batch_1': says('batchCompleted'),
        'GET /v1/files/file-out/content': answers(200, `${JSON.stringify(line)}\n`),
        ...more,
      }),
    )
    return line
  }
  const check = () => openai.check({ requestId: 'batch_1' }, signal)

  it('is answered as if it had been asked at once, under the name of its batch', async () => {
    const body = fixture('openai', 'completed')
    server.does(says('batchRunning'))
    expect(await check()).toMatchObject({ is: 'open', running: true })
    const raw = ended({ response: { status_code: 200, body } })
    const text = expect.stringMatching(/\S/) as string
    expect(await check()).toMatchObject({ is: 'answered', answer: { requestId: 'batch_1', raw, text, usage: { input_tokens: 812 } } }) // prettier-ignore
    ended({ response: { status_code: 200, body } }, { 'GET /v1/files': drops, 'GET /v1/files/file-out/content': drops })
    expect((await check()).is).toBe('untold')
  })

  it('is not billed where the line was refused or the day went by', async () => {
    ended({
      response: { status_code: 400, body: { error: { message: 'Too long.', code: 'context_length_exceeded' } } },
    })
    expect(await check()).toMatchObject({ is: 'failed', billed: false, error: { class: 'validation', message: 'Too long.' } }) // prettier-ignore
    const expired = { ...(fixture('openai', 'batchCompleted') as JsonObject), status: 'expired', output_file_id: null, error_file_id: null } // prettier-ignore
    server.does(routes({ 'GET /v1/batches/batch_1': answers(200, expired) }))
    const again = { is: 'failed', billed: false, error: { class: 'transient' } }
    expect(await check()).toMatchObject(again)
    // a day that went by, and a person's word, leave a file that says only that
    server.does(routes({ 'GET /v1/batches/batch_1': answers(200, { ...expired, error_file_id: 'file-err' }) }))
    expect(await check()).toMatchObject(again)
    const cancelled = { ...expired, status: 'cancelled', error_file_id: 'file-err' }
    server.does(routes({ 'GET /v1/batches/batch_1': answers(200, cancelled) }))
    expect(await check()).toEqual({ is: 'cancelled' })
  })
})

describe('a callback of OpenAI', () => {
  const now = new Date('2026-11-21T20:00:00Z')
  const raw = Buffer.from(JSON.stringify(fixture('openai', 'webhook')))
  const signed = (bytes: Buffer, { at = now.getTime() / 1000, by = 'a secret' } = {}) => ({
    'webhook-id': 'wh_1',
    'webhook-timestamp': String(at),
    'webhook-signature': `v1,AAAA v1,${createHmac('sha256', by)
      .update(`wh_1.${String(at)}.`)
      .update(bytes)
      .digest('base64')}`,
  })
  const read = (headers: Record<string, string | undefined>, bytes = raw) => openai.readCallback!({ raw: bytes, headers, now }, signal) // prettier-ignore

  it('sends us to ask for the response, and is nobody’s when it is forged, stale or changed', async () => {
    const good = { requestId: 'resp_1', dedupeKey: 'wh_1', standing: { is: 'open', running: false } }
    expect(await read(signed(raw))).toEqual(good)
    const seconds = now.getTime() / 1000
    expect(await read(signed(raw, { by: 'another' }))).toBeNull()
    expect(await read(signed(raw, { at: seconds - 301 }))).toBeNull()
    expect(await read(signed(raw, { at: seconds + 301 }))).toBeNull()
    expect(await read(signed(raw), Buffer.from(raw.toString().replace('resp_1', 'resp_2')))).toBeNull()
    for (const name of Object.keys(signed(raw))) expect(await read({ ...signed(raw), [name]: undefined })).toBeNull()
    expect(await read({ ...signed(raw), 'webhook-id': 'wh_2' })).toBeNull()
    for (const odd of ['', 'null', '{}', '{"type":"response.completed"}', '{"type":"x","data":{"id":"resp_1"}}'])
      expect(await read(signed(Buffer.from(odd)), Buffer.from(odd))).toBeNull()
  })

  it('is not read at all without a secret', () => {
    expect('readCallback' in openaiProvider({ key })).toBe(false)
  })
})
