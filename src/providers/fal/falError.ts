import type { Json } from '@/domain/catalogue/wish'
import type { ProviderError, ProviderErrorClass } from '@/domain/generation/providerError'
import { listOf, objectOf, textOf } from '../paid/objectOf'

type Said = { status: number; json: Json }

/** Why fal refused or failed, by its status and its `detail`: text, or a list of fields (reference §1.5). */
export const falError = ({ status, json }: Said): ProviderError => {
  const body = objectOf(json)
  const details = listOf(body['detail']).map(objectOf)
  const fields = details.flatMap((detail) => {
    const message = textOf(detail['msg'])
    const path = listOf(detail['loc']).filter((part) => part !== 'body')
    return message === null ? [] : [{ path: path.map(String).join('.'), message }]
  })
  const types = details.flatMap((detail) => textOf(detail['type']) ?? [])
  const code = types.find((type) => policyTypes.has(type)) ?? types[0] ?? textOf(body['error_type'])
  const plain = textOf(body['detail']) ?? textOf(body['error']) ?? textOf(body['message'])
  const message = plain ?? fields.map(({ path, message: words }) => (path ? `${path}: ${words}` : words)).join('; ')
  return {
    class: classOf({ status, types, words: message }),
    message,
    status,
    ...(code ? { code } : {}),
    ...(fields.length > 0 ? { fields } : {}),
  }
}

const policyTypes = new Set(['content_policy_violation'])

/** What the model itself could not do, although the fields were right: a new take may. */
const modelFaults = new Set(['no_media_generated', 'generation_timeout', 'internal_server_error', 'downstream_service_error', 'downstream_service_unavailable']) // prettier-ignore

const classOf = ({ status, types, words }: { status: number; types: string[]; words: string }): ProviderErrorClass => {
  if (types.some((type) => policyTypes.has(type))) return 'policy'
  if (status === 401) return 'auth'
  if (status === 402) return 'billing'
  if (status === 403) return /lock|balance|top.?up/i.test(words) ? 'billing' : 'auth'
  if (status === 429) return 'rate'
  if (status >= 500 || types.some((type) => modelFaults.has(type))) return 'transient'
  return status >= 400 ? 'validation' : 'unknown'
}
