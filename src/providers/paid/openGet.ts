import type { Readable } from 'node:stream'
import { Client } from 'undici'
import { publicConnect, type Reach } from './publicConnect'

export type Got = {
  status: number
  headers: Record<string, string | undefined>
  body: Readable
  close: () => Promise<void>
}

/** The longest silence, milliseconds. */
const silenceMs = 30_000

/** One GET over a connection of its own, to a public address; the body is still to be read, and `close` to be called. */
export const openGet = async (url: URL, at: Reach & { signal: AbortSignal }): Promise<Got> => {
  const client = new Client(url.origin, {
    connect: publicConnect(at),
    pipelining: 0,
    headersTimeout: silenceMs,
    bodyTimeout: silenceMs,
  })
  const close = () => client.destroy().catch(() => undefined)
  try {
    const { statusCode, headers, body } = await client.request({
      method: 'GET',
      path: `${url.pathname}${url.search}`,
      headers: { 'accept-encoding': 'identity' },
      signal: at.signal,
    })
    body.on('error', () => undefined) // whoever reads it is told; nobody may be reading
    return { status: statusCode, headers: plain(headers), body, close }
  } catch (error) {
    await close()
    throw error
  }
}

const plain = (headers: Record<string, string | string[] | undefined>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]))
