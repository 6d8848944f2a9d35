import type { SlotsStore } from '@/stores/slotsStore'
import type { Claim, StepsStore } from '@/stores/stepsStore'

type Parts = { steps: StepsStore; slots: SlotsStore; everyMs: number; log: (line: string) => void }
export type LeaseKeeper = { hold: (claim: Claim, lost: () => void) => () => void; stop: () => void }

/** One heartbeat for all claims of this worker; who lost a lease is told at once. Nothing is sent while nothing is held. */
export const leaseKeeper = ({ steps, slots, everyMs, log }: Parts): LeaseKeeper => {
  const held = new Map<string, { claim: Claim; lost: () => void }>()
  const beat = async (): Promise<void> => {
    // A lane keeps its place between two steps, so places are renewed also while no claim is held.
    const lost = await steps.renew([...held.values()].map(({ claim }) => claim))
    for (const claim of lost) held.get(claim.id)?.lost()
    await slots.renew()
  }
  const timer = setInterval(() => {
    beat().catch((error: unknown) => log(`heartbeat: ${error instanceof Error ? error.message : String(error)}`))
  }, everyMs)
  return {
    hold: (claim, lost) => {
      held.set(claim.id, { claim, lost })
      return () => void held.delete(claim.id)
    },
    stop: () => clearInterval(timer),
  }
}
