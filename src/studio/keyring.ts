import { paidProviders as catalogueProviders, type PaidProviderId } from '@/domain/catalogue/model'
import type { FrozenRequest } from '@/domain/catalogue/wish'
import type { PaidProvider } from '@/providers/spec/paidProvider'
import type { KeysStore, OpenKey, ProviderKey } from '@/stores/keys/keysStore'
import type { PaidProviders } from './paidProviders'

type Provider = FrozenRequest['provider']
export type Keyring = {
  /** With the project's own key, else the studio's, else that of the environment; null: there is none, or it cannot be read. */
  providerOf: (provider: Provider, project: string) => PaidProvider | null
  /** Those there is any key for. */
  providers: () => readonly Provider[]
  /** Whose keys count for a project, read anew; null: for one that has none of its own. */
  keyed: (project: string | null) => Promise<ReadonlySet<PaidProviderId>>
}
type Given = {
  keys: Pick<KeysStore, 'open' | 'watch'>
  /** By the keys of the environment. */
  providers: PaidProviders
  /** The keys of the environment, and how accounts are told apart by their keys; without, a provider has one account. */
  environmentKeys?: Partial<Record<Provider, string>> | undefined
  keyPrint?: ((provider: string, key: string) => string) | undefined
  /** The provider with another key; without it sealed keys are not used. */
  withKey?: ((provider: PaidProviderId, key: ProviderKey) => PaidProvider | null) | undefined
  signal: AbortSignal
  log: (line: string) => void
}

const isOfCatalogue = (provider: Provider): provider is PaidProviderId =>
  (catalogueProviders as readonly string[]).includes(provider)

/**
 * The keys people put in, beside those of the environment, as they stand now: a change is heard of at once. The same
 * key is the same provider, so that whoever asks for bills asks each account once.
 */
export const openKeyring = async (given: Given): Promise<Keyring> => {
  const { keys, withKey, keyPrint, environmentKeys = {}, signal, log } = given
  const named = (provider: PaidProvider | null, key: string | undefined): PaidProvider | null =>
    provider && key !== undefined && keyPrint ? { ...provider, account: keyPrint(provider.id, key) } : provider
  const providers: PaidProviders = Object.fromEntries(
    Object.values(given.providers).map((one) => [one.id, named(one, environmentKeys[one.id])]),
  )
  const built = new Map<string, PaidProvider | null>()
  let sealed = new Map<string, OpenKey>()
  let all: readonly Provider[] = []
  const idOf = (project: string | null, provider: Provider) => `${project ?? 'studio'}:${provider}`

  const providerWith = ({ provider, key, webhookSecret }: OpenKey): PaidProvider | null => {
    if (key === null || !withKey) return null // of nobody else, when it cannot be read: another account would pay
    const id = `${provider}:${key}:${webhookSecret ?? ''}`
    if (!built.has(id)) built.set(id, named(withKey(provider, { key, webhookSecret }), key))
    return built.get(id) ?? null
  }
  const load = async (): Promise<void> => {
    const found = withKey ? await keys.open() : []
    sealed = new Map(found.map((one) => [idOf(one.project, one.provider), one]))
    const fromEnv = Object.values(providers).map(({ id }) => id)
    all = [...new Set([...fromEnv, ...found.map(({ provider }) => provider)])]
  }
  let loading = load()
  const reload = (): Promise<void> => (loading = loading.catch(() => undefined).then(load))
  await loading
  if (withKey) {
    const heard = () => void reload().catch((error: unknown) => log(`keys of providers: ${String(error)}`))
    keys.watch(heard, signal)
  }

  const providerOf: Keyring['providerOf'] = (provider, project) => {
    const own = sealed.get(idOf(project, provider)) ?? sealed.get(idOf(null, provider))
    return own ? providerWith(own) : (providers[provider] ?? null)
  }
  return {
    providerOf,
    providers: () => all,
    keyed: async (project) => {
      await reload()
      return new Set(all.filter(isOfCatalogue).filter((provider) => providerOf(provider, project ?? '') !== null))
    },
  }
}
