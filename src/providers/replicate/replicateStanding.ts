import type { Json, JsonObject } from '@/domain/catalogue/wish'
import type { ProviderErrorClass } from '@/domain/generation/providerError'
import type { Answer, Standing } from '../spec/paidProvider'
import { madeIn } from '../paid/madeIn'
import { idOf, numberOf, objectOf, textOf } from '../paid/objectOf'
import { told } from '../paid/told'

/** What a prediction is. Null when it is none. */
export const replicateStanding = (json: Json, secrets: string[]): Standing | null => {
  const body = objectOf(json)
  const requestId = idOf(body['id'])
  if (requestId === null) return null
  switch (body['status']) {
    case 'starting':
      return { is: 'open', running: false }
    case 'processing':
      return { is: 'open', running: true }
    case 'canceled':
    case 'aborted':
      return { is: 'cancelled' }
    case 'failed': {
      const message = textOf(body['error']) ?? 'The model failed.'
      const error = told({ class: classOf(message), message }, secrets)
      return { is: 'failed', error, billed: null, usage: usageIn(body), raw: json }
    }
    case 'succeeded':
      return body['data_removed'] === true && body['output'] == null ? removed : { is: 'answered', answer: answerIn(requestId, body) } // prettier-ignore
    default:
      return null
  }
}

const removed: Standing = {
  is: 'gone',
  error: { class: 'expired', message: 'Replicate has thrown away what it made; it keeps it for an hour.' },
}

const classOf = (message: string): ProviderErrorClass => {
  if (/nsfw|safety|sensitive|moderat|flagged/i.test(message)) return 'policy'
  return /out of memory|interrupted|timed? ?out|director|unavailable|\bE\d{4}\b/i.test(message)
    ? 'transient'
    : 'unknown'
}

/** Addresses in the output are files; other words are words, written in pieces. */
const answerIn = (requestId: string, body: JsonObject): Answer => {
  const { raw, media } = madeIn(body['output'] ?? null, 'addresses')
  const pieces = (Array.isArray(raw) ? raw : [raw]).filter((piece) => typeof piece === 'string')
  const words = media.length > 0 ? '' : pieces.join('')
  return {
    requestId,
    raw: { ...body, output: raw },
    media,
    text: words === '' ? null : words,
    usage: usageIn(body),
    billedNanodollars: null,
  }
}

const usageIn = (body: JsonObject): Record<string, number> =>
  Object.fromEntries(
    Object.entries(objectOf(body['metrics'])).flatMap(([name, value]) => {
      const count = numberOf(value)
      return count === null ? [] : [[name === 'predict_time' ? 'compute_seconds' : name, count]]
    }),
  )
