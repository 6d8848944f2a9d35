import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Payload, PayloadRequest } from 'payload'
import { door } from '../door/door'
import { inProcess } from '../asked/inProcess'
import { answerShare } from '../review/share/shareDesk'
import { callbackBytesMax, webhooks } from './webhooks'

/** Where callbacks have a door of their own; `payload.config.ts` puts it into `custom.callbacks`. */
export type CallbackPlace = { host: string; port: number }

const limits = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5000, maxHeaderSize: 16_384 }
const handlers = new Map(webhooks.map(({ path, handler }) => [`/api${path}`, handler]))

/**
 * A server that answers POST /api/webhooks/… and what share links open, by the routes of the studio, and nothing else:
 * a tunnel that leads here leads to nothing but callbacks and what was shared. `port` 0: any free one. Fails as listening does (EADDRINUSE …).
 */
export const callbackServer = (payload: Payload, { host, port }: CallbackPlace): Promise<Server> => {
  const house = { config: payload.config, payload: () => Promise.resolve(payload) }
  const open = door(house, (request) => answerOf(payload, request))
  const take = async (incoming: IncomingMessage, out: ServerResponse): Promise<void> => {
    try {
      await send(await open(requestOf(incoming)), incoming, out)
    } catch {
      out.destroy() // whoever called is gone, or sent what is no HTTP
    }
  }
  const server = createServer(limits, (incoming, out) => {
    const refusal = refusalOf(incoming)
    if (refusal === null) void take(incoming, out)
    else refuse(refusal, out)
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: host.replace(/^\[|\]$/g, ''), port }, () => resolve(server))
  })
}

/** Once for each process. That it cannot listen is told in the log: providers are asked in any case. */
export const openCallbackServer = (payload: Payload): void => {
  const place = payload.config.custom['callbacks'] as CallbackPlace | undefined
  if (!place) return
  inProcess('callbackServer', () => {
    callbackServer(payload, place).then(
      (server) => {
        server.unref() // whoever runs the web part says how long it lives
        payload.logger.info({ port: place.port }, 'callbacks are taken')
      },
      (error: unknown) =>
        payload.logger.error({ err: error, port: place.port }, 'callbacks cannot be taken: providers are only asked'),
    )
    return place
  })
}

const pathOf = ({ url = '/' }: IncomingMessage): string => url.split('?')[0] ?? '/'

const isShared = (incoming: IncomingMessage): boolean =>
  ['GET', 'HEAD', 'POST'].includes(incoming.method ?? '') && pathOf(incoming).startsWith('/share/')

/** What is refused before a byte of its body is read. */
const refusalOf = (incoming: IncomingMessage): 404 | 413 | null => {
  if (isShared(incoming)) return null
  if (incoming.method !== 'POST' || !handlers.has(pathOf(incoming))) return 404
  return Number(incoming.headers['content-length'] ?? 0) > callbackBytesMax ? 413 : null
}

const refusals = {
  404: { code: 'ROUTE_UNKNOWN', message: 'Only callbacks of providers and share links are answered here.' },
  413: { code: 'BODY_TOO_LARGE', message: 'The callback is too large; its result is asked for instead.' },
}

const refuse = (status: 404 | 413, out: ServerResponse): void => {
  const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', Connection: 'close' }
  out.writeHead(status, headers).end(JSON.stringify({ errors: [refusals[status]] }))
}

/** The bytes as they come; nothing of them is read here. The address is the socket's, whatever is claimed. */
const requestOf = (incoming: IncomingMessage): Request => {
  const { method = 'GET', socket } = incoming
  const headers = Object.entries(incoming.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as [string, string]] : []))
  const body = method === 'POST' ? { body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>, duplex: 'half' } : {}
  const request = new Request(`http://callbacks${incoming.url ?? '/'}`, { method, headers, ...body })
  request.headers.set('x-backlot-address', socket.remoteAddress ?? '')
  return request
} // prettier-ignore

/** A callback needs no user, language or loader of a request as Payload makes it, and many may come at once. */
const answerOf = async (payload: Payload, request: Request): Promise<Response> => {
  const { url, method, headers, body } = request
  const { pathname, searchParams } = new URL(url)
  const shared = pathname.startsWith('/share/') ? await answerShare(payload, request) : null
  if (shared) return shared
  const asked = { payload, url, method, headers, body, searchParams }
  const handler = handlers.get(pathname)
  return handler ? handler(asked as unknown as PayloadRequest) : new Response(null, { status: 404 })
}

const send = async (answer: Response, incoming: IncomingMessage, out: ServerResponse): Promise<void> => {
  // what was refused unread is not read on
  if (!incoming.complete) out.setHeader('Connection', 'close')
  out.writeHead(answer.status, Object.fromEntries(answer.headers))
  if (answer.body) await pipeline(Readable.fromWeb(answer.body as never), out)
  else out.end()
}
