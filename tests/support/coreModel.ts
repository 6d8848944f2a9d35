import type { RunEvent } from '@/domain/run/runEvent'
import type { PlanNode, RunPlan } from '@/domain/run/runPlan'
import { limits } from '@/domain/limits'

/**
 * What people expect of one run, said a second time and as plainly as possible: no counters, no database, and not one
 * function of `advance`. After every event all that follows from it is looked for anew, node by node.
 */
export type CoreModel = {
  plan: RunPlan
  stage: 'running' | 'stopping' | 'failed' | 'cancelling' | 'cancelled' | 'succeeded'
  nodes: NodeModel[]
  settled: Set<string>
  /** How often the run came to an end. */
  endings: number
  /** Code of the failure that stands on the run. */
  error: string | null
  /** By `node:take`. */
  claims: Map<string, ClaimModel>
  /** By the id of the place. */
  places: Map<string, { pool: string; owner: string; holder: string; alive: boolean }>
  /** `node:take/fence` of every finish whose documents stand. */
  effects: Set<string>
}
export type NodeModel = {
  life: 'blocked' | 'ready' | 'waiting' | 'done' | 'failed' | 'dead' | 'skipped'
  take: number
  key: string
  /** Postponed to a time that does not come in this test. */
  later: boolean
}
export type ClaimModel = {
  state: 'ready' | 'running' | 'waiting' | 'done' | 'again' | 'failed' | 'dead'
  fence: number
  crashes: number
  errors: number
  owner: string | null
  alive: boolean
  /** What it was parked on when it ended last. */
  waitedFor: string
}
export type Step = { node: number; take: number }
export const nameOf = ({ node, take }: Step): string => `${String(node)}:${String(take)}`

export const newModel = (plan: RunPlan): CoreModel => ({
  plan,
  stage: 'running',
  nodes: plan.nodes.map(({ needs, after }) => ({
    life: needs.length + after.length > 0 ? 'blocked' : 'ready',
    take: 1,
    key: '',
    later: false,
  })),
  settled: new Set(),
  endings: 0,
  error: null,
  claims: new Map(),
  places: new Map(),
  effects: new Set(),
})

const isEnded = ({ stage }: CoreModel): boolean => ['failed', 'cancelled', 'succeeded'].includes(stage)

/** Says of one event of the log what it means; throws when it tells of a step that may not change any more. */
export const happens = (model: CoreModel, event: RunEvent): void => {
  const wasEnded = isEnded(model)
  if ('node' in event) nodeHappens(model, event)
  else runHappens(model, event)
  followUp(model)
  if (isEnded(model) && !wasEnded) model.endings++
}

const runHappens = (model: CoreModel, event: Exclude<RunEvent, { node: number }>): void => {
  switch (event.type) {
    case 'started':
      return
    case 'settled':
      model.settled.add(event.key)
      return
    case 'resumed':
      model.error = null
      if (model.stage === 'succeeded' || model.stage === 'cancelling') return
      model.stage = 'running'
      for (const node of model.nodes) {
        node.later = false
        if (node.life === 'failed' || node.life === 'dead') node.life = 'blocked'
      }
      return
    case 'cancelling':
      if (!isEnded(model)) model.stage = 'cancelling'
      return
    case 'landed':
      if (model.stage === 'cancelling') model.stage = 'cancelled'
      if (model.stage === 'stopping') model.stage = 'failed'
  }
}

const nodeHappens = (model: CoreModel, event: Extract<RunEvent, { node: number }>): void => {
  const node = model.nodes[event.node]!
  if (node.take !== event.take || (node.life !== 'ready' && node.life !== 'waiting'))
    throw new Error(`${event.type} of ${nameOf(event)}, which is ${node.life} in take ${String(node.take)}`)
  node.life = 'ready'
  switch (event.type) {
    case 'done':
      node.life = 'done'
      return
    case 'waiting':
      node.life = 'waiting'
      node.key = event.key
      return
    case 'again':
      node.take++
      return
    case 'postponed':
      node.later = event.notBefore > Date.now()
      return
    case 'failed':
      node.life = event.alone ? 'skipped' : 'failed'
      break
    case 'died':
      node.life = 'dead'
  }
  if (node.life === 'skipped') return
  model.error = event.story.code
  if (model.plan.onError === 'stop' && model.stage === 'running') model.stage = 'stopping'
}

/** Whatever follows from how things stand now, until nothing more does. */
const followUp = (model: CoreModel): void => {
  const lifeOf = (at: number) => model.nodes[at]!.life
  const isOver = (at: number): boolean => {
    const life = lifeOf(at)
    return life === 'done' || life === 'skipped' || (model.plan.onError === 'goOn' && isBad(life))
  }
  const next = ({ needs, after }: PlanNode, node: NodeModel): NodeModel['life'] => {
    if (node.life === 'waiting') return model.settled.has(node.key) ? 'ready' : 'waiting'
    if (node.life !== 'blocked') return node.life
    if (needs.some((need) => lifeOf(need) === 'skipped')) return 'skipped'
    return needs.every((need) => lifeOf(need) === 'done') && after.every(isOver) ? 'ready' : 'blocked'
  }
  for (let changed = true; changed;) {
    changed = false
    model.plan.nodes.forEach((planned, i) => {
      const node = model.nodes[i]!
      const life = next(planned, node)
      changed ||= life !== node.life
      node.life = life
    })
  }
  const lives = model.nodes.map(({ life }) => life)
  if (model.stage !== 'running' || lives.some((life) => life === 'ready' || life === 'waiting')) return
  model.stage = lives.every((life) => life === 'done' || life === 'skipped') ? 'succeeded' : 'failed'
}
const isBad = (life: NodeModel['life']): boolean => life === 'failed' || life === 'dead'

