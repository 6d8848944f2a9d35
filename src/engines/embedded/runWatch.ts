import { storyOf } from '@/domain/errors/storyOf'
import type { Department } from '@/domain/run/engine'
import { ended, type RunState } from '@/domain/run/runState'
import type { EmbeddedSettings } from './embeddedSettings'

type Parts = {
  settings: EmbeddedSettings
  department: Department
  takeWoken: () => string[]
  /** Runs that this program itself has just written to. */
  takeWritten: () => string[]
  /** Stops what this worker has in flight of a run that was cancelled. */
  stopAll: (runId: string) => void
  /** How many steps of a run are in flight in this worker. */
  flying: (runId: string) => number
}

export type RunWatch = {
  states: ReadonlyMap<string, RunState>
  look: () => Promise<void>
  /** The last look is so long ago that this program must have slept: what it knows may not hold any more. */
  isOld: () => boolean
  /** Takes over what this program itself has just committed, without asking the database. False: a look is needed. */
  recall: (runId: string) => boolean
}

export const pollMs = 1000
/** So often the keys that steps are parked on are asked for, should their settling never have been told. */
const backstopMs = 5000

/** Keeps the states of the open runs: looks at those somebody woke at once, and once a second at all that changed. */
export const runWatch = (parts: Parts): RunWatch => {
  const { settings, department } = parts
  const states = new Map<string, RunState>()
  const asked = new Map<string, number>()
  const complained = new Map<string, string>()
  let scannedAt = 0
  let lookedAt = 0

  const lookAt = async (runId: string): Promise<void> => {
    const state = await department.loadState(runId)
    complained.delete(runId)
    if (ended(state.stage)) {
      asked.delete(runId)
      return void states.delete(runId)
    }
    states.set(runId, state)
    if (state.stage === 'cancelling') parts.stopAll(runId)
    await askForSettled(runId, state)
    await landWhenQuiet(runId, state)
  }

  /** One run that cannot be read holds up no other, and is told once. */
  const tryToLookAt = async (runId: string): Promise<void> => {
    try {
      await lookAt(runId)
    } catch (error) {
      states.delete(runId)
      const { what, why } = storyOf(error)
      if (complained.get(runId) !== why) settings.log(`run ${runId}: ${what} ${why}`)
      complained.set(runId, why)
    }
  }

  /** Hints are hints: what settled without anybody saying so is found here. */
  const askForSettled = async (runId: string, state: RunState): Promise<void> => {
    const keys = [...state.parked].filter(([, nodes]) => nodes.some((node) => state.nodes[node] === 'waiting'))
    if (keys.length === 0) return
    const now = Date.now()
    const last = asked.get(runId)
    if (last === undefined) asked.set(runId, now)
    if (now - (last ?? now) < (settings.backstopMs ?? backstopMs)) return
    asked.set(runId, now)
    for (const key of await department.settledAmong(keys.map(([name]) => name)))
      await settings.runs.record(runId, { type: 'settled', key })
  }

  /** A stopping or cancelled run ends when no lease of it lives any more, here or elsewhere. */
  const landWhenQuiet = async (runId: string, { stage }: RunState): Promise<void> => {
    if (stage !== 'cancelling' && stage !== 'stopping') return
    if (parts.flying(runId) === 0 && (await settings.steps.inFlight(runId)) === 0) await department.land(runId)
  }

  const needsLook = (runId: string, seq: number): boolean => {
    const state = states.get(runId)
    if (state?.seq !== seq || state.parked.size > 0) return true
    return state.stage === 'cancelling' || state.stage === 'stopping'
  }

  const scan = async (): Promise<string[]> => {
    const now = Date.now()
    if (now - scannedAt < pollMs) return []
    scannedAt = now
    const active = await activeRuns(settings)
    const open = new Set(active.map(({ _id }) => _id))
    const closed = [...states.keys()].filter((runId) => !open.has(runId))
    return [...active.filter(({ _id, seq }) => needsLook(_id, seq)).map(({ _id }) => _id), ...closed]
  }

  const recall = (runId: string): boolean => {
    const known = settings.runs.known(runId)
    const state = states.get(runId)
    if (!known || !state || known.stage !== 'running') return false
    if (known.seq > state.seq) states.set(runId, known)
    return true
  }

  return {
    states,
    recall,
    look: async () => {
      const runIds = new Set([...parts.takeWoken(), ...parts.takeWritten().filter((runId) => !recall(runId))])
      for (const runId of await scan()) runIds.add(runId)
      for (const runId of runIds) await tryToLookAt(runId)
      lookedAt = Date.now()
    },
    isOld: () => Date.now() - lookedAt > 2 * pollMs,
  }
}

const activeRuns = async ({ runs, only }: EmbeddedSettings): Promise<{ _id: string; seq: number }[]> =>
  only?.size === 0 ? [] : (await runs.active()).filter(({ _id }) => !only || only.has(_id))
