import { batchEndpoint } from '@/domain/catalogue/batched'
import type { Callback, PaidProvider, Standing, Ticket } from '../spec/paidProvider'
import { asJson, callJson } from '../paid/callJson'
import { idOf, objectOf, textOf } from '../paid/objectOf'
import { standardWebhook } from '../paid/standardWebhook'
import { readFault, refusalIn, untold } from '../paid/submitEnd'
import { batchStanding, findBatch, putBatch } from './openaiBatch'
import { openaiLine, type OpenaiAccount, type OpenaiLine } from './openaiLine'
import { openaiSubmit } from './openaiSubmit'
import { responseStanding } from './responseStanding'

/** OpenAI. Most of its calls answer at once and take files inside of the request; what may wait is put there before. */
export const openaiProvider = (account: OpenaiAccount): PaidProvider => {
  const line = openaiLine(account)
  const secret = line.webhookSecret
  return {
    id: 'openai',
    submit: (request, at) => openaiSubmit(line, request, at),
    check: (ticket, signal) => check(line, ticket, signal),
    cancel: (ticket, signal) => cancel(line, ticket, signal),
    find: (search, signal) =>
      search.endpoint === batchEndpoint ? findBatch(line, search, signal) : Promise.resolve('cannotTell'),
    readsPut: (endpoint) => endpoint === batchEndpoint,
    putFile: (file, signal) => putBatch(line, file, signal),
    ...(secret === null ? {} : { readCallback: (call) => Promise.resolve(readCallback(call, secret)) }),
    testKey: (signal) => testKey(line, signal),
  }
}

const addressOf = (line: OpenaiLine, { requestId }: Ticket): string =>
  `${line.base}/${requestId.startsWith('batch_') ? 'batches' : 'responses'}/${encodeURIComponent(requestId)}`

const check = async (line: OpenaiLine, ticket: Ticket, signal: AbortSignal): Promise<Standing> => {
  const called = await callJson({ method: 'GET', url: addressOf(line, ticket), headers: line.headers, signal })
  if ('status' in called && called.status === 404)
    return { is: 'gone', error: { ...refusalIn(called, line.reader), class: 'expired' } }
  if (called.is !== 'json' || called.status >= 300) return untold(called, line.reader)
  if (textOf(objectOf(called.json)['id']) !== ticket.requestId) return untold(called, line.reader)
  if (ticket.requestId.startsWith('batch_')) return batchStanding(line, called, signal)
  return responseStanding(called.json, line.reader.secrets) ?? untold(called, line.reader)
}

const cancel = async (line: OpenaiLine, ticket: Ticket, signal: AbortSignal) => {
  const url = `${addressOf(line, ticket)}/cancel`
  const called = await callJson({ method: 'POST', url, headers: line.headers, json: {}, signal })
  if (called.is !== 'json') return 'unknown'
  const status = textOf(objectOf(called.json)['status'])
  if (called.status < 300)
    return status === 'cancelled' ? 'cancelled' : status === 'completed' ? 'tooLate' : 'requested'
  return called.status === 400 || called.status === 409 ? 'tooLate' : 'unknown'
}

/** Only tells that something ended; what it came to is asked for. */
const readCallback = (
  call: { raw: Buffer; headers: Readonly<Record<string, string | undefined>>; now: Date },
  secret: string,
): Callback | null => {
  const dedupeKey = standardWebhook(call, secret)
  if (dedupeKey === null) return null
  const read = asJson({ is: 'answered', status: 200, headers: {}, bytes: call.raw })
  const body = read.is === 'json' ? objectOf(read.json) : {}
  const requestId = idOf(objectOf(body['data'])['id'])
  const isEnd = /^(response|batch)\./.test(textOf(body['type']) ?? '')
  return requestId === null || !isEnd ? null : { requestId, dedupeKey, standing: { is: 'open', running: false } }
}

const testKey = async (line: OpenaiLine, signal: AbortSignal): Promise<{ ok: boolean; says: string }> => {
  const called = await callJson({ method: 'GET', url: `${line.base}/models`, headers: line.headers, signal })
  if (called.is === 'json' && called.status < 300) return { ok: true, says: 'OpenAI takes this key.' }
  return { ok: false, says: readFault(called, line.reader).message }
}
