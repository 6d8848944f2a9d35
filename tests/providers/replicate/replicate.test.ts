import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { replicateProvider } from '@/providers/replicate/replicateProvider'
import { paidProviderContract, sendingAt } from '../../contracts/paidProvider'
import { fixture } from '../../contracts/fixture'
import { answers, drops, openProviderServer } from '../../contracts/providerServer'

const key = 'r8_the_key_of_the_test'
const request = {
  provider: 'replicate' as const,
  endpoint: 'black-forest-labs/flux-schnell',
  model: 'replicate/flux-schnell',
  version: '1',
  body: { prompt: 'A pier at dusk.', input_image: `file:${'a'.repeat(64)}` },
}

paidProviderContract({
  name: 'Replicate',
  key,
  open: (base) => replicateProvider({ key, baseUrl: `${base}/v1` }),
  request,
  takes: (base) => answers(201, fixture('replicate', 'starting', `${base}/v1`)),
  takenAs: 'accepted',
})

const server = await openProviderServer()
const folder = mkdtempSync(join(tmpdir(), 'backlot-replicate-'))
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})
const secret = `whsec_${Buffer.from('a secret').toString('base64')}`
const replicate = replicateProvider({ key, baseUrl: server.url, webhookSecret: secret })
const signal = new AbortController().signal
const says = (name: string) => answers(200, fixture('replicate', name, server.url))
const ticket = { requestId: 'pred1', statusUrl: `${server.url}/predictions/pred1`, cancelUrl: `${server.url}/predictions/pred1/cancel` } // prettier-ignore