/** What may start, best first. */
export const readyIn = ({ plan, stage, nodes }: CoreModel): Step[] =>
  stage !== 'running'
    ? []
    : nodes
        .flatMap(({ life, take }, node) => (life === 'ready' ? [{ node, take, rank: plan.nodes[node]!.rank }] : []))
        .sort((a, b) => b.rank - a.rank || a.node - b.node)

export const mayStart = (model: CoreModel, step: Step): boolean =>
  !model.nodes[step.node]!.later && readyIn(model).some((one) => nameOf(one) === nameOf(step))

export type Answer = 'begins' | 'lost' | 'dead'

/**
 * What a worker that asks for a step is told, and what that leaves behind. When its run was stopped or cancelled, one
 * that heard earlier that what the step waited for is settled may yet begin it, as it may one that nobody had: `began`.
 */
export const asks = (
  model: CoreModel,
  step: Step,
  { owner, began = false }: { owner: string; began?: boolean },
): Answer => {
  const known = model.claims.get(nameOf(step))
  if (!known) {
    const fresh: ClaimModel = { state: 'running', fence: 1, crashes: 0, errors: 0, owner, alive: true, waitedFor: '' }
    model.claims.set(nameOf(step), fresh)
    return 'begins'
  }
  const isFree = known.state === 'ready' || known.state === 'waiting' || (known.state === 'running' && !known.alive)
  if (!isFree) return 'lost'
  if (known.state === 'running') known.crashes++
  known.fence++
  Object.assign(known, { state: 'running', owner, alive: true })
  const mayYetBegin = began && model.stage !== 'running' && model.settled.has(known.waitedFor)
  if (!mayStart(model, step) && !mayYetBegin) {
    release(known, 'ready')
    return 'lost'
  }
  if (known.crashes < limits.stepCrashesMax) return 'begins'
  release(known, 'dead')
  known.waitedFor = ''
  return 'dead'
}

const release = (claim: ClaimModel, state: ClaimModel['state']): void => {
  Object.assign(claim, { state, owner: null, alive: false })
}

export const isHeld = (model: CoreModel, step: Step, fence: number): boolean => {
  const claim = model.claims.get(nameOf(step))
  return claim?.state === 'running' && claim.fence === fence
}

type Told = { event: RunEvent['type']; hasEffect: boolean; key: string }

/** A finish whose fence stands: what it leaves of the claim. */
export const finishes = (model: CoreModel, step: Step, { event, hasEffect, key }: Told): void => {
  const claim = model.claims.get(nameOf(step))!
  if (hasEffect) model.effects.add(`${nameOf(step)}/${String(claim.fence)}`)
  if (event === 'postponed') claim.errors++
  claim.waitedFor = event === 'waiting' ? key : ''
  const after: Partial<Record<RunEvent['type'], ClaimModel['state']>> = { postponed: 'ready', died: 'dead' }
  release(claim, after[event] ?? (event as 'done' | 'waiting' | 'again' | 'failed'))
}

export const givesBack = (model: CoreModel, step: Step, fence: number): void => {
  if (isHeld(model, step, fence)) release(model.claims.get(nameOf(step))!, 'ready')
}

/** A person goes on: nothing is held against a step that is not over. */
export const forgives = (model: CoreModel): void => {
  for (const claim of model.claims.values()) {
    if (claim.state === 'done' || claim.state === 'again') continue
    claim.errors = claim.crashes = 0
    if (claim.state === 'failed' || claim.state === 'dead') claim.state = 'ready'
  }
}

/** Leases run out, but for those of whoever still beats. */
export const timePasses = (model: CoreModel, beating: ReadonlySet<string>): void => {
  for (const one of [...model.claims.values(), ...model.places.values()])
    if (!one.owner || !beating.has(one.owner)) one.alive = false
  for (const owner of beating) beats(model, owner)
}

export const beats = (model: CoreModel, owner: string): void => {
  for (const one of [...model.claims.values(), ...model.places.values()]) if (one.owner === owner) one.alive = true
}

/** The sweeper ends what dead programs hold, and nothing else. */
export const sweeps = (model: CoreModel, dead: ReadonlySet<string>): void => {
  for (const claim of model.claims.values()) if (claim.owner && dead.has(claim.owner)) claim.alive = false
  for (const [id, { owner }] of model.places) if (dead.has(owner)) model.places.delete(id)
}
