import { ignoreDuplicate, textCollection, type ControlDb } from '../controlDb'

type Wanted = { pool: string; size: number; key: string }
type Place = { _id: string; pool: string; holder: string | null; owner: null; until: Date }
const idsOf = (pool: string, size: number) => Array.from({ length: size }, (_, n) => `${pool}:${String(n)}`)

export type ProviderPlaces = ReturnType<typeof providerPlaces>

/** Longer than any request; who still needs its place then takes it again. */
const leaseMs = 3_600_000
/** So long a vacated place is kept for the next call of the same program. */
const passMs = 50

/**
 * Places at a provider's account. The call holds one from before it is sent until it is over, whichever worker looks
 * after it: a worker that dies frees nothing, because the provider works on.
 */
export const providerPlaces = (control: ControlDb) => {
  const slots = textCollection<Place>(control.db, 'slots')
  /** Pools whose places are all made. */
  const whole = new Set<string>()
  const make = async (pool: string, size: number): Promise<void> => {
    if (whole.has(`${pool}/${String(size)}`)) return
    const fresh = { $setOnInsert: { pool, holder: null, owner: null, until: new Date(0) } }
    const ops = idsOf(pool, size).map((_id) => ({ updateOne: { filter: { _id }, update: fresh, upsert: true } }))
    await slots.bulkWrite(ops, { ordered: false }).catch(ignoreDuplicate) // another program makes them just now
    whole.add(`${pool}/${String(size)}`)
  }
  /** Calls that are over, whose places are not given back yet, and their pools. */
  const vacated = new Map<string, string>()
  let timer: NodeJS.Timeout | null = null
  const listeners = new Set<() => void>()
  const giveBack = async (keys: readonly string[]): Promise<void> => {
    if (keys.length === 0) return
    await slots.updateMany({ owner: null, holder: { $in: [...keys] } }, { $set: { holder: null, until: new Date(0) } })
  }
  const flush = async (): Promise<void> => {
    if (timer) clearTimeout(timer)
    timer = null
    const over = [...vacated.keys()]
    vacated.clear()
    await giveBack(over)
  }
  /** A place this program has just vacated goes from one call to the next. */
  const pass = async ({ pool, size, key }: Wanted): Promise<boolean> => {
    if (vacated.delete(key)) return false // its own; it is asked for as a held one
    const from = [...vacated].find(([, of]) => of === pool)?.[0]
    if (from === undefined) return false
    vacated.delete(from)
    const set = [{ $set: { holder: key, until: { $add: ['$$NOW', leaseMs] } } }]
    const theirs = { _id: { $in: idsOf(pool, size) }, owner: null, holder: from }
    return (await slots.updateOne(theirs, set)).matchedCount > 0
  }
  return {
    /** True when the call has a place. Never more than `size` of a pool are held. */
    async take(pool: string, size: number, key: string): Promise<boolean> {
      if (size < 1) return false
      if (await pass({ pool, size, key })) return true
      await make(pool, size)
      const ids = idsOf(pool, size)
      const set = [{ $set: { pool, holder: key, owner: null, until: { $add: ['$$NOW', leaseMs] } } }]
      const free = { $or: [{ holder: key }, { holder: null }, { $expr: { $lt: ['$until', '$$NOW'] } }] }
      if (await slots.findOneAndUpdate({ _id: { $in: ids }, ...free }, set, { sort: { holder: -1 } })) return true
      whole.delete(`${pool}/${String(size)}`) // should somebody have removed them, they are made again
      return false
    },
    /** Nobody needs it any more. The next call of this program in the same pool gets it, or else everybody, in a moment. */
    free({ _id, pool }: { _id: string; pool: string }): void {
      vacated.set(_id, pool)
      timer ??= setTimeout(() => void flush().catch(() => undefined), passMs) // what is lost here is tidied up
      for (const listener of listeners) listener()
    },
    /** Calls `listener` whenever this program vacates a place; answers how to stop it. */
    onFree(listener: () => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    flush,
    giveBack,
    /** Calls that hold a place. */
    async holders(): Promise<string[]> {
      await flush()
      const found = await slots.distinct('holder', { owner: null, holder: { $type: 'string' } })
      return found.filter((holder) => holder !== null)
    },
  }
}
