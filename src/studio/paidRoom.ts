import { join } from 'node:path'
import { callPaid, type CallPaid, type PaidDoor } from '@/calls/callPaid'
import { accountOf, isForBatches } from '@/calls/paid/accountOf'
import type { PaidParts } from '@/calls/paid/paidParts'
import type { PaidProviderId } from '@/domain/catalogue/model'
import { ofWaitingKey } from '@/domain/generation/paidMoves'
import { paidPace, type PaidPace } from '@/domain/generation/paidPace'
import type { Stores } from '@/pipeline/stores'
import type { Providers } from '@/pipeline/providers'
import type { CommitSettlement } from '@/stores/commitFinishes'
import type { MovedCall } from '@/stores/paid/paidCallsStore'
import { journal } from '@/stores/paid/journal'
import type { ProviderKey } from '@/stores/keys/keysStore'
import { openPaidStores } from '@/stores/paid/openPaidStores'
import type { Owner } from '@/stores/owner'
import { paidCaps } from './paidCaps'
import type { PaidProvider } from '@/providers/spec/paidProvider'
import type { Keyring } from './keyring'
import { environmentKeys, paidProviders, providerWithKey, type PaidProviders } from './paidProviders'
import type { Env } from './settings'

/** What the studio's settings say of paid calls. */
export type PaidRoomSettings = {
  providers: PaidProviders
  /** The keys of these providers, so that accounts are told apart. */
  environmentKeys?: Partial<Record<PaidProviderId, string>>
  /** A provider with a key somebody put in; without it only the keys of the environment are used. */
  withKey?: (provider: PaidProviderId, key: ProviderKey) => PaidProvider | null
  /** Where providers reach this studio; null: they are only asked. */
  publicUrl: string | null
  allowHosts: readonly string[]
  /** How many an account allows to be under way. */
  placesOf?: (pool: string) => number
  pace?: PaidPace
  autoResubmitBelow?: number
}
type Given = {
  stores: Stores
  providers: Pick<Providers, 'film'>
  owner: Owner
  home: string
  secret: string
  settle?: CommitSettlement
  onMove?: (moved: MovedCall) => void
  keyring: Keyring
}
export type PaidRoom = {
  parts: PaidParts
  callPaid: CallPaid
  settledAmong: (keys: string[]) => Promise<string[]>
  /** The settings of a project were changed: its cap counts from now on, also a lower one. */
  capChanged: (project: string) => Promise<void>
}

/** A new account of fal works on two at once; one more waits there, so that none lies idle. */
const usualPlaces = 3
/** OpenAI takes 2,000 batches an hour; they are all the questions of a film at once. */
const batchPlaces = 100

/** The paid door and what looks after its calls. */
export const paidRoom = (
  { stores, providers, owner, home, secret, settle, onMove, keyring }: Given,
  settings: PaidRoomSettings,
): PaidRoom => {
  const { control, outbox, assets, alerts } = stores
  const paid = openPaidStores(control, {
    outbox,
    secret,
    owner,
    ...(settle ? { settle } : {}),
    ...(onMove ? { onMove } : {}),
  })
  const caps = paidCaps(stores)
  const parts: PaidParts = {
    paid,
    assets,
    alerts,
    journal: journal(join(home, 'paid-journal'), owner),
    providerOf: keyring.providerOf,
    get providers() {
      return keyring.providers()
    },
    film: providers.film,
    placesOf: settings.placesOf ?? ((pool) => (isForBatches(pool) ? batchPlaces : usualPlaces)),
    publicUrl: settings.publicUrl,
    allowHosts: settings.allowHosts,
    scratchDir: join(home, 'tmp', 'paid'),
    pace: settings.pace ?? paidPace,
    autoResubmitBelow: settings.autoResubmitBelow ?? 0,
  }
  /** What is not here yet may have been put in this very moment. */
  const hasKey: PaidDoor['hasKey'] = async (provider, project) =>
    keyring.providerOf(provider, project) !== null ||
    (await keyring.keyed(project).then(() => keyring.providerOf(provider, project) !== null))
  const accountAt: PaidDoor['accountOf'] = (provider, project) => {
    const used = keyring.providerOf(provider, project)
    return used && accountOf(used)
  }
  const call = callPaid({ paid, assets, capOf: caps.of, hasKey, accountOf: accountAt })
  return {
    parts,
    callPaid: async (wish, at) => call(wish, { ...at, accounts: await caps.accountsOf(at) }),
    capChanged: (project) => paid.budget.follow(project, () => caps.ofProject(project)),
    settledAmong: async (keys) => [...(await paid.calls.settledAmong(keys.map(ofWaitingKey)))],
  }
}

/** What the environment says of paid calls. `publicUrl` null: nobody can call this program back. */
export const paidSettings = (env: Env, publicUrl: string | null): PaidRoomSettings => ({
  providers: paidProviders(env),
  environmentKeys: environmentKeys(env),
  withKey: (provider, key) => providerWithKey(env, provider, key),
  publicUrl: publicUrl?.replace(/\/+$/, '') ?? null,
  allowHosts: env.MEDIA_ALLOW_HOSTS,
})
