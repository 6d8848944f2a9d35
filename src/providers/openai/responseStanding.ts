import type { Json, JsonObject } from '@/domain/catalogue/wish'
import type { Failed, Standing } from '../spec/paidProvider'
import { idOf, listOf, objectOf, textOf } from '../paid/objectOf'
import { told } from '../paid/told'
import { tokensIn } from '../paid/tokensIn'
import { openaiError } from './openaiError'

type Fault = Pick<Failed['error'], 'class' | 'message'> & { code: string }

/** What a response is: words, still at work, or an end without words. Null when it is no response at all. */
export const responseStanding = (json: Json, secrets: string[]): Standing | null => {
  const body = objectOf(json)
  const requestId = idOf(body['id'])
  if (requestId === null) return null
  const failed = (fault: Fault, billed: boolean | null): Failed => ({ is: 'failed', error: told(fault, secrets), billed, usage: tokensIn(body['usage']), raw: json }) // prettier-ignore
  switch (body['status']) {
    case 'queued':
      return { is: 'open', running: false }
    case 'in_progress':
      return { is: 'open', running: true }
    case 'cancelled':
      return { is: 'cancelled' }
    case 'completed': {
      const said = partsOf(body, 'output_text', 'text')
      const refused = partsOf(body, 'refusal', 'refusal')
      if (said === '' && refused !== '') return failed({ class: 'policy', code: 'refusal', message: refused }, true)
      return { is: 'answered', answer: { requestId, raw: json, media: [], text: said === '' ? null : said, usage: tokensIn(body['usage']), billedNanodollars: null } } // prettier-ignore
    }
    case 'incomplete':
      return failed(cutShort(textOf(objectOf(body['incomplete_details'])['reason']) ?? 'unknown'), true)
    case 'failed':
      return failed(faultIn(json), null)
    default:
      return null
  }
}

/** All parts of one kind, joined. */
const partsOf = (body: JsonObject, type: string, field: string): string =>
  listOf(body['output'])
    .flatMap((item) => listOf(objectOf(item)['content']))
    .map(objectOf)
    .flatMap((part) => (part['type'] === type ? (textOf(part[field]) ?? '') : ''))
    .join('')

/** Thinking can eat all that it may write; asking the same again would cost the same again. */
const cutShort = (reason: string): Fault => ({
  class: reason === 'content_filter' ? 'policy' : 'validation',
  code: reason,
  message: reason === 'max_output_tokens' ? 'The answer was cut off: it may not write that much.' : `The answer was cut off (${reason}).`, // prettier-ignore
})

const faultIn = (json: Json): Fault => {
  const { code = 'failed', message, class: kind } = openaiError({ status: 200, json })
  return { class: kind === 'unknown' ? 'transient' : kind, code, message: message || 'The model failed.' }
}
