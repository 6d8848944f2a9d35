import type { CallbackReader } from '@/endpoints/webhooks/webhooks'
import { paidProviders, type PaidSettings } from './paidProviders'

const withinMs = 10_000

/** The door that checks callbacks for the web part, with the studio's keys. Asks nobody before a callback comes. */
export const callbackReader = (settings: PaidSettings): CallbackReader => {
  const providers = paidProviders(settings)
  return async (provider, call) =>
    (await providers[provider]?.readCallback?.(call, AbortSignal.timeout(withinMs))) ?? null
}
