import type { Department, Engine } from '@/domain/run/engine'
import { ended } from '@/domain/run/runState'
import type { SlotClass } from '@/domain/run/runPlan'
import type { EmbeddedSettings } from './embeddedSettings'
import { lanes, type LaneKeeper } from './lanes'
import { workLoop } from './workLoop'

/** Runs what `advance` says on our own MongoDB: no second scheduler, no engine-side attempts. */
export const embeddedEngine = (settings: EmbeddedSettings): Engine => {
  const { runs, steps } = settings
  const woken = new Set<string>()
  const written = new Set<string>()
  let rung = false
  let stopWaiting: () => void = () => undefined
  /** Kept until the loop looks, should it be busy just now. */
  const ring = (): void => {
    rung = true
    stopWaiting()
  }
  const wake = (runId: string): void => {
    if (settings.only && !settings.only.has(runId)) return
    woken.add(runId)
    ring()
  }
  const poolOf = (slot: SlotClass): { pool: string; size: number } =>
    slot === 'cpu'
      ? { pool: `cpu:${settings.machine}`, size: settings.cpuSlots }
      : { pool: slot, size: settings.providerSlots(slot) }

  return {
    async start(runId) {
      const state = await runs.loadState(runId)
      const fresh = state.stage === 'pending'
      if (fresh) await runs.record(runId, { type: 'started' })
      wake(runId)
      return fresh ? 'started' : 'joined'
    },
    async settled(runId, key) {
      const state = await runs.loadState(runId)
      if (!state.settled.has(key)) await runs.record(runId, { type: 'settled', key })
      wake(runId)
    },
    async resume(runId) {
      const state = await runs.loadState(runId)
      if (state.stage === 'pending') await runs.record(runId, { type: 'started' })
      else if (state.stage !== 'succeeded')
        await runs.record(runId, { type: 'resumed' }, (session) => steps.forgive(runId, session))
      wake(runId)
    },
    async cancel(runId) {
      const state = await runs.loadState(runId)
      if (!ended(state.stage)) await runs.record(runId, { type: 'cancelling' })
      wake(runId)
    },
    wake,
    committed(runId) {
      written.add(runId)
      ring()
    },
    work(department: Department, until: AbortSignal) {
      const waitForRing = async (ms: number): Promise<void> => {
        if (!rung && !until.aborted)
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, ms)
            stopWaiting = () => {
              clearTimeout(timer)
              resolve()
            }
          })
        rung = false
      }
      until.addEventListener('abort', ring, { once: true })
      const emptied = (set: Set<string>) => (): string[] => {
        const list = [...set]
        set.clear()
        return list
      }
      const laneKeeper: LaneKeeper = lanes({ slots: settings.slots, poolOf, freeLanes: settings.freeLanes })
      return workLoop({ settings, department, until, laneKeeper, takeWoken: emptied(woken), takeWritten: emptied(written), wake, ring, waitForRing }) // prettier-ignore
    },
    async health() {
      const active = await runs.active()
      return { ok: true, says: `${String(active.length)} runs are under way` }
    },
  }
}
