import type { Engine } from '@/domain/run/engine'
import type { RunsStore } from '@/stores/runsStore'
import type { SlotsStore } from '@/stores/slotsStore'
import type { StepsStore } from '@/stores/stepsStore'

type Parts = { engine: Engine; runs: RunsStore; steps: StepsStore; slots: SlotsStore }

/** Frees what dead programs of this machine hold and wakes every open run: covers whatever the engine may have forgotten. */
export const sweep = async ({ engine, runs, steps, slots }: Parts): Promise<void> => {
  await steps.freeDead()
  await slots.freeDead()
  for (const { _id, seq } of await runs.active()) {
    if (seq === 0) await engine.start(_id)
    engine.wake(_id)
  }
}
