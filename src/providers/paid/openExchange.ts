import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import { Readable } from 'node:stream'

export type Exchange = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  url: string | URL
  headers: Record<string, string>
  body?: string | Buffer | Readable
  signal: AbortSignal
  /** How a name is resolved; the system's own way without it. */
  lookup?: LookupFunction
  /** The longest silence of a connection that stands, milliseconds. */
  silenceMs?: number
}

export type Opened = {
  /** Its head has come, its body is still to be read. Rejects when no answer comes. */
  answer: Promise<IncomingMessage>
  /** Whether the connection stood, with TLS where it is https: before that not one byte of the request is sent. */
  wasUp: () => boolean
  close: () => void
}

const connectMs = 10_000

/**
 * Begins one exchange over a connection of its own. By Node's own client: it sends a request once, over a fresh
 * connection, and never again by itself. (undici 7 ends the whole process when a server closes a connection whose
 * answer is read slowly: its issue 5360.)
 */
export const openExchange = (asked: Exchange): Opened => {
  const url = new URL(asked.url)
  const isSafe = url.protocol === 'https:'
  const begun = (isSafe ? httpsRequest : httpRequest)(url, {
    method: asked.method,
    headers: { 'accept-encoding': 'identity', ...lengthOf(asked.body), ...asked.headers },
    agent: false,
    signal: asked.signal,
    ...(asked.lookup ? { lookup: asked.lookup } : {}),
  })
  let up = false
  const slow = setTimeout(() => begun.destroy(new Error(`It took no connection within ${connectMs / 1000} s.`)), connectMs) // prettier-ignore
  begun.once('socket', (socket) => {
    socket.once(isSafe ? 'secureConnect' : 'connect', () => {
      up = true
      clearTimeout(slow)
    })
  })
  if (asked.silenceMs !== undefined)
    begun.setTimeout(asked.silenceMs, () => begun.destroy(new Error('It fell silent in the middle.')))
  const answer = new Promise<IncomingMessage>((done, fail) => {
    begun.once('response', (response) => {
      response.on('error', () => undefined) // whoever reads it is told; nobody may be reading
      done(response)
    })
    begun.on('error', fail)
    begun.once('close', () => {
      clearTimeout(slow)
      fail(new Error('It closed the connection without an answer.'))
    })
  })
  send(begun, asked.body)
  return { answer, wasUp: () => up, close: () => begun.destroy() }
}

/** A body with its length; a stream's length is in the headers of whoever sends it. */
const lengthOf = (body: Exchange['body']): Record<string, string> =>
  body === undefined || body instanceof Readable ? {} : { 'content-length': String(Buffer.byteLength(body)) }

const send = (begun: ReturnType<typeof httpRequest>, body: Exchange['body']) => {
  if (!(body instanceof Readable)) {
    begun.end(body)
    return
  }
  body.once('error', (error) => begun.destroy(error))
  begun.once('close', () => body.destroy())
  body.pipe(begun)
}
