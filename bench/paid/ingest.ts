import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Worker } from 'node:worker_threads'
import { ulid } from 'ulid'
import type { CallbackReader } from '@/endpoints/webhooks/webhooks'
import { controlDb } from '@/stores/controlDb'
import { outboxStore } from '@/stores/outboxStore'
import { openPaidStores } from '@/stores/paid/openPaidStores'
import { callbackReader } from '@/studio/callbackReader'
import { openTestStudio } from '../../tests/collections/openTestStudio'
import { median, quantile, rounded } from '../meter'

type Call = { path: string; headers: Record<string, string>; body: string }
type Took = { took: number[]; seconds: number }
type Handle = (call: Call) => Promise<Response>

export type Ingest = {
  ours: number[]
  verifyOnly: number[]
  rawInsert: number[]
  ratio: number
  steady: { perSecond: number; p99: number; lost: number }
  flood: { perSecond: number; lost: number; answeredPerSecond: number }
}

/** A server over one handler: the same reading of the request and the same sending of the answer for all three. */
const serve = async (handle: Handle): Promise<{ port: number; server: Server }> => {
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const body = Buffer.concat(pieces).toString()
      void handle({ path: request.url ?? '', headers: request.headers as Record<string, string>, body }).then(
        async (answer) => response.writeHead(answer.status).end(await answer.text()),
      )
    })
  })
  server.keepAliveTimeout = 120_000 // a machine that is busy elsewhere loses no connection over it
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { port: (server.address() as AddressInfo).port, server }
}

/** fal, as far as its callbacks go: a key, and who asks for it is told. */
const signer = async () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const keys = await serve(() => Promise.resolve(Response.json({ keys: [publicKey.export({ format: 'jwk' })] })))
  const headersOf = (body: string): Record<string, string> => {
    const time = String(Math.floor(Date.now() / 1000))
    const [id, user] = [ulid(), 'bench']
    const digest = createHash('sha256').update(body).digest('hex')
    const signature = sign(null, Buffer.from([id, user, time, digest].join('\n')), privateKey).toString('hex')
    return {
      'content-type': 'application/json', 'x-fal-webhook-request-id': id, 'x-fal-webhook-user-id': user,
      'x-fal-webhook-timestamp': time, 'x-fal-webhook-signature': signature,
    } // prettier-ignore
  }
  return { url: `http://127.0.0.1:${String(keys.port)}`, headersOf, server: keys.server }
}

/** Callbacks over HTTP into the inbox, against the same server that only checks them, and that only inserts them. */
export const measureIngest = async ({ batch, rounds }: { batch: number; rounds: number }): Promise<Ingest> => {
  const fal = await signer()
  const reader = callbackReader({ FAL_KEY: 'bench', FAL_JWKS_URL: fal.url })
  const studio = await openTestStudio({ custom: { readCallback: reader satisfies CallbackReader } })
  const control = controlDb(studio.payload)
  const { tokens } = openPaidStores(control, { outbox: outboxStore(control), secret: 'a secret of the tests' })
  const raws = control.db.collection<{ _id: string; raw: Buffer }>('raw_callbacks', { writeConcern: { w: 'majority' } })
  const callOf = (): Call => {
    const images = [{ url: `https://files.example/${ulid()}.png`, content_type: 'image/png' }]
    const body = JSON.stringify({ request_id: ulid(), gateway_request_id: ulid(), status: 'OK', payload: { images } })
    const query = tokens.query({ key: randomBytes(32).toString('hex'), attempt: ulid() })
    return { path: `/api/webhooks/fal?${query}`, headers: fal.headersOf(body), body }
  }
  const servers = await Promise.all([
    serve(({ path, headers, body }) => studio.response(`POST ${path}`, headers, body)),
    serve(async ({ headers, body }) => {
      const read = await reader('fal', { raw: Buffer.from(body), headers, now: new Date() })
      return Response.json({ taken: true }, { status: read ? 200 : 401 })
    }),
    serve(async ({ body }) => {
      await raws.insertOne({ _id: ulid(), raw: Buffer.from(body) })
      return Response.json({ taken: true })
    }),
  ])
  const thread = new Worker(new URL('./sender.mjs', import.meta.url))
  const send = (port: number, count: number, perSecond = 0): Promise<Took> =>
    new Promise((resolve) => {
      thread.once('message', resolve)
      thread.postMessage({ port, perSecond, calls: Array.from({ length: count }, callOf) })
    })
  const speeds = servers.map((): number[] => [])
  for (let round = -1; round < rounds; round++)
    for (const [i, { port }] of servers.entries()) {
      const { took, seconds } = await send(port, batch)
      if (took.some(Number.isNaN)) throw new Error('a callback was refused')
      if (round >= 0) speeds[i]?.push(rounded(batch / seconds, 0)) // the first warms up
    }
  const [ours = [], verifyOnly = [], rawInsert = []] = speeds
  const ratio = median(ours.map((speed, i) => speed / Math.min(verifyOnly[i] ?? 0, rawInsert[i] ?? 0)))
  const inbox = control.db.collection('inbox')
  const kept = async (count: number, perSecond: number) => {
    const before = await inbox.countDocuments()
    const { took, seconds } = await send(servers[0]?.port ?? 0, count, perSecond)
    const lost = count - ((await inbox.countDocuments()) - before)
    return { took, seconds, lost: Math.max(lost, took.filter(Number.isNaN).length) }
  }
  const steady = await kept(1500, 300)
  const flood = await kept(10_000, 2000)
  await thread.terminate()
  for (const { server } of [...servers, fal]) {
    server.close()
    server.closeAllConnections()
  }
  await studio.close()
  return {
    ours, verifyOnly, rawInsert, ratio: rounded(ratio),
    steady: { perSecond: 300, p99: rounded(quantile(steady.took, 0.99), 0), lost: steady.lost },
    flood: { perSecond: 2000, lost: flood.lost, answeredPerSecond: rounded(10_000 / flood.seconds, 0) },
  } // prettier-ignore
}
