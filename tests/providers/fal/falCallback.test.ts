import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { falProvider } from '@/providers/fal/falProvider'
import { StudioError } from '@/domain/errors/StudioError'
import { fixture } from '../../contracts/fixture'
import { answers, drops, openProviderServer } from '../../contracts/providerServer'

const server = await openProviderServer()
afterAll(() => server.close())

const signal = new AbortController().signal
const now = new Date('2026-11-21T20:00:00Z')
const pair = () => generateKeyPairSync('ed25519')
const jwk = (key: KeyObject) => ({ ...key.export({ format: 'jwk' }), kid: 'k' })
const theirs = pair()
const other = pair()

/** As fal signs: three headers and the hash of the bytes, joined by newlines. */
const signed = (raw: Buffer, { key = theirs.privateKey, at = now.getTime() / 1000 } = {}) => {
  const digest = createHash('sha256').update(raw).digest('hex')
  const message = ['wh-1', 'user-1', String(at), digest].join('\n')
  return {
    'x-fal-webhook-request-id': 'wh-1',
    'x-fal-webhook-user-id': 'user-1',
    'x-fal-webhook-timestamp': String(at),
    'x-fal-webhook-signature': sign(null, Buffer.from(message), key).toString('hex'),
  }
}
const body = (name: string) => Buffer.from(JSON.stringify(fixture('fal', name)))
const open = () => falProvider({ key: 'k:s', jwksUrl: `${server.url}/jwks.json` })
const padded = (key: KeyObject) => ({ ...jwk(key), x: `${jwk(key).x!}=` })

beforeEach(() => server.does(answers(200, { keys: [{ kty: 'RSA', n: 'x' }, jwk(other.publicKey), padded(theirs.publicKey)] }))) // prettier-ignore

describe('a callback of fal', () => {
  it('is read when it is signed with any of its keys, padded or not', async () => {
    const raw = body('webhookOk')
    const callback = await open().readCallback!({ raw, headers: signed(raw), now }, signal)
    expect(callback).toMatchObject({
      requestId: 'req-1',
      dedupeKey: 'req-1:OK',
      standing: { is: 'answered', answer: { media: [{ kind: 'picture' }] } },
    })
  })

  it('tells the same news by the same name, also after fal tried again inside', async () => {
    const fal = open()
    const raw = body('webhookError')
    const again = Buffer.from(raw.toString().replace('gw-2', 'gw-3'))
    const first = await fal.readCallback!({ raw, headers: signed(raw), now }, signal)
    const second = await fal.readCallback!({ raw: again, headers: signed(again), now }, signal)
    expect(first).toMatchObject({
      standing: { is: 'failed', billed: null, error: { class: 'validation', status: 422 } },
    })
    expect(second!.dedupeKey).toBe(first!.dedupeKey)
  })

  it('says that it was cancelled', async () => {
    const raw = Buffer.from(JSON.stringify({ request_id: 'req-1', status: 'ERROR', error: 'Request was cancelled', payload: null })) // prettier-ignore
    const callback = await open().readCallback!({ raw, headers: signed(raw), now }, signal)
    expect(callback!.standing).toEqual({ is: 'cancelled' })
  })

  it('sends us to ask when it could not hold the result', async () => {
    const raw = body('webhookNoPayload')
    const callback = await open().readCallback!({ raw, headers: signed(raw), now }, signal)
    expect(callback!.standing).toEqual({ is: 'open', running: false })
    const odd = Buffer.from(JSON.stringify({ request_id: 'req-1', status: 'OK', payload: { images: { 0: 1 } } }))
    const second = await open().readCallback!({ raw: odd, headers: signed(odd), now }, signal)
    expect(second!.standing).toEqual({ is: 'open', running: false })
    expect(open().ticketOf!({ endpoint: 'fal-ai/nano-banana/edit', requestId: 'req-1' }).statusUrl).toBe(
      'https://queue.fal.run/fal-ai/nano-banana/requests/req-1/status',
    )
  })

  it('is nobody’s when it is forged, stale, changed or odd', async () => {
    const fal = open()
    const raw = body('webhookOk')
    const read = (headers: Record<string, string | undefined>, bytes = raw) =>
      fal.readCallback!({ raw: bytes, headers, now }, signal)
    const seconds = now.getTime() / 1000
    const good = signed(raw)
    expect(await read(signed(raw, { key: pair().privateKey }))).toBeNull()
    expect(await read(signed(raw, { at: seconds - 301 }))).toBeNull()
    expect(await read(signed(raw, { at: seconds + 301 }))).toBeNull()
    expect(await read(signed(raw, { at: seconds - 299 }))).not.toBeNull()
    expect(await read(good, Buffer.from(raw.toString().replace('pier', 'quay')))).toBeNull()
    expect(await read({ ...good, 'x-fal-webhook-user-id': 'user-2' })).toBeNull()
    expect(await read({ ...good, 'x-fal-webhook-timestamp': String(seconds + 1) })).toBeNull()
    for (const name of Object.keys(good)) expect(await read({ ...good, [name]: undefined })).toBeNull()
    expect(await read({ ...good, 'x-fal-webhook-signature': 'zz'.repeat(64) })).toBeNull()
    for (const odd of ['', 'null', '[]', '{"status":"OK"}', '{"request_id":"r","status":"LATER"}', '[['.repeat(9999)])
      expect(await read(signed(Buffer.from(odd)), Buffer.from(odd))).toBeNull()
  })

  it('makes us ask for the keys once, and once more when none fits, however often somebody forges', async () => {
    const fal = open()
    const raw = body('webhookOk')
    const forged = signed(raw, { key: pair().privateKey })
    for (let n = 0; n < 5; n++) await fal.readCallback!({ raw, headers: forged, now }, signal)
    expect(server.seen).toHaveLength(1)
    const changed = pair()
    server.does(answers(200, { keys: [jwk(changed.publicKey)] }))
    const later = new Date(now.getTime() + 120_000)
    const headers = signed(raw, { key: changed.privateKey, at: later.getTime() / 1000 })
    expect(await fal.readCallback!({ raw, headers, now: later }, signal)).not.toBeNull()
    expect(server.seen).toHaveLength(1)
  })

  it('is asked for again when the keys cannot be read', async () => {
    server.does(drops)
    const raw = body('webhookOk')
    const fault = await open().readCallback!({ raw, headers: signed(raw), now }, signal).catch(
      (error: unknown) => error,
    )
    expect(fault).toBeInstanceOf(StudioError)
    expect(fault).toMatchObject({ code: 'PROVIDER_KEYS_NOT_READ', retry: 'later' })
  })
})
