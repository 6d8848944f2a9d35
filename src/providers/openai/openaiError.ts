import type { Json } from '@/domain/catalogue/wish'
import type { ProviderError, ProviderErrorClass } from '@/domain/generation/providerError'
import { objectOf, textOf } from '../paid/objectOf'

/** Why OpenAI refused: `{error: {message, type, param, code}}`. */
export const openaiError = ({ status, json }: { status: number; json: Json }): ProviderError => {
  const error = objectOf(objectOf(json)['error'])
  const [code, type, field] = ['code', 'type', 'param'].map((name) => textOf(error[name]))
  const message = textOf(error['message']) ?? ''
  return {
    class: classOf(status, `${code ?? ''} ${type ?? ''}`),
    message,
    status,
    ...((code ?? type) ? { code: code ?? type ?? '' } : {}),
    ...(field ? { fields: [{ path: field, message }] } : {}),
  }
}

const classOf = (status: number, code: string): ProviderErrorClass => {
  if (/content_policy|content_filter|moderation|safety|invalid_prompt/i.test(code)) return 'policy'
  // "too fast" and "paid up" share a number; waiting mends only the first
  if (status === 402 || /insufficient_quota|billing|hard_limit/i.test(code)) return 'billing'
  if (status === 401 || status === 403) return 'auth'
  if (status === 429) return 'rate'
  if (status >= 500 || /server_error/i.test(code)) return 'transient'
  return status >= 400 ? 'validation' : 'unknown'
}
