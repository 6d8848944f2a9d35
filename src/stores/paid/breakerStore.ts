import { textCollection, type ControlDb } from '../controlDb'

type Breaker = { _id: string; failures: number; openUntil: Date | null; why: string }
export type BreakerStore = ReturnType<typeof breakerStore>

/** So many failures of the provider in a row stop an endpoint for a while; being too fast is none of them. */
const failuresMost = 5
const firstPauseMs = 10_000
const pauseMost = 300_000
/** A provider that refuses everybody (key, balance) is left alone so long, or until a person goes on. */
const blockedMs = 600_000

/** Stops of endpoints and of whole providers, seen by all workers. */
export const breakerStore = (control: ControlDb) => {
  const breakers = textCollection<Breaker>(control.db, 'breakers')
  return {
    /** Until when nothing is sent there, and why; null: it may be sent. */
    async stopped(provider: string, endpoint: string): Promise<{ blocked: boolean; until: Date; why: string } | null> {
      const found = await breakers
        .find({ _id: { $in: [provider, `${provider}/${endpoint}`] }, openUntil: { $gt: new Date() } })
        .toArray()
      const one = found.find(({ _id }) => _id === provider) ?? found[0]
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
    },
    async worked(provider: string, endpoint: string): Promise<void> {
      await breakers.deleteOne({ _id: `${provider}/${endpoint}` })
    },
    /** Everything of a provider stops: its key or its balance refuses all. */
    async block(provider: string, why: string): Promise<void> {
      const openUntil = new Date(Date.now() + blockedMs)
      await breakers.updateOne({ _id: provider }, { $set: { failures: 0, openUntil, why } }, { upsert: true })
    },
    /** A person mended it, and goes on. */
    async unblock(provider: string): Promise<void> {
      await breakers.deleteOne({ _id: provider })
    },
  }
}
