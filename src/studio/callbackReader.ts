import { paidProviders as withKeys, type PaidProviderId } from '@/domain/catalogue/model'
import type { CallbackReader } from '@/endpoints/webhooks/webhooks'
import type { ProviderKey } from '@/stores/keys/keysStore'
import type { PaidProvider } from '@/providers/spec/paidProvider'
import { paidProviders, providerWithKey, type PaidSettings } from './paidProviders'

const withinMs = 10_000

/** fal signs the callbacks of everybody with the same keys, which it publishes: no key of ours is needed to check them. */
const noKey = 'callbacks are checked without one'

/**
 * The door that checks callbacks for the web part: with the studio's keys, else with those that people put in. Asks
 * nobody before a callback comes.
 */
export const callbackReader = (settings: PaidSettings): CallbackReader => {
  const providers = paidProviders({ ...settings, FAL_KEY: settings.FAL_KEY ?? noKey })
  const built = new Map<string, PaidProvider | null>()
  const withKey = (provider: PaidProviderId, key: ProviderKey): PaidProvider | null => {
    const id = `${provider}:${key.key}:${key.webhookSecret ?? ''}`
    if (!built.has(id)) built.set(id, providerWithKey(settings, provider, key))
    return built.get(id) ?? null
  }
  return async (provider, call, keysOf) => {
    const signal = AbortSignal.timeout(withinMs)
    const by = async (one: PaidProvider | null | undefined) => (await one?.readCallback?.(call, signal)) ?? null
    const told = await by(providers[provider])
    if (told || !keysOf || !isSignedByKey(provider)) return told
    for (const key of await keysOf(provider)) {
      const theirs = await by(withKey(provider, key))
      if (theirs) return theirs
    }
    return null
  }
}

const isSignedByKey = (provider: PaidProvider['id']): provider is Exclude<PaidProviderId, 'fal'> =>
  provider !== 'fal' && (withKeys as readonly string[]).includes(provider)