describe('a prediction', () => {
  it('is asked for by the model’s name, or by a version, and says where it stands', async () => {
    server.does(says('starting'))
    expect(await replicate.submit(request, sendingAt())).toEqual({ is: 'accepted', ticket })
    expect(server.seen[0]!.path).toBe('/models/black-forest-labs/flux-schnell/predictions')
    expect(JSON.parse(server.seen[0]!.body.toString())).toEqual({
      input: { prompt: 'A pier at dusk.', input_image: `https://v3.fal.media/files/${'a'.repeat(64)}.png` },
      webhook: sendingAt().callbackUrl,
      webhook_events_filter: ['completed'],
    })
    await replicate.submit({ ...request, version: 'c'.repeat(64) }, sendingAt({ callbackUrl: null }))
    expect(server.seen[1]!.path).toBe('/predictions')
    expect(JSON.parse(server.seen[1]!.body.toString())).toMatchObject({ version: 'c'.repeat(64) })
  })

  it('goes from waiting to working to made, and going backwards does no harm', async () => {
    const seen: string[] = []
    for (const name of ['starting', 'processing', 'succeeded', 'processing']) {
      server.does(says(name))
      const standing = await replicate.check(ticket, signal)
      seen.push(standing.is === 'open' ? `open ${String(standing.running)}` : standing.is)
    }
    expect(seen).toEqual(['open false', 'open true', 'answered', 'open true'])
    server.does(says('succeeded'))
    expect(await replicate.check({ requestId: 'pred1' }, signal)).toMatchObject({
      answer: {
        media: [{ kind: 'picture', url: 'https://replicate.delivery/xezq/out-0.webp' }],
        usage: { compute_seconds: 0.52 },
        text: null,
      },
    })
    server.does(says('words'))
    expect(await replicate.check(ticket, signal)).toMatchObject({ answer: { media: [], text: 'A pier.' } })
  })

  it('fails, is stopped, or is thrown away after its hour', async () => {
    server.does(says('failed'))
    expect(await replicate.check(ticket, signal)).toMatchObject({
      is: 'failed',
      billed: null,
      error: { class: 'policy' },
    })
    server.does(says('removed'))
    expect(await replicate.check(ticket, signal)).toMatchObject({ is: 'gone', error: { class: 'expired' } })
    for (const status of ['canceled', 'aborted']) {
      server.does(answers(200, { ...fixture('replicate', 'starting', server.url), status }))
      expect(await replicate.check(ticket, signal)).toEqual({ is: 'cancelled' })
      expect(await replicate.cancel(ticket, signal)).toBe('cancelled')
    }
    for (const doing of [
      drops,
      answers(500, {}),
      answers(200, { ...fixture('replicate', 'succeeded'), id: 'pred2' }),
    ]) {
      server.does(doing)
      expect((await replicate.check(ticket, signal)).is).toBe('untold')
    }
  })

  it('goes with our key to no other host', async () => {
    server.does(says('processing'))
    await replicate.check({ ...ticket, statusUrl: 'https://evil.example/predictions/pred1' }, signal)
    expect(server.seen.map(({ path }) => path)).toEqual(['/predictions/pred1'])
  })

  it('is refused without credit, with its words', async () => {
    server.does(answers(402, fixture('replicate', 'noCredit')))
    expect(await replicate.submit(request, sendingAt())).toMatchObject({ is: 'refused', error: { class: 'billing', message: 'You have insufficient credit to run this model.' } }) // prettier-ignore
  })

  it('whose answer was lost is found by what was sent, while its input is still there', async () => {
    const search = { endpoint: request.endpoint, since: new Date('2026-11-21T19:00:00Z'), isOurs: (body: object) => 'prompt' in body } // prettier-ignore
    server.does(says('list'))
    expect(await replicate.find!(search, signal)).toEqual({ requestId: 'pred1' })
    expect(await replicate.find!({ ...search, isOurs: () => false }, signal)).toBe('none')
    expect(await replicate.find!({ ...search, endpoint: 'other/model' }, signal)).toBe('none')
    expect(await replicate.find!({ ...search, since: new Date('2026-11-22T00:00:00Z') }, signal)).toBe('none')
    server.does(answers(200, { results: [fixture('replicate', 'removed')] }))
    expect(await replicate.find!(search, signal)).toBe('cannotTell')
    server.does(drops)
    expect(await replicate.find!(search, signal)).toBe('cannotTell')
  })

  it('gets its pictures from Replicate’s own storage', async () => {
    const path = join(folder, 'mara.png')
    writeFileSync(path, 'a picture')
    server.does(answers(201, { id: 'f1', urls: { get: 'https://api.replicate.com/v1/files/f1' }, expires_at: '2026-11-22T20:00:00Z' })) // prettier-ignore
    const file = { path, mime: 'image/png', bytes: 9, sha256: 'a'.repeat(64) }
    expect(await replicate.putFile!(file, signal)).toEqual({
      address: 'https://api.replicate.com/v1/files/f1',
      until: new Date('2026-11-22T20:00:00Z'),
    })
    expect(server.seen[0]!.body.toString()).toContain('a picture')
    server.does(answers(500, {}))
    await expect(replicate.putFile!(file, signal)).rejects.toMatchObject({ code: 'PROVIDER_FILE_NOT_PUT' })
  })
})

describe('a callback of Replicate', () => {
  const now = new Date('2026-11-21T20:00:00Z')
  const raw = Buffer.from(JSON.stringify(fixture('replicate', 'succeeded')))
  const signed = (bytes: Buffer, at = now.getTime() / 1000) => ({
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(at),
    'webhook-signature': `v1,${createHmac('sha256', 'a secret')
      .update(`msg_1.${String(at)}.`)
      .update(bytes)
      .digest('base64')}`,
  })

  it('brings the result, the same by every delivery, and is nobody’s when 27 hours old or changed', async () => {
    const read = (headers: Record<string, string>, bytes = raw) => replicate.readCallback!({ raw: bytes, headers, now }, signal) // prettier-ignore
    expect(await read(signed(raw))).toMatchObject({ requestId: 'pred1', dedupeKey: 'msg_1', standing: { is: 'answered' } }) // prettier-ignore
    expect(await read(signed(raw, now.getTime() / 1000 - 27 * 3600))).toBeNull()
    expect(await read(signed(raw), Buffer.from(raw.toString().replace('out-0', 'out-1')))).toBeNull()
    for (const odd of ['', '[]', '{"id":"x"}', '{"status":"succeeded"}'])
      expect(await read(signed(Buffer.from(odd)), Buffer.from(odd))).toBeNull()
  })
})
