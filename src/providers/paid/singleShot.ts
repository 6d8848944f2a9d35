import type { Readable } from 'node:stream'
import { buildConnector, Client } from 'undici'

export type Shot = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  url: string
  headers?: Record<string, string>
  body?: string | Buffer | Readable
  signal: AbortSignal
  /** For the whole exchange, milliseconds. */
  withinMs?: number
  /** The most it may answer. */
  answerBytesMost?: number
  /** How it connects; without it, to wherever the name leads. */
  connect?: buildConnector.connector
}

/** `unreachable`: not one byte of the request was sent. `noAnswer`: it was sent, and nobody can say what became of it. */
export type ShotEnd =
  | { is: 'answered'; status: number; headers: Record<string, string>; bytes: Buffer }
  | { is: 'unreachable'; why: string }
  | { is: 'noAnswer'; why: string }

const usual = { withinMs: 30_000, answerBytesMost: 20_000_000, connectMs: 10_000 } as const

/**
 * Exactly one exchange over a connection of its own: no second try, no connection that was used before, no redirect
 * followed. Never throws for what the other side does.
 */
export const singleShot = async (shot: Shot): Promise<ShotEnd> => {
  if (shot.signal.aborted) return { is: 'unreachable', why: 'It was stopped before anything was sent.' }
  const { origin, pathname, search } = new URL(shot.url)
  const line = oneConnection(shot.connect ?? buildConnector({ timeout: usual.connectMs }))
  const withinMs = shot.withinMs ?? usual.withinMs
  const client = new Client(origin, { connect: line.connect, pipelining: 0, headersTimeout: 0, bodyTimeout: 0 })
  const late = AbortSignal.timeout(withinMs)
  try {
    const answer = await client.request({
      method: shot.method,
      path: `${pathname}${search}`,
      headers: { 'accept-encoding': 'identity', ...shot.headers },
      body: shot.body ?? null,
      signal: AbortSignal.any([shot.signal, late]),
    })
    const bytes = await readAtMost(answer.body, shot.answerBytesMost ?? usual.answerBytesMost)
    return { is: 'answered', status: answer.statusCode, headers: firstOf(answer.headers), bytes }
  } catch (error) {
    const why = late.aborted ? `It did not answer within ${String(withinMs / 1000)} s.` : words(error)
    return { is: line.wasUp() ? 'noAnswer' : 'unreachable', why }
  } finally {
    await client.destroy().catch(() => undefined)
  }
}

/** Connects once; undici would connect again for a request that it had not begun to write. */
const oneConnection = (connect: buildConnector.connector) => {
  let begun = false
  let up = false
  const once: buildConnector.connector = (options, done) => {
    if (begun) {
      done(new Error('The connection was closed before the request.'), null)
      return
    }
    begun = true
    connect(options, (...[error, socket]) => {
      if (error) {
        done(error, null)
        return
      }
      up = true
      done(null, socket)
    })
  }
  return { connect: once, wasUp: () => up }
}

const readAtMost = async (body: AsyncIterable<unknown>, most: number): Promise<Buffer> => {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of body) {
    const piece = part as Buffer
    size += piece.length
    if (size > most) throw new Error(`Its answer is larger than ${String(most / 1e6)} MB.`)
    parts.push(piece)
  }
  return Buffer.concat(parts)
}

const firstOf = (headers: Record<string, string | string[] | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? (value[0] ?? '') : value]],
    ),
  )

const words = (error: unknown): string => {
  if (error instanceof AggregateError && error.errors.length > 0) return words(error.errors[0])
  return error instanceof Error ? error.message || error.name : String(error)
}
