import type { FrozenRequest } from '@/domain/catalogue/wish'
import type { PaidPace } from '@/domain/generation/paidPace'
import type { FilmTools } from '@/providers/spec/filmTools'
import type { PaidProvider } from '@/providers/spec/paidProvider'
import type { AlertsStore } from '@/stores/alertsStore'
import type { AssetsStore } from '@/stores/assetsStore'
import type { Journal } from '@/stores/paid/journal'
import type { PaidStores } from '@/stores/paid/openPaidStores'

/** What the paid door works with; the studio hands it in. */
export type PaidParts = {
  paid: PaidStores
  assets: AssetsStore
  alerts: AlertsStore
  journal: Journal
  /** The provider with the keys of this project; null: there is no key. */
  providerOf: (provider: FrozenRequest['provider'], project: string) => PaidProvider | null
  /** Those this program has a key for; calls of others it leaves to others. */
  providers: readonly FrozenRequest['provider'][]
  film: Pick<FilmTools, 'probe' | 'decode'>
  /** How many may be under way in a pool: what the account allows, and one more. */
  placesOf: (pool: string) => number
  /** Where providers reach this studio, without a slash at its end; null: they are only asked. */
  publicUrl: string | null
  /** Hosts whose files may be fetched from private addresses. */
  allowHosts: readonly string[]
  scratchDir: string
  pace: PaidPace
  /** What may be sent again without evidence when it costs less; 0: nothing. Nanodollars. */
  autoResubmitBelow: number
}
