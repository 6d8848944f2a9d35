import type { FrozenRequest, Json } from '@/domain/catalogue/wish'
import type { ProviderError, ProviderErrorClass } from '@/domain/generation/providerError'
import type { PaidProvider, SendingAt, Submitted } from '../spec/paidProvider'
import { callJson } from '../paid/callJson'
import { inlineFiles } from '../paid/inlineFiles'
import { noSuchEndpoint } from '../paid/isPath'
import { objectOf, textOf } from '../paid/objectOf'
import { readFault, submitEnd, type Answered, type Reader } from '../paid/submitEnd'
import { baseOf } from '../paid/underBase'
import { chatEnd } from './chatEnd'

export type OpenrouterAccount = { key: string; baseUrl?: string | undefined }
type Line = { base: string; headers: Record<string, string>; reader: Reader }

const wordsMs = 180_000

/** OpenRouter: one key for the words of many. Everything is answered at once, and the answer says what it cost. */
export const openrouterProvider = ({ key, baseUrl }: OpenrouterAccount): PaidProvider => {
  const line: Line = {
    base: baseOf(baseUrl ?? 'https://openrouter.ai/api/v1'),
    headers: { authorization: `Bearer ${key}` },
    reader: { name: 'OpenRouter', secrets: [key], refusal: openrouterError },
  }
  return {
    id: 'openrouter',
    submit: (request, at) => submit(line, request, at),
    check: () => Promise.resolve({ is: 'gone', error: { class: 'expired', message: 'OpenRouter keeps no answers.' } }),
    cancel: () => Promise.resolve('unknown'),
    testKey: (signal) => testKey(line, signal),
  }
}

const submit = async (line: Line, request: FrozenRequest, at: SendingAt): Promise<Submitted> => {
  if (request.endpoint !== 'chat/completions') return noSuchEndpoint(request.endpoint)
  const json = await inlineFiles(request.body, at.fileOf)
  const url = `${line.base}/chat/completions`
  const called = await callJson({ method: 'POST', url, headers: line.headers, json, signal: at.signal, withinMs: wordsMs }) // prettier-ignore
  return submitEnd(called, line.reader, (answer) => errorInside(line, answer) ?? chatEnd(answer, line.reader.secrets))
}

/** An error may come with a good status: its own number counts then, by the same rule as a status. */
const errorInside = (line: Line, { json, headers }: Answered): Submitted | null => {
  const body = objectOf(json)
  if (body['error'] === undefined || body['error'] === null) return null
  const code = Number(objectOf(body['error'])['code'])
  const status = Number.isInteger(code) && code >= 400 && code < 600 ? code : 500
  return submitEnd({ is: 'json', status, headers, json }, line.reader, () => null)
}

const openrouterError = ({ status, json }: { status: number; json: Json }): ProviderError => {
  const error = objectOf(objectOf(json)['error'])
  return { class: classOf(status), message: textOf(error['message']) ?? '', status }
}

const classes: Partial<Record<number, ProviderErrorClass>> = { 401: 'auth', 402: 'billing', 403: 'policy', 429: 'rate' }
const classOf = (status: number): ProviderErrorClass => classes[status] ?? (status >= 500 ? 'transient' : 'validation')

/** Asks what the key may spend. */
const testKey = async (line: Line, signal: AbortSignal): Promise<{ ok: boolean; says: string }> => {
  const called = await callJson({ method: 'GET', url: `${line.base}/key`, headers: line.headers, signal })
  if (called.is !== 'json' || called.status >= 300) return { ok: false, says: readFault(called, line.reader).message }
  const left = objectOf(objectOf(called.json)['data'])['limit_remaining']
  const rest = typeof left === 'number' ? `; it may still spend $${String(left)}` : ''
  return { ok: true, says: `OpenRouter takes this key${rest}.` }
}
