import type { ProviderErrorClass } from '@/domain/generation/providerError'
import type { Failed, Submitted } from '../spec/paidProvider'
import { nanodollarsOf } from '../paid/nanodollarsOf'
import { idOf, listOf, numberOf, objectOf, textOf } from '../paid/objectOf'
import type { Answered } from '../paid/submitEnd'
import { told } from '../paid/told'
import { tokensIn } from '../paid/tokensIn'

/** The first choice of an answer; what it cost stands in its usage. Null when it holds no choice. */
export const chatEnd = ({ json }: Answered, secrets: string[]): Submitted | null => {
  const body = objectOf(json)
  const [first] = listOf(body['choices'])
  const requestId = idOf(body['id'])
  if (first === undefined || requestId === null) return null
  const choice = objectOf(first)
  const message = objectOf(choice['message'])
  const usage = tokensIn(body['usage'])
  const failed = (kind: ProviderErrorClass, code: string, words: string): Failed => ({ is: 'failed', error: told({ class: kind, code, message: words }, secrets), billed: true, usage, raw: json }) // prettier-ignore
  const inside = objectOf(choice['error'])
  if (textOf(inside['message']) !== null)
    return {
      ...failed(
        'transient',
        textOf(inside['code']) ?? String(numberOf(inside['code']) ?? ''),
        textOf(inside['message']) ?? '',
      ),
      billed: null,
    }
  const refusal = textOf(message['refusal'])
  if (refusal !== null) return failed('policy', 'refusal', refusal)
  if (choice['finish_reason'] === 'content_filter')
    return failed('policy', 'content_filter', 'The answer was cut off for its content.')
  if (choice['finish_reason'] === 'length')
    return failed('validation', 'max_output_tokens', 'The answer was cut off: it may not write that much.')
  const cost = objectOf(body['usage'])['cost']
  return {
    is: 'answered',
    answer: {
      requestId,
      raw: json,
      media: [],
      text: textOf(message['content']),
      usage,
      billedNanodollars: cost === undefined ? null : nanodollarsOf(cost),
    },
  }
}
