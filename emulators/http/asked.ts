import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** One request as it came over the wire. `path` is what stands below the host's prefix, without the query. */
export type Asked = {
  method: string
  path: string
  query: URLSearchParams
  headers: Readonly<Record<string, string>>
  body: Buffer
  /** sha256 of the raw body, hex. */
  bodyHash: string
}

/** The most a request may carry: reference films are uploaded in one piece up to 90 MiB. */
const bodyLimit = 128 * 1024 * 1024

/** Reads a whole request. Fails when the client breaks off or sends more than any of the providers takes. */
export const readAsked = async (request: IncomingMessage): Promise<Asked> => {
  const url = new URL(request.url ?? '/', 'http://here')
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length
    if (bytes > bodyLimit) throw new Error('The request is larger than any provider takes')
    pieces.push(piece)
  }
  const body = Buffer.concat(pieces)
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : (value ?? ''),
      ]),
    ),
    body,
    bodyHash: createHash('sha256').update(body).digest('hex'),
  }
}

/** The body as JSON, or undefined when it is none. */
export const jsonOf = (asked: Asked): unknown => {
  try {
    return JSON.parse(asked.body.toString('utf8')) as unknown
  } catch {
    return undefined
  }
}

/** A multipart or urlencoded body; null when it cannot be read as one. */
export const formOf = async (asked: Asked): Promise<FormData | null> => {
  const type = asked.headers['content-type'] ?? ''
  try {
    return await new Response(new Uint8Array(asked.body), { headers: { 'content-type': type } }).formData()
  } catch {
    return null
  }
}
