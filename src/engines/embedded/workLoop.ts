import { setTimeout as sleep } from 'node:timers/promises'
import { storyOf } from '@/domain/errors/storyOf'
import type { Department } from '@/domain/run/engine'
import type { Ask } from '@/domain/run/runState'
import type { SlotClass } from '@/domain/run/runPlan'
import { candidates, keyOf, nextPauseEnd, type Candidate } from './candidates'
import type { EmbeddedSettings } from './embeddedEngine'
import type { Lane, LaneKeeper } from './lanes'
import { pollMs, runWatch } from './runWatch'

type Parts = {
  settings: EmbeddedSettings
  department: Department
  until: AbortSignal
  laneKeeper: LaneKeeper
  takeWoken: () => string[]
  wake: (runId: string) => void
  waitForRing: (ms: number) => Promise<void>
}

/** A step somebody else holds is looked at again after this long. */
const elsewhereMs = 1000

/** Looks, starts the best ready steps for which there is a lane, sleeps until something ends or wakes it. */
export const workLoop = async (parts: Parts): Promise<void> => {
  const { settings, department, until, laneKeeper } = parts
  const inFlight = new Map<string, { ask: Ask; stop: AbortController }>()
  const elsewhere = new Map<string, number>()
  const ofRun = (runId: string) => [...inFlight.values()].filter((one) => one.ask.runId === runId)
  const watch = runWatch({
    settings,
    department,
    takeWoken: parts.takeWoken,
    stopAll: (runId) => ofRun(runId).forEach((one) => one.stop.abort(new Error('the run was cancelled'))),
    flying: (runId) => ofRun(runId).length,
  })
  const say = (what: string, error: unknown) => settings.log(`${what}: ${storyOf(error).why}`)

  const fly = async ({ ask }: Candidate, lane: Lane): Promise<void> => {
    const key = keyOf(ask)
    const stop = new AbortController()
    inFlight.set(key, { ask, stop })
    try {
      const beat = { signal: AbortSignal.any([until, stop.signal]), alive: () => undefined }
      if ('lost' in (await department.runStep(ask, beat))) elsewhere.set(key, Date.now() + elsewhereMs)
    } catch (error) {
      say(`step ${key}`, error)
      elsewhere.set(key, Date.now() + elsewhereMs)
    }
    // A place that cannot be given back now runs out with its lease.
    await lane.free().catch((error: unknown) => say(`place of step ${key}`, error))
    inFlight.delete(key)
    parts.wake(ask.runId)
  }

  const startWhatMay = async (): Promise<void> => {
    const now = Date.now()
    for (const [key, at] of elsewhere) if (at <= now) elsewhere.delete(key)
    const full = new Set<SlotClass>()
    for (const candidate of candidates(watch.states, now, (key) => inFlight.has(key) || elsewhere.has(key))) {
      if (until.aborted) return
      if (full.has(candidate.slot)) continue
      const lane = await laneKeeper.take(candidate.slot, keyOf(candidate.ask))
      if (lane) void fly(candidate, lane)
      else full.add(candidate.slot)
    }
  }

  const nextLook = (): number => {
    const now = Date.now()
    const next = Math.min(nextPauseEnd(watch.states, now), ...elsewhere.values())
    return Math.max(5, Math.min(pollMs, next - now))
  }

  while (!until.aborted) {
    try {
      await watch.look()
      await startWhatMay()
    } catch (error) {
      say('the database', error)
      await sleep(pollMs / 4)
    }
    await parts.waitForRing(nextLook())
  }
  while (inFlight.size > 0) await sleep(10)
}
