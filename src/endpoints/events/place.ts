import { createHash } from 'node:crypto'
import { StudioError } from '@/domain/errors/StudioError'

/** How far a stream of several runs was told: the last seq of each run, and the moment of the last alert (ms since 1970). */
export type Place = { seqs: number[]; alertsAt: number }

const streamOf = (runIds: readonly string[]): string =>
  createHash('sha256').update(runIds.join()).digest('base64url').slice(0, 10)

/** The opaque `id:` of GET /api/events; it fits a stream of the same runs only. */
export const placeToken = (runIds: readonly string[]): ((place: Place) => string) => {
  const stream = streamOf(runIds)
  return ({ seqs, alertsAt }) =>
    Buffer.from(`${stream}:${alertsAt.toString(36)}:${seqs.map((seq) => seq.toString(36)).join('.')}`).toString(
      'base64url',
    )
}

const shape = /^([\w-]{10}):([0-9a-z]{1,11}):((?:[0-9a-z]{1,8}(?:\.[0-9a-z]{1,8})*)?)$/

/** What a Last-Event-ID says. Fails: LAST_EVENT_REFUSED when it is no token of a stream of these runs. */
export const readPlace = (token: string, runIds: readonly string[]): Place => {
  const [, stream, alertsAt = '0', list = ''] = shape.exec(Buffer.from(token, 'base64url').toString()) ?? []
  const seqs = list === '' ? [] : list.split('.').map((seq) => parseInt(seq, 36))
  if (stream !== streamOf(runIds) || seqs.length !== runIds.length)
    throw lastRefused('it belongs to no stream of these runs')
  return { seqs, alertsAt: parseInt(alertsAt, 36) }
}

export const lastRefused = (why: string): StudioError =>
  new StudioError({
    code: 'LAST_EVENT_REFUSED',
    what: 'The events cannot be followed.',
    why: `Last-Event-ID is not the id of an event of this stream: ${why}.`,
    fix: 'Send the id of the last event you had of this very address, or leave it out.',
    field: 'Last-Event-ID',
  })
