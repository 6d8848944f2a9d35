import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { callFree } from '@/calls/callFree'
import type { CallPaid } from '@/calls/callPaid'
import { StudioError } from '@/domain/errors/StudioError'
import { projectSlug } from '@/domain/project/projectSlug'
import type { Department, Engine } from '@/domain/run/engine'
import { checkPlan, type RunPlan, type SlotClass } from '@/domain/run/runPlan'
import type { RunState } from '@/domain/run/runState'
import { embeddedEngine } from '@/engines/embedded/embeddedEngine'
import { defineStep, type StepContext, type StepDefinition, type StepResult } from '@/pipeline/defineStep'
import { runStep, type RunStepParts } from '@/pipeline/runStep'
import type { Stores } from '@/pipeline/stores'
import { commitFinishes, type CommitFinishes } from '@/stores/commitFinishes'
import type { ControlDb } from '@/stores/controlDb'
import { slotsStore, type SlotsStore } from '@/stores/slotsStore'
import { stepsStore } from '@/stores/stepsStore'
import { leaseKeeper } from '@/studio/leaseKeeper'
import { openStores } from '@/studio/openStores'

/** What a test step does; which one, says its node. */
export type Act = (context: StepContext) => Promise<StepResult> | StepResult
export type Acts = Record<string, Act>
export type TestNode = {
  act: string
  needs?: number[]
  after?: number[]
  slot?: SlotClass
  takes?: number
  rank?: number
}

export const projectId = '65f000000000000000000001'

/** A plan of acts; `of` keeps its results apart from those of every other run. */
export const planOfActs = (
  nodes: TestNode[],
  { onError = 'stop', version = 'test' }: { onError?: RunPlan['onError']; version?: string } = {},
): RunPlan => {
  const of = randomBytes(6).toString('hex')
  return checkPlan({
    kind: 'generate',
    definitionVersion: version,
    onError,
    nodes: nodes.map(({ act, needs = [], after = [], slot = 'free', takes = 1, rank = 0 }, node) => ({
      node, step: 'test.act', says: act, input: { act, of, node: String(node) }, needs, after, slot, takes, rank,
    })), // prettier-ignore
  })
}

export type CrewSettings = {
  control: ControlDb
  folder: string
  acts: Acts
  owner?: string
  leaseMs?: number
  heartbeatMs?: number
  cpuSlots?: number
  freeLanes?: number
  providerSlots?: number
  backstopMs?: number
  /** The call sheet this worker knows. */
  version?: string
  only?: ReadonlySet<string> | null
  settledAmong?: Department['settledAmong']
  callPaid?: CallPaid
  onFinished?: RunStepParts['onFinished']
  /** Instead of a heartbeat of its own. */
  hold?: RunStepParts['hold']
  /** Stands between the steps and the real commit. */
  commitBy?: (commit: CommitFinishes) => CommitFinishes
  /** Stands between the worker and the real places. */
  placesBy?: (slots: SlotsStore) => SlotsStore
  log?: (line: string) => void
}

/** One worker on a real database, as studio/openWorker builds it, but with the steps of a test. */
export type Crew = {
  owner: string
  stores: Stores
  slots: SlotsStore
  engine: Engine
  department: Department
  log: string[]
  commit: ReturnType<typeof commitFinishes>
  stateOf: (runId: string) => Promise<RunState>
  /** No heartbeat any more; the steps go on, as in a machine that sleeps. */
  freeze: () => void
  /** Begins to work, until `stop` or `kill`. */
  work: () => void
  stop: () => Promise<void>
}

let owners = 0
/** Owners on another machine: nobody can tell that they are gone but by their leases. */
const newOwner = (): string => `stage-${++owners}/${owners}/${randomBytes(4).toString('hex')}`

export const openCrew = (settings: CrewSettings): Crew => {
  const { control, folder, leaseMs = 600, heartbeatMs = leaseMs / 3, owner = newOwner(), version = 'test' } = settings
  const { commitBy = (commit) => commit, placesBy = (places) => places } = settings
  const steps = stepsStore(control, owner, leaseMs)
  const stores: Stores = { ...openStores(control, { owner, mediaDir: join(folder, 'media') }), steps }
  const slots = placesBy(slotsStore(control, owner, leaseMs))
  const log: string[] = []
  const say =
    settings.log ??
    ((line: string) => {
      log.push(line)
      if (process.env['CREW_LOG']) console.log(line)
    })
  const commit = commitFinishes(control, stores.runs)
  const keeper = leaseKeeper({ steps, slots, everyMs: heartbeatMs, log: say })
  const engine = embeddedEngine({
    runs: stores.runs,
    steps,
    slots,
    outbox: stores.outbox,
    machine: 'stage',
    cpuSlots: settings.cpuSlots ?? 2,
    freeLanes: settings.freeLanes ?? 8,
    providerSlots: () => settings.providerSlots ?? 4,
    only: settings.only ?? null,
    backstopMs: settings.backstopMs ?? 500,
    log: say,
  })
  const department: Department = {
    loadPlan: (runId) => stores.runs.loadPlan(runId),
    loadState: async (runId) => {
      const state = await stores.runs.loadState(runId)
      if (state.plan.definitionVersion !== version) throw otherVersion(state.plan.definitionVersion)
      return state
    },
    runStep: runStep({
      stores,
      providers: {} as never,
      call: callFree(stores),
      callPaid: settings.callPaid ?? noPaidDoor,
      commit: commitBy(commit),
      steps: new Map([['test.act', actStep(settings.acts)]]),
      projectOf: () =>
        Promise.resolve({ id: projectId, slug: projectSlug('test'), title: 'Test', settings: {} as never }),
      scratchDir: join(folder, 'tmp'),
      hold: settings.hold ?? keeper.hold,
      onFinished: settings.onFinished ?? (() => undefined),
    }),
    settledAmong: settings.settledAmong ?? (() => Promise.resolve([])),
    land: async (runId) => {
      await stores.runs.record(runId, { type: 'landed' })
    },
  }
  const ending = new AbortController()
  let working: Promise<void> = Promise.resolve()
  return {
    owner, stores, slots, engine, department, log, commit,
    stateOf: (runId) => stores.runs.loadState(runId),
    freeze: () => keeper.stop(),
    work: () => {
      stores.runs.watch(engine.wake, ending.signal)
      working = engine.work(department, ending.signal)
    },
    stop: async () => {
      ending.abort(new Error('the program ends'))
      await working
      keeper.stop()
    },
  } // prettier-ignore
}

const noPaidDoor: CallPaid = () => Promise.reject(new Error('this test pays for nothing'))

const actStep = (acts: Acts): StepDefinition =>
  defineStep({
    id: 'test.act',
    says: 'Act',
    version: 1,
    slot: 'free',
    seconds: 1,
    reads: {},
    run: async (_values, context) => {
      const act = acts[context.input['act'] ?? '']
      if (!act) throw new Error(`no act “${context.input['act']}”`)
      return act(context)
    },
  })

const otherVersion = (version: string) =>
  new StudioError({
    code: 'DEFINITION_UNKNOWN',
    what: 'Refused.',
    why: `It began with ${version}.`,
    fix: 'Finish it there.',
  })

/** Stores a run of this plan, not yet started. */
export const storeRun = async (stores: Stores, plan: RunPlan): Promise<string> => {
  const key = randomBytes(8).toString('hex')
  return (await stores.runs.create({ kind: plan.kind, projectId, key, plan, options: {} })).runId
}
