import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { openExchange, type Exchange } from './openExchange'
import { wordsOf } from './wordsOf'

export type Shot = Omit<Exchange, 'headers' | 'silenceMs' | 'url'> & {
  url: string
  headers?: Record<string, string>
  /** For the whole exchange, milliseconds. */
  withinMs?: number
  /** The most it may answer. */
  answerBytesMost?: number
}

/** `unreachable`: not one byte of the request was sent. `noAnswer`: it was sent, and nobody can say what became of it. */
export type ShotEnd =
  | { is: 'answered'; status: number; headers: Record<string, string>; bytes: Buffer }
  | { is: 'unreachable'; why: string }
  | { is: 'noAnswer'; why: string }

const usual = { withinMs: 30_000, answerBytesMost: 20_000_000 } as const

/**
 * Exactly one exchange over a connection of its own: no second try, no connection that was used before, no redirect
 * followed. Never throws for what the other side does.
 */
export const singleShot = async (shot: Shot): Promise<ShotEnd> => {
  if (shot.signal.aborted) {
    if (shot.body instanceof Readable) shot.body.destroy()
    return { is: 'unreachable', why: 'It was stopped before anything was sent.' }
  }
  const { withinMs = usual.withinMs, answerBytesMost = usual.answerBytesMost, ...asked } = shot
  const late = AbortSignal.timeout(withinMs)
  const opened = openExchange({ ...asked, headers: shot.headers ?? {}, signal: AbortSignal.any([shot.signal, late]) })
  try {
    const answer = await opened.answer
    const bytes = await readAtMost(answer, answerBytesMost)
    return { is: 'answered', status: answer.statusCode ?? 0, headers: plainHeaders(answer), bytes }
  } catch (error) {
    const why = late.aborted ? `It did not answer within ${String(withinMs / 1000)} s.` : wordsOf(error)
    return { is: opened.wasUp() ? 'noAnswer' : 'unreachable', why }
  } finally {
    opened.close()
  }
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

/** Every header once, the first where it came more often. */
export const plainHeaders = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? (value[0] ?? '') : value]],
    ),
  )
