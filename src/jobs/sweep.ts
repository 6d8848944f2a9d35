import type { Engine } from '@/domain/run/engine'
import type { OutboxStore } from '@/stores/outboxStore'
import type { RunsStore } from '@/stores/runsStore'
import type { SlotsStore } from '@/stores/slotsStore'
import type { StepsStore } from '@/stores/stepsStore'

type Parts = { engine: Engine; runs: RunsStore; steps: StepsStore; slots: SlotsStore; outbox: OutboxStore }

/** Frees what dead programs of this machine hold and wakes every open run: covers whatever the engine may have forgotten. */
export const sweep = async ({ engine, runs, steps, slots, outbox }: Parts): Promise<void> => {
  await steps.freeDead()
  await slots.freeDead()
  await outbox.freeDead()
  for (const { _id, seq } of await runs.active()) {
    if (seq === 0) await engine.start(_id)
    engine.wake(_id)
  }
}
