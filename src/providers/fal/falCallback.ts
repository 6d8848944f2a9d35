import { createHash, verify, type KeyObject } from 'node:crypto'
import type { JsonObject } from '@/domain/catalogue/wish'
import type { Callback, Standing } from '../spec/paidProvider'
import { asJson } from '../paid/callJson'
import { idOf, objectOf, textOf } from '../paid/objectOf'
import { falAnswer, falFailure, saysCancelled } from './falAnswer'
import type { FalLine } from './falAccount'
import { falKeys } from './falKeys'

type Call = { raw: Buffer; headers: Readonly<Record<string, string | undefined>>; now: Date }

const windowS = 300

/** Checks and reads callbacks: Ed25519 over the bytes as they came, within 300 s. Fails PROVIDER_KEYS_NOT_READ. */
export const falCallbacks = (line: FalLine) => {
  const keysNow = falKeys(line)
  return async (call: Call, signal: AbortSignal): Promise<Callback | null> => {
    const signed = signedPart(call)
    if (signed === null) return null
    const fits = (keys: KeyObject[]) => keys.some((key) => verify(null, signed.message, key, signed.signature))
    const isTheirs =
      fits(await keysNow({ now: call.now, unfit: false, signal })) ||
      fits(await keysNow({ now: call.now, unfit: true, signal }))
    return isTheirs ? readBody(line, call.raw) : null
  }
}

const signedPart = ({ raw, headers, now }: Call): { message: Buffer; signature: Buffer } | null => {
  const [id, user, time, signature] = ['request-id', 'user-id', 'timestamp', 'signature'].map(
    (name) => headers[`x-fal-webhook-${name}`] ?? '',
  ) as [string, string, string, string]
  if (id === '' || !/^\d{1,12}$/.test(time) || !/^[0-9a-f]{128}$/i.test(signature)) return null
  if (Math.abs(now.getTime() / 1000 - Number(time)) > windowS) return null
  const digest = createHash('sha256').update(raw).digest('hex')
  return { message: Buffer.from([id, user, time, digest].join('\n')), signature: Buffer.from(signature, 'hex') }
}

const readBody = (line: FalLine, raw: Buffer): Callback | null => {
  const read = asJson({ is: 'answered', status: 200, headers: {}, bytes: raw })
  const body = read.is === 'json' ? objectOf(read.json) : {}
  const [requestId, status] = [idOf(body['request_id']), textOf(body['status'])]
  if (requestId === null || (status !== 'OK' && status !== 'ERROR')) return null
  // gateway_request_id changes when fal tries again inside; the request and its end do not
  return { requestId, dedupeKey: `${requestId}:${status}`, standing: standingIn(line, { requestId, status, body }) }
}

type Told = { requestId: string; status: 'OK' | 'ERROR'; body: JsonObject }

const standingIn = (line: FalLine, told: Told): Standing =>
  told.status === 'OK' ? wentWell(told) : wentBadly(line, told)

/** What could not be put into the callback, or is not understood, is asked for. */
const wentWell = ({ requestId, body }: Told): Standing => {
  const ask: Standing = { is: 'open', running: false }
  const payload = body['payload'] ?? null
  if (payload === null || body['payload_error']) return ask
  const answer = falAnswer({ requestId, json: payload, headers: {}, inferenceS: null })
  return answer.media.length === 0 && answer.text === null ? ask : { is: 'answered', answer }
}

const wentBadly = (line: FalLine, { body }: Told): Standing => {
  const words = textOf(body['error']) ?? ''
  if (saysCancelled({ error: words, errorType: textOf(body['error_type']) })) return { is: 'cancelled' }
  const code = Number(/status code: (\d{3})/i.exec(words)?.[1] ?? 500)
  const payload = objectOf(body['payload'])
  const json = Object.keys(payload).length === 0 ? { error: words } : payload
  return falFailure({ status: code, json, headers: {} }, line.reader.secrets)
}
