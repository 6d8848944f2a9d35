import { setTimeout as sleep } from 'node:timers/promises'
import { storyOf } from '@/domain/errors/storyOf'
import type { Department } from '@/domain/run/engine'
import type { Ask } from '@/domain/run/runState'
import type { SlotClass } from '@/domain/run/runPlan'
import { candidates, keyOf, mixed, nextPauseEnd, type Candidate } from './candidates'
import type { EmbeddedSettings } from './embeddedSettings'
import type { Lane, LaneKeeper } from './lanes'
import { pollMs, runWatch } from './runWatch'

type Parts = {
  settings: EmbeddedSettings
  department: Department
  until: AbortSignal
  laneKeeper: LaneKeeper
  takeWoken: () => string[]
  takeWritten: () => string[]
  wake: (runId: string) => void
  ring: () => void
  waitForRing: (ms: number) => Promise<void>
}

/** Where others hold the places that ready steps want, they are asked for again after this long. */
const placeMs = 100
/** So long a worker keeps a shared place for its own steps; then it leaves it to others for a moment that their asking falls into. */
const turnMs = 10_000
const pauseMs = 150
/** A step somebody else holds is looked at again after this long. */
const elsewhereMs = 1000

/** Looks, starts the best ready steps for which there is a lane, sleeps until something ends or wakes it. */
export const workLoop = async (parts: Parts): Promise<void> => {
  const { settings, department, until, laneKeeper } = parts
  const inFlight = new Map<string, { ask: Ask; stop: AbortController }>()
  const elsewhere = new Map<string, number>()
  /** Lanes in use. */
  let landing = 0
  const ofRun = (runId: string) => [...inFlight.values()].filter((one) => one.ask.runId === runId)
  const watch = runWatch({
    settings,
    department,
    takeWoken: parts.takeWoken,
    takeWritten: parts.takeWritten,
    stopAll: (runId) => ofRun(runId).forEach((one) => one.stop.abort(new Error('the run was cancelled'))),
    flying: (runId) => ofRun(runId).length,
  })
  const say = (what: string, error: unknown) => settings.log(`${what}: ${storyOf(error).why}`)

  const isTaken = (key: string): boolean => inFlight.has(key) || elsewhere.has(key)
  /** In the order of the plan while nobody else reaches for the same steps. */
  const readyNow = (): Candidate[] => {
    const list = candidates(watch.states, Date.now(), isTaken)
    return elsewhere.size > 0 ? mixed(list) : list
  }
  const nextOf = (slot: SlotClass): Candidate | undefined =>
    until.aborted || watch.isOld() ? undefined : readyNow().find((one) => one.slot === slot)

  /** Runs one step; what somebody else has, or what cannot be run here now, is left alone for a while. `landing` hears when only its finish is still to be written. */
  const perform = async (ask: Ask, landing: () => void): Promise<void> => {
    const key = keyOf(ask)
    const stop = new AbortController()
    inFlight.set(key, { ask, stop })
    let ran = false
    try {
      const signal = AbortSignal.any([until, stop.signal])
      const outcome = await department.runStep(ask, { signal, alive: () => undefined, landing })
      ran = !('lost' in outcome)
    } catch (error) {
      say(`step ${key}`, error)
    }
    if (!ran) elsewhere.set(key, Date.now() + elsewhereMs)
    inFlight.delete(key)
    if (watch.recall(ask.runId)) parts.ring()
    else parts.wake(ask.runId)
  }

  /** Begins a step at once, so that no other lane takes it: resolves when only its finish is still to be written. */
  const begin = (ask: Ask): { landing: Promise<void>; done: Promise<void> } => {
    let done = Promise.resolve()
    const landing = new Promise<void>((resolve) => {
      done = perform(ask, resolve)
      void done.then(resolve)
    })
    return { landing, done }
  }

  /** A lane goes from step to step while there are ready ones, so that no place lies idle; then, or when its turn is over, others may have it. */
  const fly = async (first: Candidate, lane: Lane): Promise<void> => {
    landing++
    const turnEnds = Date.now() + turnMs
    let last = first
    // Between choosing a step and beginning it nothing is awaited: another lane would choose the same.
    const following = (): Candidate | undefined => (Date.now() < turnEnds ? nextOf(last.slot) : undefined)
    // While its place was looked for, a lane that came free may have taken the first.
    let next = isTaken(keyOf(first.ask)) || watch.isOld() ? nextOf(first.slot) : first
    while (next) {
      last = next
      const { landing, done } = begin(next.ask)
      await landing
      // one that is ready while its finish is written, else what that finish readies
      next = following()
      if (next) continue
      await done
      next = following()
    }
    // A place that cannot be given back now runs out with its lease.
    await lane.free().catch((error: unknown) => say(`place of step ${keyOf(last.ask)}`, error))
    if (Date.now() >= turnEnds && lane.shared) pauses.set(last.slot, Date.now() + pauseMs)
    landing--
    parts.ring()
  }

  let placeAt = Infinity
  const pauses = new Map<SlotClass, number>()

  const startWhatMay = async (): Promise<void> => {
    placeAt = Infinity
    const now = Date.now()
    for (const [key, at] of elsewhere) if (at <= now) elsewhere.delete(key)
    const full = new Set<SlotClass>([...pauses].filter(([, at]) => at > now).map(([slot]) => slot))
    placeAt = Math.min(placeAt, ...[...pauses.values()].filter((at) => at > now))
    for (const candidate of readyNow()) {
      if (isTaken(keyOf(candidate.ask))) continue // a lane that was free earlier has it by now
      if (until.aborted) return
      if (full.has(candidate.slot)) continue
      const lane = await laneKeeper.take(candidate.slot, keyOf(candidate.ask))
      if (typeof lane === 'object') void fly(candidate, lane)
      else full.add(candidate.slot)
      if (lane === 'others') placeAt = Math.min(placeAt, Date.now() + placeMs)
    }
  }

  const nextLook = (): number => {
    const now = Date.now()
    const next = Math.min(placeAt, nextPauseEnd(watch.states, now), ...elsewhere.values())
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
  while (landing > 0 || inFlight.size > 0) await sleep(10)
}
