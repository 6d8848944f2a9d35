import type { ProviderError } from '@/domain/generation/providerError'

const wordsMost = 2000

/** The error as it may be kept and shown: at most 2,000 characters, and no key in it. */
export const told = (error: ProviderError, secrets: readonly string[]): ProviderError => {
  const safe = (text: string) => withoutKeys(text, secrets).slice(0, wordsMost)
  return {
    ...error,
    message: safe(error.message),
    ...(error.fields ? { fields: error.fields.map(({ path, message }) => ({ path, message: safe(message) })) } : {}),
  }
}

const withoutKeys = (text: string, secrets: readonly string[]): string =>
  secrets.reduce((left, secret) => (secret === '' ? left : left.replaceAll(secret, '[key]')), text)

const waitMostMs = 3_600_000

/** Milliseconds it asks to wait; null when it says nothing, at most an hour whatever it says. */
export const afterMsIn = (headers: Record<string, string>): number | null => {
  const precise = Number(headers['retry-after-ms'] ?? Number.NaN)
  const said = headers['retry-after']
  const ms = Number.isFinite(precise) ? precise : said === undefined ? Number.NaN : msOf(said)
  return Number.isFinite(ms) ? Math.min(waitMostMs, Math.max(0, Math.round(ms))) : null
}

const msOf = (said: string): number =>
  /^\s*\d+(\.\d+)?\s*$/.test(said) ? Number(said) * 1000 : Date.parse(said) - Date.now()
