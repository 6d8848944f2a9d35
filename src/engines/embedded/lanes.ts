import type { SlotClass } from '@/domain/run/runPlan'
import type { HeldSlot, SlotsStore } from '@/stores/slotsStore'

export type Lane = { free: () => Promise<void> }
export type LaneKeeper = { take: (slot: SlotClass, holder: string) => Promise<Lane | null> }

type Parts = {
  slots: SlotsStore
  poolOf: (slot: SlotClass) => { pool: string; size: number }
  freeLanes: number
}

/** Where a step may run now: a leased place for processors and providers, a count of this worker's own for the rest. */
export const lanes = ({ slots, poolOf, freeLanes }: Parts): LaneKeeper => {
  let used = 0
  return {
    async take(slot, holder) {
      if (slot === 'free') {
        if (used >= freeLanes) return null
        used++
        return {
          free: () => {
            used--
            return Promise.resolve()
          },
        }
      }
      const { pool, size } = poolOf(slot)
      const held: HeldSlot | null = await slots.take(pool, size, holder)
      return held && { free: () => slots.free(held) }
    },
  }
}
