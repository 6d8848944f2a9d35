import type { FrozenRequest, Json } from '@/domain/catalogue/wish'
import type { Callback, PaidProvider, SendingAt, Standing, Submitted, Ticket } from '../spec/paidProvider'
import { asJson, callJson } from '../paid/callJson'
import { fillFiles } from '../paid/fillFiles'
import { isPath, noSuchEndpoint } from '../paid/isPath'
import { idOf, objectOf, textOf } from '../paid/objectOf'
import { standardWebhook } from '../paid/standardWebhook'
import { readFault, refusalIn, submitEnd, untold } from '../paid/submitEnd'
import { underBase } from '../paid/underBase'
import { replicateFind } from './replicateFind'
import { replicateLine, type ReplicateAccount, type ReplicateLine } from './replicateLine'
import { replicatePutFile } from './replicatePutFile'
import { replicateSecret } from './replicateSecret'
import { replicateStanding } from './replicateStanding'

/** Replicate: predictions, called back and asked for. What it made is thrown away after an hour. */
export const replicateProvider = (account: ReplicateAccount): PaidProvider => {
  const line = replicateLine(account)
  const secretNow = replicateSecret(line)
  return {
    id: 'replicate',
    submit: (request, at) => submit(line, request, at),
    check: (ticket, signal) => check(line, ticket, signal),
    cancel: (ticket, signal) => cancel(line, ticket, signal),
    find: (search, signal) => replicateFind(line, search, signal),
    putFile: (file, signal) => replicatePutFile(line, file, signal),
    readCallback: async (call) => {
      if (account.webhookSecret !== undefined) return readCallback(line, call, account.webhookSecret)
      const by = async (unfit: boolean) => readCallback(line, call, await secretNow({ unfit, now: call.now }))
      return (await by(false)) ?? by(true)
    },
    testKey: (signal) => testKey(line, signal),
  }
}

/** The body is the model's input. A version of 64 letters is asked for by itself, a model by its name. */
const submit = async (line: ReplicateLine, request: FrozenRequest, at: SendingAt): Promise<Submitted> => {
  if (!isPath(request.endpoint) || request.endpoint.split('/').length !== 2) return noSuchEndpoint(request.endpoint)
  const isVersion = /^[0-9a-f]{64}$/.test(request.version)
  const called = await callJson({
    method: 'POST',
    url: isVersion ? `${line.base}/predictions` : `${line.base}/models/${request.endpoint}/predictions`,
    headers: line.headers,
    json: {
      ...(isVersion ? { version: request.version } : {}),
      input: fillFiles(request.body, at.addressOf),
      ...(at.callbackUrl === null ? {} : { webhook: at.callbackUrl, webhook_events_filter: ['completed'] }),
    },
    signal: at.signal,
  })
  return submitEnd(called, line.reader, ({ json }) => taken(line, json))
}

const taken = (line: ReplicateLine, json: Json): Submitted | null => {
  const standing = replicateStanding(json, line.reader.secrets)
  if (standing === null) return null
  const body = objectOf(json)
  const urls = objectOf(body['urls'])
  const [statusUrl, cancelUrl] = ['get', 'cancel'].map((name) => underBase(textOf(urls[name]), [line.base]))
  const ticket = { requestId: idOf(body['id']) ?? '', ...(statusUrl ? { statusUrl } : {}), ...(cancelUrl ? { cancelUrl } : {}) } // prettier-ignore
  return { is: 'accepted', ticket }
}

const addressOf = (line: ReplicateLine, { requestId, statusUrl }: Ticket): string =>
  underBase(statusUrl ?? null, [line.base]) ?? `${line.base}/predictions/${encodeURIComponent(requestId)}`

const check = async (line: ReplicateLine, ticket: Ticket, signal: AbortSignal): Promise<Standing> => {
  const called = await callJson({ method: 'GET', url: addressOf(line, ticket), headers: line.headers, signal })
  if ('status' in called && called.status === 404)
    return { is: 'gone', error: { ...refusalIn(called, line.reader), class: 'expired' } }
  if (called.is !== 'json' || called.status >= 300) return untold(called, line.reader)
  if (textOf(objectOf(called.json)['id']) !== ticket.requestId) return untold(called, line.reader)
  return replicateStanding(called.json, line.reader.secrets) ?? untold(called, line.reader)
}

const cancel = async (line: ReplicateLine, ticket: Ticket, signal: AbortSignal) => {
  const url = underBase(ticket.cancelUrl ?? null, [line.base]) ?? `${addressOf(line, ticket)}/cancel`
  const called = await callJson({ method: 'POST', url, headers: line.headers, signal })
  if (called.is !== 'json' || called.status >= 300) return 'unknown'
  const standing = replicateStanding(called.json, line.reader.secrets)
  if (standing?.is === 'cancelled') return 'cancelled'
  return standing?.is === 'open' ? 'requested' : 'tooLate'
}

const readCallback = (
  line: ReplicateLine,
  call: { raw: Buffer; headers: Readonly<Record<string, string | undefined>>; now: Date },
  secret: string | null,
): Callback | null => {
  const dedupeKey = secret === null ? null : standardWebhook(call, secret)
  const read = asJson({ is: 'answered', status: 200, headers: {}, bytes: call.raw })
  if (dedupeKey === null || read.is !== 'json') return null
  const requestId = idOf(objectOf(read.json)['id'])
  const standing = replicateStanding(read.json, line.reader.secrets)
  return requestId === null || standing === null ? null : { requestId, dedupeKey, standing }
}

const testKey = async (line: ReplicateLine, signal: AbortSignal): Promise<{ ok: boolean; says: string }> => {
  const called = await callJson({ method: 'GET', url: `${line.base}/account`, headers: line.headers, signal })
  if (called.is === 'json' && called.status < 300) return { ok: true, says: 'Replicate takes this key.' }
  return { ok: false, says: readFault(called, line.reader).message }
}
