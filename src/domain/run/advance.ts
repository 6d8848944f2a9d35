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
  }
  return settle(next)
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
})

const apply = (run: Draft, event: RunEvent): void => {
  switch (event.type) {
    case 'started':
      if (run.stage === 'pending') run.stage = 'running'
      return unblockAll(run)
    case 'settled':
      return settleKey(run, event.key)
    case 'resumed':
      return resume(run)
    case 'cancelling':
      if (!ended(run.stage)) run.stage = 'cancelling'
      return
    case 'landed':
      if (run.stage === 'cancelling') run.stage = 'cancelled'
      if (run.stage === 'stopping') run.stage = 'failed'
      return
    default:
      if (isOpen(run, event.node, event.take)) finishNode(run, event)
  }
}

type NodeEvent = Extract<RunEvent, { node: number }>

/** Only the current take of a node that has not ended may still change it. */
const isOpen = (run: Draft, node: number, take: number): boolean =>
  run.takes[node] === take && (run.nodes[node] === 'ready' || run.nodes[node] === 'waiting')

const finishNode = (run: Draft, event: NodeEvent): void => {
  const { node } = event
  switch (event.type) {
    case 'done':
      run.nodes[node] = 'done'
      run.reused[node] = event.reused
      return unblockDependants(run, node)
    case 'waiting':
      if (run.settled.has(event.key)) return ready(run, node)
      run.nodes[node] = 'waiting'
      run.parked.set(event.key, [...(run.parked.get(event.key) ?? []), node])
      return
    case 'again':
      run.takes[node] = event.take + 1
      return ready(run, node)
    case 'postponed':
      run.notBefore[node] = event.notBefore
      return ready(run, node)
    case 'failed':
      return fail(run, node, event.alone ? 'skipped' : 'failed', event.alone)
    case 'died':
      return fail(run, node, 'dead', false)
  }
}

const ready = (run: Draft, node: number): void => {
  run.nodes[node] = 'ready'
}

const fail = (run: Draft, node: number, as: NodeState, alone: boolean): void => {
  run.nodes[node] = as
  if (!alone && run.plan.onError === 'stop' && run.stage === 'running') run.stage = 'stopping'
  unblockDependants(run, node)
}

const settleKey = (run: Draft, key: string): void => {
  run.settled.add(key)
  for (const node of run.parked.get(key) ?? []) if (run.nodes[node] === 'waiting') ready(run, node)
  run.parked.delete(key)
}

const resume = (run: Draft): void => {
  if (run.stage === 'succeeded' || run.stage === 'cancelling') return
  run.stage = 'running'
  run.nodes.forEach((node, i) => {
    if (node === 'failed' || node === 'dead') run.nodes[i] = 'blocked'
    run.notBefore[i] = 0
  })
  unblockAll(run)
}

const unblockAll = (run: Draft): void => {
  for (const node of run.plan.nodes) unblock(run, node.node)
}

const unblockDependants = (run: Draft, node: number): void => {
  for (const dependant of dependantsOf(run.plan)[node] ?? []) unblock(run, dependant)
}

/** Ready when all needs are done; skipped when one was skipped (its scene failed alone), and so what depends on it. */
const unblock = (run: Draft, node: number): void => {
  const plan = run.plan.nodes[node]
  if (!plan || run.nodes[node] !== 'blocked') return
  if (plan.needs.some((need) => run.nodes[need] === 'skipped')) {
    run.nodes[node] = 'skipped'
    return unblockDependants(run, node)
  }
  const done = plan.needs.every((need) => run.nodes[need] === 'done')
  const over = plan.after.every((need) => isOver(run.nodes[need]))
  if (done && over) ready(run, node)
}

const isOver = (node: NodeState | undefined): boolean =>
  node === 'done' || node === 'skipped' || node === 'failed' || node === 'dead'

/** Closes the run when nothing can happen any more, and lists what may start, best first. */
const settle = (run: Draft): RunState => {
  if (run.stage === 'running' && !run.nodes.some((node) => node === 'ready' || node === 'waiting'))
    run.stage = run.nodes.every((node) => node === 'done' || node === 'skipped') ? 'succeeded' : 'failed'
  return { ...run, ready: run.stage === 'running' ? readyNodes(run) : [] }
}

const readyNodes = (run: Draft): ReadyNode[] => {
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
