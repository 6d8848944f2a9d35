import { textCollection, type ControlDb } from '../controlDb'

type Breaker = { _id: string; failures: number; openUntil: Date | null; why: string }
export type BreakerStore = ReturnType<typeof breakerStore>

/** So many failures of the provider in a row stop an endpoint for a while; being too fast is none of them. */
const failuresMost = 5
const firstPauseMs = 10_000
const pauseMost = 300_000
/** A provider that refuses everybody (key, balance) is left alone so long, or until a person goes on. */
const blockedMs = 600_000
/** So long “nothing stops it” is believed; that something does is always asked anew. */
const seenMs = 3000

/** Stops of endpoints and of whole providers, seen by all workers. */
export const breakerStore = (control: ControlDb) => {
  const breakers = textCollection<Breaker>(control.db, 'breakers')
  /** All of them, as they were read last: there are only those of what fails. */
  let seen: { at: number; rows: Breaker[] } = { at: -Infinity, rows: [] }
  const isNew = () => performance.now() - seen.at < seenMs
  const forget = () => void (seen = { at: -Infinity, rows: [] })
  const stopIn = (rows: readonly Breaker[], provider: string, endpoint: string) => {
    const now = Date.now()
    const open = rows.filter(({ openUntil }) => (openUntil?.getTime() ?? 0) > now)
    return open.find(({ _id }) => _id === provider) ?? open.find(({ _id }) => _id === `${provider}/${endpoint}`)
  }
  return {
    /** Until when nothing is sent there, and why; null: it may be sent. */
    async stopped(provider: string, endpoint: string): Promise<{ blocked: boolean; until: Date; why: string } | null> {
      if (isNew() && !stopIn(seen.rows, provider, endpoint)) return null
      seen = { at: performance.now(), rows: await breakers.find().toArray() }
      const one = stopIn(seen.rows, provider, endpoint)
      return one?.openUntil ? { blocked: one._id === provider, until: one.openUntil, why: one.why } : null
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
    /** Everything of a provider stops: its key or its balance refuses all. */
    async block(provider: string, why: string): Promise<void> {
      const openUntil = new Date(Date.now() + blockedMs)
      await breakers.updateOne({ _id: provider }, { $set: { failures: 0, openUntil, why } }, { upsert: true })
      forget()
    },
    /** A person mended it, and goes on. */
    async unblock(provider: string): Promise<void> {
      await breakers.deleteOne({ _id: provider })
      forget()
    },
  }
}
