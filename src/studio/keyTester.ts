import type { KeyTester } from '@/endpoints/keys/testKey'
import { keySettings } from './keySettings'
import { paidProviders, type PaidSettings } from './paidProviders'

const withinMs = 15_000

/** The door that tries a key for the web part: one GET at the provider, which costs nothing. */
export const keyTester =
  (settings: PaidSettings): KeyTester =>
  async (provider, key) => {
    const own = key ?? settings[keySettings[provider]]
    if (own === undefined) return null
    const made = paidProviders({ ...settings, [keySettings[provider]]: own })[provider]
    return made ? made.testKey(AbortSignal.timeout(withinMs)) : null
  }
