import type { RunEvent } from './runEvent'
import { dependantsOf, type RunPlan } from './runPlan'
import { ended, type NodeState, type ReadyNode, type RunStage, type RunState } from './runState'

/** A run before its first event. */
export const initialState = (plan: RunPlan): RunState => ({
  plan,
  seq: 0,
  stage: 'pending',
  nodes: plan.nodes.map(() => 'blocked'),
  takes: plan.nodes.map(() => 1),
  reused: plan.nodes.map(() => false),
  notBefore: plan.nodes.map(() => 0),
  parked: new Map(),
  settled: new Set(),
  ready: [],
})

/**
 * The one scheduler: state + events → state, whose `ready` lists the steps that may start, best first.
 * Pure: no clock, no random, no I/O. An event that no longer fits (a late or doubled finish) changes nothing but `seq`.
 */
export const advance = (state: RunState, ...events: RunEvent[]): RunState => {
  const next = draftOf(state)
  for (const event of events) {
    next.seq++
    apply(next, event)
    closeWhenOver(next)
  }
  return stateOf(next)
}

type Draft = {
  plan: RunPlan
  seq: number
  stage: RunStage
  nodes: NodeState[]
  takes: number[]
  reused: boolean[]
  notBefore: number[]
  parked: Map<string, readonly number[]>
  settled: Set<string>
  /** How many nodes are ready or waiting. */
  open: number
}

const draftOf = (state: RunState): Draft => ({
  plan: state.plan,
  seq: state.seq,
  stage: state.stage,
  nodes: [...state.nodes],
  takes: [...state.takes],
  reused: [...state.reused],
  notBefore: [...state.notBefore],
  parked: new Map(state.parked),
  settled: new Set(state.settled),
  open: state.nodes.filter(isOpenState).length,
})

const isOpenState = (node: NodeState | undefined): boolean => node === 'ready' || node === 'waiting'

const put = (run: Draft, node: number, as: NodeState): void => {
  run.open += Number(isOpenState(as)) - Number(isOpenState(run.nodes[node]))
  run.nodes[node] = as
}

const apply = (run: Draft, event: RunEvent): void => {
  switch (event.type) {
    case 'started':
      if (run.stage === 'pending') start(run)
      break
    case 'settled':
      settleKey(run, event.key)
      break
    case 'resumed':
      if (run.stage !== 'succeeded' && run.stage !== 'cancelling') resume(run)
      break
    case 'cancelling':
      if (!ended(run.stage)) run.stage = 'cancelling'
      break
    case 'landed':
      run.stage = landedAs[run.stage] ?? run.stage
      break
    default:
      if (isOpen(run, event.node, event.take)) finishNode(run, event)
  }
}

const landedAs: Partial<Record<RunStage, RunStage>> = { cancelling: 'cancelled', stopping: 'failed' }

const start = (run: Draft): void => {
  run.stage = 'running'
  unblockAll(run)
}

type NodeEvent = Extract<RunEvent, { node: number }>

/** Only the current take of a node that has not ended may still change it. */
const isOpen = (run: Draft, node: number, take: number): boolean =>
  run.takes[node] === take && isOpenState(run.nodes[node])

const finishNode = (run: Draft, event: NodeEvent): void => {
  const { node } = event
  switch (event.type) {
    case 'done':
      put(run, node, 'done')
      run.reused[node] = event.reused
      unblockDependants(run, node)
      break
    case 'waiting':
      park(run, node, event.key)
      break
    case 'again':
      run.takes[node] = event.take + 1
      put(run, node, 'ready')
      break
    case 'postponed':
      run.notBefore[node] = event.notBefore
      put(run, node, 'ready')
      break
    case 'failed':
      fail(run, node, event.alone ? 'skipped' : 'failed')
      break
    case 'died':
      fail(run, node, 'dead')
  }
}

