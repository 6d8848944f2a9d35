import type { Department } from '@/domain/run/engine'
import { ended, type Ask, type ReadyNode, type RunState } from '@/domain/run/runState'
import type { SlotClass } from '@/domain/run/runPlan'
import type { EmbeddedSettings } from './embeddedEngine'
import type { LaneKeeper } from './lanes'

type Parts = {
  settings: EmbeddedSettings
  department: Department
  until: AbortSignal
  laneKeeper: LaneKeeper
  takeWoken: () => string[]
  wake: (runId: string) => void
  waitForRing: (ms: number) => Promise<void>
}

type Candidate = { ask: Ask; rank: number; slot: SlotClass }
type InFlight = { ask: Ask; stop: AbortController }

const pollMs = 1000
/** A step somebody else holds is looked at again after this long. */
const elsewhereMs = 2000

/** Looks, starts the best ready steps for which there is a lane, sleeps until something ends or wakes it. */
export const workLoop = async (parts: Parts): Promise<void> => {
  const { settings, department, until, laneKeeper } = parts
  const inFlight = new Map<string, InFlight>()
  const elsewhere = new Map<string, number>()
  const states = new Map<string, RunState>()
  const looked = new Map<string, number>()
  let scannedAt = 0

  const look = async (): Promise<void> => {
    const now = Date.now()
    const runIds = new Set(parts.takeWoken())
    if (now - scannedAt >= pollMs) {
      scannedAt = now
      for (const { _id, seq } of await activeRuns(settings))
        if (looked.get(_id) !== seq || states.has(_id)) runIds.add(_id)
    }
    for (const runId of runIds) {
      const state = await department.loadState(runId)
      looked.set(runId, state.seq)
      if (ended(state.stage)) states.delete(runId)
      else states.set(runId, state)
      if (state.stage === 'cancelling')
        for (const one of inFlight.values())
          if (one.ask.runId === runId) one.stop.abort(new Error('the run was cancelled'))
      await landWhenQuiet(parts, runId, state, inFlight)
    }
  }

  const launch = ({ ask }: Candidate, free: () => Promise<void>): void => {
    const key = keyOf(ask)
    const stop = new AbortController()
    inFlight.set(key, { ask, stop })
    const signal = AbortSignal.any([until, stop.signal])
    department
      .runStep(ask, { signal, alive: () => undefined })
      .then((outcome) => {
        if ('lost' in outcome) elsewhere.set(key, Date.now() + elsewhereMs)
      })
      .catch((error: unknown) => {
        settings.log(`step ${key}: ${error instanceof Error ? error.message : String(error)}`)
        elsewhere.set(key, Date.now() + elsewhereMs)
      })
      .finally(() => {
        inFlight.delete(key)
        void free().finally(() => parts.wake(ask.runId))
      })
  }

  while (!until.aborted) {
    await look()
    const full = new Set<SlotClass>()
    for (const candidate of candidates(states, inFlight, elsewhere)) {
      if (until.aborted) break
      if (full.has(candidate.slot)) continue
      const lane = await laneKeeper.take(candidate.slot, keyOf(candidate.ask))
      if (lane) launch(candidate, lane.free)
      else full.add(candidate.slot)
    }
    await parts.waitForRing(nextLook(states, elsewhere))
  }
  while (inFlight.size > 0) await new Promise((resolve) => setTimeout(resolve, 20))
}

const keyOf = ({ runId, node, take }: Ask): string => `${runId}:${String(node)}:${String(take)}`

const activeRuns = async ({ runs, only }: EmbeddedSettings): Promise<{ _id: string; seq: number }[]> =>
  only?.size === 0 ? [] : (await runs.active()).filter(({ _id }) => !only || only.has(_id))

/** Ready nodes of all runs, best rank first, without those in flight here or claimed elsewhere. One full class stops only itself. */
const candidates = (
  states: Map<string, RunState>,
  inFlight: Map<string, InFlight>,
  elsewhere: Map<string, number>,
): Candidate[] => {
  const now = Date.now()
  const list: Candidate[] = []
  for (const [runId, state] of states)
    for (const { node, take, rank, notBefore } of state.ready) {
      const ask = { runId, node, take }
      const key = keyOf(ask)
      if (notBefore > now || inFlight.has(key) || (elsewhere.get(key) ?? 0) > now) continue
      list.push({ ask, rank, slot: state.plan.nodes[node]?.slot ?? 'free' })
    }
  return bestOfEachClass(list.sort((a, b) => b.rank - a.rank))
}

const perClassMax = 64
const bestOfEachClass = (list: Candidate[]): Candidate[] => {
  const counts = new Map<string, number>()
  return list.filter(({ slot }) => {
    const count = (counts.get(slot) ?? 0) + 1
    counts.set(slot, count)
    return count <= perClassMax
  })
}

const nextLook = (states: Map<string, RunState>, elsewhere: Map<string, number>): number => {
  const now = Date.now()
  const soon = (ready: readonly ReadyNode[]) =>
    ready.filter(({ notBefore }) => notBefore > now).map(({ notBefore }) => notBefore)
  const times = [
    ...[...states.values()].flatMap((state) => soon(state.ready)),
    ...[...elsewhere.values()].filter((at) => at > now),
  ]
  return Math.max(5, Math.min(pollMs, ...times.map((at) => at - now)))
}

/** A stopping or cancelled run ends when no lease of it lives any more, here or elsewhere. */
const landWhenQuiet = async (
  { settings, department }: Parts,
  runId: string,
  state: RunState,
  inFlight: Map<string, InFlight>,
): Promise<void> => {
  if (state.stage !== 'cancelling' && state.stage !== 'stopping') return
  if ([...inFlight.values()].some((one) => one.ask.runId === runId)) return
  if ((await settings.steps.inFlight(runId)) === 0) await department.land(runId)
}
