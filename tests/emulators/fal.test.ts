import { createHash, createPublicKey, verify } from 'node:crypto'
import { createFalClient } from '@fal-ai/client'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startEmulators, type Emulators } from '../../emulators/startEmulators'
import { catchCallbacks, until, type Caught } from './catchCallbacks'

let emulators: Emulators
beforeAll(async () => {
  emulators = await startEmulators({ speed: 400 })
})
afterAll(() => emulators.close())

const hosts: Record<string, string> = {
  'queue.fal.run': '/fal/queue',
  'fal.run': '/fal/run',
  'rest.fal.ai': '/fal/rest',
  'rest.alpha.fal.ai': '/fal/rest',
}

/** fal's own client, its hosts led to the emulators: what a gateway does. */
const fal = (credentials = emulators.env['FAL_KEY']!) =>
  createFalClient({
    credentials,
    fetch: ((input: string | URL, init?: RequestInit) => {
      const url = new URL(input)
      const prefix = hosts[url.hostname]
      return fetch(prefix === undefined ? url : `${emulators.url}${prefix}${url.pathname}${url.search}`, init)
    }) as typeof fetch,
  })

/** The check that fal's documents ask of a receiver. */
const signedByFal = async ({ headers, body }: Caught) => {
  const { keys } = (await (await fetch(emulators.env['FAL_JWKS_URL']!)).json()) as { keys: { x: string }[] }
  const hash = createHash('sha256').update(body).digest('hex')
  const names = ['request-id', 'user-id', 'timestamp']
  const message = [...names.map((name) => headers[`x-fal-webhook-${name}`]), hash].join('\n')
  return keys.some((key) => {
    const jwk = { ...key, x: key.x.replace(/=+$/, '') }
    const signature = Buffer.from(headers['x-fal-webhook-signature']!, 'hex')
    return verify(null, Buffer.from(message), createPublicKey({ key: jwk, format: 'jwk' }), signature)
  })
}

describe('the emulated fal', () => {
  it('takes a picture, tells of it by a signed callback, and serves it in the size that was asked', async () => {
    const callbacks = await catchCallbacks()
    const { request_id, status_url, response_url } = await fal().queue.submit('fal-ai/nano-banana', {
      input: { prompt: 'A lighthouse at dusk', aspect_ratio: '16:9' },
      webhookUrl: `${callbacks.url}/api/webhooks/fal?a=attempt-1&t=token`,
    })
    expect(status_url).toBe(`${emulators.env['FAL_QUEUE_URL']}/fal-ai/nano-banana/requests/${request_id}/status`)
    await callbacks.next(1)
    const [callback] = callbacks.caught
    expect(await signedByFal(callback!)).toBe(true)
    expect(callback!.path).toBe('/api/webhooks/fal?a=attempt-1&t=token')
    expect(JSON.parse(callback!.body)).toMatchObject({ request_id, status: 'OK' })

    const { data, requestId } = await fal().queue.result('fal-ai/nano-banana', { requestId: request_id })
    expect(requestId).toBe(request_id)
    const [picture] = (data as { images: { url: string; width: number }[] }).images
    const bytes = Buffer.from(await (await fetch(picture!.url)).arrayBuffer())
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 1344, height: 768 })

    const result = await fetch(response_url, { headers: { authorization: `Key ${emulators.env['FAL_KEY']}` } })
    expect(result.headers.get('x-fal-billable-units')).toBe('1')
    expect(emulators.ledger().find(({ requestId: id }) => id === request_id)).toMatchObject({
      endpoint: 'fal-ai/nano-banana',
      nanodollars: 39_800_000,
      state: 'billed',
      token: { a: 'attempt-1', t: 'token' },
    })
    callbacks.close()
  })

  it('completes a wrong input with 422, naming every field, and bills nothing', async () => {
    const { request_id } = await fal().queue.submit('fal-ai/nano-banana', {
      input: { image_size: 'square', num_images: 9 } as never,
    })
    await until(
      async () => (await fal().queue.status('fal-ai/nano-banana', { requestId: request_id })).status === 'COMPLETED',
    )
    const refused = await fal()
      .queue.result('fal-ai/nano-banana', { requestId: request_id })
      .catch((error: unknown) => error as { status: number; body: { detail: { loc: string[]; type: string }[] } })
    const { status, body } = refused as { status: number; body: { detail: { loc: string[]; type: string }[] } }
    expect(status).toBe(422)
    expect(body.detail.map(({ loc, type }) => [loc.at(-1), type])).toEqual(
      expect.arrayContaining([
        ['prompt', 'missing'],
        ['image_size', 'extra_forbidden'],
        ['num_images', 'less_than_equal'],
      ]),
    )
    expect(emulators.ledger().find(({ requestId: id }) => id === request_id)).toMatchObject({
      nanodollars: 0,
      state: 'free',
    })
  })

  it('lets nobody in with a wrong key', async () => {
    await expect(fal('wrong').queue.submit('fal-ai/nano-banana', { input: { prompt: 'x' } })).rejects.toMatchObject({
      status: 401,
    })
  })
})