/** What settled before its step could park is not waited for. */
const park = (run: Draft, node: number, key: string): void => {
  const settled = run.settled.has(key)
  put(run, node, settled ? 'ready' : 'waiting')
  if (settled) return
  run.parked.set(key, [...new Set([...(run.parked.get(key) ?? []), node])])
}

/** Only what failed alone is `skipped`; any other failure stops a run that stops at errors. */
const fail = (run: Draft, node: number, as: 'failed' | 'dead' | 'skipped'): void => {
  put(run, node, as)
  if (as !== 'skipped' && run.plan.onError === 'stop' && run.stage === 'running') run.stage = 'stopping'
  if (as === 'skipped') skipDependants(run, node)
  else unblockDependants(run, node)
}

/** What needs a skipped step (its scene failed alone) is skipped too, and so what depends on that. */
const skipDependants = (run: Draft, node: number): void => {
  const open = [node]
  for (let skipped = open.pop(); skipped !== undefined; skipped = open.pop())
    for (const dependant of dependantsOf(run.plan)[skipped] ?? []) {
      if (run.nodes[dependant] !== 'blocked') continue
      if (run.plan.nodes[dependant]?.needs.includes(skipped)) {
        put(run, dependant, 'skipped')
        open.push(dependant)
      } else unblock(run, dependant)
    }
}

const settleKey = (run: Draft, key: string): void => {
  run.settled.add(key)
  for (const node of run.parked.get(key) ?? []) if (run.nodes[node] === 'waiting') put(run, node, 'ready')
  run.parked.delete(key)
}

const resume = (run: Draft): void => {
  run.nodes.forEach((node, i) => {
    if (node === 'failed' || node === 'dead') put(run, i, 'blocked')
    run.notBefore[i] = 0
  })
  start(run)
}

const unblockAll = (run: Draft): void => {
  for (const node of run.plan.nodes) unblock(run, node.node)
}

const unblockDependants = (run: Draft, node: number): void => {
  for (const dependant of dependantsOf(run.plan)[node] ?? []) unblock(run, dependant)
}

/** Ready when all needs are done and all it comes after is over. */
const unblock = (run: Draft, node: number): void => {
  const plan = run.plan.nodes[node]
  if (!plan || run.nodes[node] !== 'blocked') return
  if (holds(plan.needs, (need) => run.nodes[need] === 'done') && holds(plan.after, (need) => isOver(run, need)))
    put(run, node, 'ready')
}

/** Like `every`, from the end: what finishes last tends to stand last, so a wide fan-in is not read whole each time. */
const holds = (needs: readonly number[], is: (need: number) => boolean): boolean => {
  for (let i = needs.length - 1; i >= 0; i--) if (!is(needs[i] ?? -1)) return false
  return true
}

/** In a run that stops at an error, a failed step is not over: it is made again when the run is resumed. */
const isOver = (run: Draft, node: number): boolean => {
  const state = run.nodes[node]
  if (state === 'failed' || state === 'dead') return run.plan.onError === 'goOn'
  return state === 'done' || state === 'skipped'
}

/** Closes the run when nothing can happen any more. After every event, so that a fold gives the same in any portions. */
const closeWhenOver = (run: Draft): void => {
  if (run.stage !== 'running' || run.open > 0) return
  run.stage = run.nodes.every((node) => node === 'done' || node === 'skipped') ? 'succeeded' : 'failed'
}

const stateOf = ({ open, ...run }: Draft): RunState => ({
  ...run,
  ready: run.stage === 'running' && open > 0 ? readyNodes(run) : [],
})

const readyNodes = (run: Omit<Draft, 'open'>): ReadyNode[] => {
  const list: ReadyNode[] = []
  run.nodes.forEach((node, i) => {
    if (node === 'ready')
      list.push({
        node: i,
        take: run.takes[i] ?? 1,
        rank: run.plan.nodes[i]?.rank ?? 0,
        notBefore: run.notBefore[i] ?? 0,
      })
  })
  return list.sort((a, b) => b.rank - a.rank || a.node - b.node)
}
