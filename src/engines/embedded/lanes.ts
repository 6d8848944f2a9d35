import type { SlotClass } from '@/domain/run/runPlan'
import type { HeldSlot, SlotsStore } from '@/stores/slotsStore'

/** `shared`: other programs want the same place. */
export type Lane = { shared: boolean; free: () => Promise<void> }
/** When there is no place: whether this worker holds them all (it will know when one is free) or others hold some. */
export type NoLane = 'ours' | 'others'
export type LaneKeeper = { take: (slot: SlotClass, holder: string) => Promise<Lane | NoLane> }

type Parts = {
  slots: SlotsStore
  poolOf: (slot: SlotClass) => { pool: string; size: number }
  freeLanes: number
}

/** Where a step may run now: a leased place for processors and providers, a count of this worker's own for the rest. */
export const lanes = ({ slots, poolOf, freeLanes }: Parts): LaneKeeper => {
  const used = new Map<string, number>()
  const count = (pool: string, change: number) => used.set(pool, (used.get(pool) ?? 0) + change)
  const lane = (pool: string, held: HeldSlot | null): Lane => {
    count(pool, 1)
    return {
      shared: held !== null,
      free: async () => {
        count(pool, -1)
        if (held) await slots.free(held)
      },
    }
  }
  return {
    async take(slot, holder) {
      const { pool, size } = slot === 'free' ? { pool: slot, size: freeLanes } : poolOf(slot)
      if ((used.get(pool) ?? 0) >= size) return 'ours'
      if (slot === 'free') return lane(pool, null)
      const held = await slots.take(pool, size, holder)
      return held ? lane(pool, held) : 'others'
    },
  }
}
