import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export type Seen = { method: string; path: string; headers: IncomingMessage['headers']; body: Buffer }
/** What the server does about one request. */
export type Doing = (seen: Seen, res: ServerResponse) => void | Promise<void>

/** A server on this machine that does what the test says, and remembers every request. */
export const openProviderServer = async () => {
  const seen: Seen[] = []
  let doing: Doing = answers(404, {})
  const server = createServer((req, res) => {
    // a studio of an earlier test in this process numbers answers of all servers
    res.removeHeader('X-Request-Id')
    const parts: Buffer[] = []
    req.on('error', () => undefined)
    req.on('data', (part: Buffer) => parts.push(part))
    req.on('end', () => {
      const one = { method: req.method!, path: req.url!, headers: req.headers, body: Buffer.concat(parts) }
      seen.push(one)
      void doing(one, res)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    seen,
    posts: () => seen.filter(({ method }) => method === 'POST'),
    does: (next: Doing) => {
      doing = next
      seen.length = 0
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
export type ProviderServer = Awaited<ReturnType<typeof openProviderServer>>

/** Answers JSON, or text as it is. */
export const answers =
  (status: number, body: unknown, headers: Record<string, string> = {}): Doing =>
  (_seen, res) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    res.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text)
  }

/** By method and path; the longest that fits wins, the rest is 404. */
export const routes =
  (table: Record<string, Doing>): Doing =>
  (seen, res) => {
    const asked = `${seen.method} ${seen.path}`
    const [fits] = Object.keys(table)
      .filter((key) => asked.startsWith(key))
      .sort((a, b) => b.length - a.length)
    return (fits === undefined ? answers(404, { detail: 'not there' }) : table[fits]!)(seen, res)
  }

export const drops: Doing = (_seen, res) => void res.destroy()
/** Headers and half of the answer, then nothing more. */
export const breaksOff: Doing = (_seen, res) => {
  res.writeHead(200, { 'content-type': 'application/json', 'content-length': '4000' })
  res.write('{"request_id":')
  setTimeout(() => res.destroy(), 20)
}
export const silent: Doing = () => undefined

/** 200 MB of JSON, as fast as it is taken. */
export const endless: Doing = (_seen, res) => endlessly(res, 'application/json')

export const endlessly = async (res: ServerResponse, mime: string): Promise<void> => {
  res.writeHead(200, { 'content-type': mime })
  const piece = Buffer.alloc(1_000_000, 97)
  const pieces = function* () {
    yield '{"a":"'
    for (let sent = 0; sent < 200; sent++) yield piece
    yield '"}'
  }
  await pipeline(Readable.from(pieces()), res).catch(() => undefined) // who asked had enough
}
