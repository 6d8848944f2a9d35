import type { OutboxStore } from '@/stores/outboxStore'
import type { RunsStore } from '@/stores/runsStore'
import type { SlotsStore } from '@/stores/slotsStore'
import type { StepsStore } from '@/stores/stepsStore'

/** What the embedded engine is handed. */
export type EmbeddedSettings = {
  runs: RunsStore
  steps: StepsStore
  slots: SlotsStore
  outbox: OutboxStore
  machine: string
  /** Processors this machine lends to drawing and encoding, over all its programs. */
  cpuSlots: number
  /** Steps that hold no processor, at once in this worker. */
  freeLanes: number
  /** Calls at one provider account at once, over all machines. */
  providerSlots: (pool: string) => number
  /** Only these runs when a command works for itself; all when null. */
  only: ReadonlySet<string> | null
  /** How often parked keys are asked for without a hint; ms. */
  backstopMs?: number
  log: (line: string) => void
}
