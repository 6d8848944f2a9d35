import type { Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callbackServer } from '@/endpoints/webhooks/callbackServer'
import type { CallbackReader } from '@/endpoints/webhooks/webhooks'
import { controlDb } from '@/stores/controlDb'
import { openTestStudio, type TestStudio } from '../collections/openTestStudio'

let studio: TestStudio
let server: Server
let port: number
const seen: string[] = []

beforeAll(async () => {
  const readCallback: CallbackReader = (_, { raw, headers }) => {
    seen.push(raw.toString('latin1'))
    const isSigned = headers['x-fal-webhook-signature'] === 'good'
    return Promise.resolve(isSigned ? { requestId: 'r1', dedupeKey: `r1:${raw.toString('latin1')}` } : null)
  }
  studio = await openTestStudio({ custom: { readCallback } })
  server = await callbackServer(studio.payload, { host: '127.0.0.1', port: 0 })
  port = (server.address() as AddressInfo).port
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await studio.close()
})

const ask = async (path: string, init: RequestInit = {}) => {
  const answer = await fetch(`http://127.0.0.1:${String(port)}${path}`, init)
  return { status: answer.status, body: (await answer.json()) as { errors?: { code: string }[] } }
}
const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  ask(path, { method: 'POST', body, headers, duplex: 'half' } as RequestInit)

/** What a server answers to bytes as they stand. */
const rawAnswer = (bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    let said = ''
    socket.on('data', (piece) => (said += piece.toString('latin1')))
    socket.on('close', () => resolve(said))
    socket.on('error', reject)
  })

describe('the callbacks’ own listener', () => {
  it('hands the bytes on as they came, keeps a signed callback and refuses others', async () => {
    const body = Buffer.from([0x7b, 0xff, 0x00, 0x0a, 0x7d])
    expect(await post('/api/webhooks/fal', body, { 'x-fal-webhook-signature': 'good' })).toMatchObject({
      status: 200,
      body: { taken: true },
    })
    expect(seen).toEqual([body.toString('latin1')])
    const kept = await controlDb(studio.payload).db.collection('inbox').find().toArray()
    expect(kept).toMatchObject([{ provider: 'fal', requestId: 'r1' }])
    expect(await post('/api/webhooks/fal', '{}')).toMatchObject({
      status: 401,
      body: { errors: [{ code: 'CALLBACK_REFUSED' }] },
    })
  })

  it('answers nothing else of the studio', async () => {
    for (const path of ['/', '/admin', '/api/users/me', '/api/health', '/api/openapi.json', '/api/webhooks', '/api/webhooks/fal/../../users', '//api/webhooks/fal'])
      expect(await ask(path)).toMatchObject({ status: 404 })
    expect(await ask('/api/webhooks/fal')).toMatchObject({ status: 404 })
    expect(await post('/api/projects', '{"title":"x","slug":"x"}')).toMatchObject({ status: 404 })
    expect(await post('/api/graphql', '{"query":"{__typename}"}')).toMatchObject({ status: 404 })
  }) // prettier-ignore

  it('reads no body that is too large, whether its size is said or not', async () => {
    const large = 'POST /api/webhooks/fal HTTP/1.1\r\nHost: x\r\nContent-Length: 50000000\r\n\r\n'
    expect(await rawAnswer(large)).toMatch(/^HTTP\/1\.1 413 /)
    const piece = new Uint8Array(1_000_000)
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull: (out) => (++sent > 50 ? out.close() : out.enqueue(piece)),
    })
    const end = await post('/api/webhooks/fal', endless).catch(() => ({ status: 413 }))
    expect(end.status).toBe(413)
    expect(sent).toBeLessThan(50)
  })

  it('outlives what is no HTTP, a wild Host and a caller that hangs up', async () => {
    await rawAnswer(
      'POST /api/webhooks/fal HTTP/1.1\r\nHost: a b %%%\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}',
    )
    await rawAnswer('HELO\r\n\r\n')
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write('POST /api/webhooks/fal HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n{')
        setTimeout(() => socket.destroy(), 50)
      })
      socket.on('close', () => resolve())
    })
    expect(await post('/api/webhooks/fal', '{}')).toMatchObject({ status: 401 })
  })
})
