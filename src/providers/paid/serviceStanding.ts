import { createHash } from 'node:crypto'
import type { Json, JsonObject } from '@/domain/catalogue/wish'
import type { Callback, Standing } from '../spec/paidProvider'
import { asJson } from './callJson'
import { madeIn } from './madeIn'
import { idOf, numberOf, objectOf, textOf } from './objectOf'
import { told as toldError } from './told'

/** The services declare no list of their states: these are the words that were seen. */
const states: Partial<Record<string, Standing['is'] | 'running'>> = {
  pending: 'open', queued: 'open', submitted: 'open', waiting: 'open',
  running: 'running', processing: 'running', in_progress: 'running', started: 'running',
  completed: 'answered', complete: 'answered', succeeded: 'answered', success: 'answered', done: 'answered',
  failed: 'failed', error: 'failed',
  cancelled: 'cancelled', canceled: 'cancelled',
} // prettier-ignore

/** Id of a task, as both services spell it. */
export const taskIdIn = (json: Json): string | null => {
  const body = objectOf(json)
  return idOf(body['task_id']) ?? idOf(body['taskId'])
}

/** `sent`: fields that hold what was sent in, and not what was made of it. */
export type Reading = { secrets: readonly string[]; sent: readonly string[] }

/** Where a task stands by its own words. Null when they are none that is known. */
export const serviceStanding = (json: Json, requestId: string, reading: Reading): Standing | null => {
  const body = objectOf(json)
  switch (states[(textOf(body['status']) ?? '').toLowerCase()]) {
    case 'open':
      return { is: 'open', running: false }
    case 'running':
      return { is: 'open', running: true }
    case 'cancelled':
      return { is: 'cancelled' }
    case 'failed':
      return failed(body, reading.secrets)
    case 'answered':
      return answered(body, { requestId, sent: reading.sent })
    default:
      return null
  }
}

const failed = (body: JsonObject, secrets: readonly string[]): Standing => {
  const message = textOf(body['error_message']) ?? textOf(body['error']) ?? 'The service gave no reason.'
  return {
    is: 'failed',
    error: toldError({ class: 'transient', message }, secrets),
    billed: null,
    usage: {},
    raw: body,
  }
}

/** What was made stands in `result`, or beside the state. */
const answered = (body: JsonObject, { requestId, sent }: { requestId: string; sent: readonly string[] }): Standing => {
  const told = Object.keys(objectOf(body['result'])).length > 0 ? objectOf(body['result']) : body
  const result = Object.fromEntries(Object.entries(told).filter(([name]) => !sent.includes(name)))
  const { media } = madeIn(result, 'objects')
  const durationS = numberOf(result['duration'])
  const measured = media.map((one) => (durationS !== null && one.kind !== 'picture' ? { ...one, durationS } : one))
  return {
    is: 'answered',
    answer: {
      requestId,
      raw: body,
      media: measured,
      text: textOf(result['answer']),
      usage: {},
      billedNanodollars: null,
    },
  }
}

/** A callback nobody signed: whoever reads it has checked our token in its address. */
export const serviceCallback = (raw: Buffer, reading: Reading): Callback | null => {
  const read = asJson({ is: 'answered', status: 200, headers: {}, bytes: raw })
  if (read.is !== 'json' || Object.keys(objectOf(read.json)).length === 0) return null
  const body = objectOf(read.json)
  const requestId = taskIdIn(body) ?? ''
  const dedupeKey = createHash('sha256').update(raw).digest('hex')
  const said = serviceStanding(body, requestId, reading)
  if (said !== null) return { requestId, dedupeKey, standing: said }
  if (textOf(body['error_message']) ?? textOf(body['error']))
    return { requestId, dedupeKey, standing: failed(body, reading.secrets) }
  const standing = answered(body, { requestId, sent: reading.sent })
  const holdsFile = standing.is === 'answered' && standing.answer.media.length > 0
  return { requestId, dedupeKey, standing: holdsFile ? standing : { is: 'open', running: false } }
}
