import type { Json } from '@/domain/catalogue/wish'
import type { ProviderError, ProviderErrorClass } from '@/domain/generation/providerError'
import { listOf, objectOf, textOf } from '../paid/objectOf'
import type { Reader } from '../paid/submitEnd'
import { baseOf } from '../paid/underBase'

export type ReplicateAccount = { key: string; baseUrl?: string | undefined; webhookSecret?: string | undefined }
export type ReplicateLine = { base: string; headers: Record<string, string>; reader: Reader }

export const replicateLine = ({ key, baseUrl }: ReplicateAccount): ReplicateLine => ({
  base: baseOf(baseUrl ?? 'https://api.replicate.com/v1'),
  headers: { authorization: `Bearer ${key}` },
  reader: { name: 'Replicate', secrets: [key], refusal: replicateError },
})

const classes: Partial<Record<number, ProviderErrorClass>> = { 401: 'auth', 402: 'billing', 403: 'auth', 429: 'rate' }

const replicateError = ({ status, json }: { status: number; json: Json }): ProviderError => {
  const body = objectOf(json)
  const fields = listOf(body['invalid_fields'])
    .map(objectOf)
    .flatMap((field) => {
      const path = textOf(field['field'])
      return path === null ? [] : [{ path, message: textOf(field['description']) ?? '' }]
    })
  return {
    class: classes[status] ?? (status >= 500 ? 'transient' : 'validation'),
    message: textOf(body['detail']) ?? textOf(body['title']) ?? '',
    status,
    ...(fields.length > 0 ? { fields } : {}),
  }
}
