import { ignoreDuplicate, textCollection, type ControlDb } from '../controlDb'

type Place = { _id: string; pool: string; holder: string | null; owner: null; until: Date }
export type ProviderPlaces = ReturnType<typeof providerPlaces>

/** Longer than any request; who still needs its place then takes it again. */
const leaseMs = 3_600_000

/**
 * Places at a provider's account. The call holds one from before it is sent until it is over, whichever worker looks
 * after it: a worker that dies frees nothing, because the provider works on.
 */
export const providerPlaces = (control: ControlDb) => {
  const slots = textCollection<Place>(control.db, 'slots')
  /** Pools whose places are all made. */
  const whole = new Set<string>()
  return {
    /** True when the call has a place. Never more than `size` of a pool are held. */
    async take(pool: string, size: number, key: string): Promise<boolean> {
      const ids = Array.from({ length: size }, (_, n) => `${pool}:${String(n)}`)
      const set = [{ $set: { pool, holder: key, owner: null, until: { $add: ['$$NOW', leaseMs] } } }]
      const free = { $or: [{ holder: key }, { holder: null }, { $expr: { $lt: ['$until', '$$NOW'] } }] }
      if (await slots.findOneAndUpdate({ _id: { $in: ids }, ...free }, set, { sort: { holder: -1 } })) return true
      if (whole.has(`${pool}/${String(size)}`)) return false
      const made = await slots.distinct('_id', { _id: { $in: ids } })
      if (made.length === size) whole.add(`${pool}/${String(size)}`)
      for (const _id of ids.filter((id) => !made.includes(id))) {
        const fresh = { _id, until: { $exists: false } }
        if (await slots.updateOne(fresh, set, { upsert: true }).catch(ignoreDuplicate)) return true
      }
      return false
    },
    async free(key: string): Promise<void> {
      await slots.updateMany({ owner: null, holder: key }, { $set: { holder: null, until: new Date(0) } })
    },
    /** Calls that hold a place. */
    async holders(): Promise<string[]> {
      const found = await slots.distinct('holder', { owner: null, holder: { $type: 'string' } })
      return found.filter((holder) => holder !== null)
    },
  }
}
