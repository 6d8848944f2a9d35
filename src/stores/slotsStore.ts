import type { ControlDb } from './controlDb'
import { ignoreDuplicate, textCollection } from './controlDb'
import { isGone, type Owner } from './owner'

type Slot = { _id: string; pool: string; holder: string | null; owner: Owner | null; until: Date }
export type HeldSlot = { id: string; holder: string }
export type SlotsStore = ReturnType<typeof slotsStore>

/** Leased places: processors per machine, places per provider account. Never more than `size` of a pool are held. */
export const slotsStore = (control: ControlDb, owner: Owner, leaseMs: number) => {
  const slots = textCollection<Slot>(control.db, 'slots')
  const until = { $add: ['$$NOW', leaseMs] }
  /** What this program holds; only this is renewed, so that a place whose giving back was lost runs out. */
  const mine = new Map<string, string>()
  const whole = new Set<string>()
  const taken = (id: string, holder: string): HeldSlot => {
    mine.set(id, holder)
    return { id, holder }
  }
  return {
    /** A free place of the pool, or null. One command when there is one. */
    async take(pool: string, size: number, holder: string): Promise<HeldSlot | null> {
      const ids = Array.from({ length: size }, (_, n) => `${pool}:${String(n)}`)
      const set = [{ $set: { pool, holder, owner, until } }]
      const free = await slots.findOneAndUpdate({ _id: { $in: ids }, $expr: { $lt: ['$until', '$$NOW'] } }, set, {
        returnDocument: 'after',
        projection: { _id: 1 },
      })
      if (free) return taken(free._id, holder)
      if (whole.has(`${pool}/${String(size)}`)) return null
      if ((await slots.countDocuments({ _id: { $in: ids } })) >= size) {
        whole.add(`${pool}/${String(size)}`)
        return null
      }
      for (const _id of ids) {
        const unmade = { _id, until: { $exists: false } }
        const made = await slots
          .findOneAndUpdate(unmade, set, { upsert: true, returnDocument: 'after' })
          .catch(ignoreDuplicate)
        if (made) return taken(_id, holder)
      }
      return null
    },
    async renew(): Promise<void> {
      if (mine.size === 0) return
      const held = [...mine].map(([_id, holder]) => ({ _id, holder }))
      await slots.updateMany({ owner, $or: held }, [{ $set: { until } }])
    },
    async free(slot: HeldSlot): Promise<void> {
      if (mine.get(slot.id) === slot.holder) mine.delete(slot.id)
      await slots.updateOne(
        { _id: slot.id, holder: slot.holder, owner },
        { $set: { holder: null, owner: null, until: new Date(0) } },
      )
    },
    /** Places held by processes of this machine that are gone. */
    async freeDead(): Promise<void> {
      const owners = (await slots.distinct('owner', { owner: { $ne: null } })) as string[]
      const gone = owners.filter((held) => isGone(held, owner))
      if (gone.length > 0)
        await slots.updateMany({ owner: { $in: gone } }, { $set: { holder: null, owner: null, until: new Date(0) } })
    },
    async held(pool: string): Promise<number> {
      return slots.countDocuments({ pool, $expr: { $gte: ['$until', '$$NOW'] } })
    },
  }
}
