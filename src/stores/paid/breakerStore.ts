import { textCollection, type ControlDb } from '../controlDb'

type Breaker = { _id: string; failures: number; openUntil: Date | null; why: string; is?: Refusal }
/** Why an account is refused everything. */
type Refusal = 'auth' | 'billing'
type Endpoint = { provider: string; endpoint: string }
/** `blocked`: everything of the account is; else the endpoint, for all. */
type Stop = { until: Date; why: string } & ({ blocked: true; is: Refusal } | { blocked: false })
export type BreakerStore = ReturnType<typeof breakerStore>

/** So many failures of the provider in a row stop an endpoint for a while; being too fast is none of them. */
const failuresMost = 5
const firstPauseMs = 10_000
const pauseMost = 300_000
/** An account that is refused everything (key, balance) is left alone so long, or until a person goes on. */
const blockedMs = 600_000
/** So long “nothing stops it” is believed; that something does is always asked anew. */
const seenMs = 3000

/** Stops of endpoints and of whole accounts at providers, seen by all workers. */
export const breakerStore = (control: ControlDb) => {
  const breakers = textCollection<Breaker>(control.db, 'breakers')
  /** All of them, as they were read last: there are only those of what fails. */
  let seen: { at: number; rows: Breaker[] } = { at: -Infinity, rows: [] }
  const isNew = () => performance.now() - seen.at < seenMs
  const forget = () => void (seen = { at: -Infinity, rows: [] })
  const stopIn = (rows: readonly Breaker[], { provider, endpoint }: Endpoint, account: string) => {
    const now = Date.now()
    const open = rows.filter(({ openUntil }) => (openUntil?.getTime() ?? 0) > now)
    return open.find(({ _id }) => _id === account) ?? open.find(({ _id }) => _id === `${provider}/${endpoint}`)
  }
  return {
    /** Until when nothing is sent there from this account, and why; null: it may be sent. */
    async stopped(at: Endpoint, account: string): Promise<Stop | null> {
      if (isNew() && !stopIn(seen.rows, at, account)) return null
      seen = { at: performance.now(), rows: await breakers.find().toArray() }
      const one = stopIn(seen.rows, at, account)
      if (!one?.openUntil) return null
      const { openUntil: until, why, is = 'billing' } = one
      return one._id === account ? { blocked: true, is, until, why } : { blocked: false, until, why }
    },
    async failed(provider: string, endpoint: string, why: string): Promise<void> {
      const next = { $add: [{ $ifNull: ['$failures', 0] }, 1] }
      const pause = { $min: [pauseMost, { $multiply: [firstPauseMs, { $pow: [2, { $subtract: [next, failuresMost] }] }] }] } // prettier-ignore
      const openUntil = { $cond: [{ $gte: [next, failuresMost] }, { $add: ['$$NOW', { $toLong: pause }] }, null] }
      await breakers.updateOne(
        { _id: `${provider}/${endpoint}` },
        [{ $set: { openUntil, failures: next, why: { $literal: why } } }],
        { upsert: true },
      )
      forget()
    },
    async worked(provider: string, endpoint: string): Promise<void> {
      if (isNew() && !seen.rows.some(({ _id }) => _id === `${provider}/${endpoint}`)) return
      forget()
      await breakers.deleteOne({ _id: `${provider}/${endpoint}` })
    },
    /** Everything of an account stops: its key or its balance refuses all. */
    async block(account: string, { is, why }: { is: Refusal; why: string }): Promise<void> {
      const openUntil = new Date(Date.now() + blockedMs)
      await breakers.updateOne({ _id: account }, { $set: { failures: 0, openUntil, why, is } }, { upsert: true })
      forget()
    },
    /** A person mended it, and goes on. */
    async unblock(account: string): Promise<void> {
      await breakers.deleteOne({ _id: account })
      forget()
    },
  }
}
