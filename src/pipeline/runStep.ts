import { limits } from '@/domain/limits'
import { asideSubject } from '@/domain/money/referencesToMake'
import type { Beat, Outcome } from '@/domain/run/engine'
import type { RunEvent } from '@/domain/run/runEvent'
import type { PlanNode } from '@/domain/run/runPlan'
import type { Ask } from '@/domain/run/runState'
import type { CallFree } from '@/calls/callFree'
import { CallFailed, type CallPaid } from '@/calls/callPaid'
import type { CommitFinishes, Finish } from '@/stores/commitFinishes'
import { isDatabaseAway, whileAway } from '@/stores/databaseAway'
import { resultId } from '@/stores/resultsStore'
import { withScratch } from '@/stores/scratch'
import type { Tx } from '@/stores/controlDb'
import type { Claim } from '@/stores/stepsStore'
import type { Gift, StepContext, StepDefinition, StepResult } from './defineStep'
import type { Providers } from './providers'
import { ofScene } from './ofScene'
import { partsOf, stepInputHash } from './partsOf'
import { paidDoor } from './paidDoor'
import { readDeclared, type ProjectOf } from './readDeclared'
import { standsFrom } from './living/standsFrom'
import { died, endingOf, failureOf, unknownStep } from './stepEnds'
import { sceneFails } from './scene/sceneFails'
import { SceneWaits } from './scene/sceneWaits'
import type { Stores } from './stores'
import { templateSent } from './templateSent'

export type RunStepParts = {
  stores: Stores
  providers: Providers
  call: CallFree
  callPaid: CallPaid
  commit: CommitFinishes
  steps: ReadonlyMap<string, StepDefinition>
  projectOf: ProjectOf
  scratchDir: string
  /** Told about every claim while it runs, so that its lease is renewed; answers how to forget it. */
  hold: (claim: Claim, lost: () => void) => () => void
  onFinished: (ask: Ask, event: RunEvent) => void
}

/** Claims a step with a fence, runs it or finds its result, and commits what it gave. Source: house.md, durable core 4–5. */
export const runStep =
  (room: RunStepParts) =>
  async (ask: Ask, beat: Beat): Promise<Outcome> => {
    const parts: RunStepParts = { ...room, commit: (finish) => (beat.landing?.(), room.commit(finish)) }
    const plan = await parts.stores.runs.loadPlan(ask.runId)
    const node = plan.nodes[ask.node]
    const step = node && parts.steps.get(node.step)
    if (!node || !step) throw unknownStep(ask, node)
    const askedAt = Date.now()
    const claim = await whileAway(awayMs, () => parts.stores.steps.claim(ask, node.step))
    if (!claim) return { lost: true }
    const slept = Date.now() - askedAt > sleptMs
    if (!(await mayStart(parts, claim, slept))) return { lost: true }
    if (claim.crashes >= limits.stepCrashesMax) {
      const event = died(ask, claim, step)
      return finish(parts, { claim, event, write: sceneFails(parts.stores, { node, event }) })
    }

    const stop = new AbortController()
    const forget = parts.hold(claim, () => stop.abort(new Error('the lease was lost')))
    const signal = AbortSignal.any([beat.signal, stop.signal])
    try {
      return await perform(parts, { ask, claim, node, step, signal })
    } catch (error) {
      // Neither a stop nor a database that went away is the step's fault.
      if (signal.aborted || isDatabaseAway(error)) return await giveBack(parts, claim)
      return await finish(parts, failing(parts.stores, { error, claim, node }))
    } finally {
      forget()
    }
  }

type Failing = { error: unknown; claim: Claim; node: PlanNode }

/** Its scene says so, and a failed call that somebody is told of now is marked as told. */
const failing = (stores: Stores, { error, claim, node }: Failing): Ending => {
  const event = failureOf(error, claim.ask, claim)
  const scene = sceneFails(stores, { node, event })
  const told = error instanceof CallFailed || error instanceof SceneWaits ? error.write : null
  const write = async (tx: Tx) => {
    await scene?.(tx)
    await told?.(tx)
  }
  return { claim, event, write }
}

/** So long a claim, or giving it back, waits for a database that is away. */
const awayMs = 30_000
/** A claim that took longer was asked for by a program that slept, or of a database that was away. */
const sleptMs = 1000

const giveBack = async ({ stores }: RunStepParts, claim: Claim): Promise<Outcome> => {
  await whileAway(awayMs, () => stores.steps.giveBack(claim))
  return { lost: true }
}

/** What it was parked on is settled in the fold we know. Was the run stopped since, it begins as one nobody had would, and hears of it soon. */
const isKnownReady = ({ stores }: RunStepParts, { ask, waitedFor }: Claim): boolean => {
  const known = waitedFor === undefined ? undefined : stores.runs.known(ask.runId)
  const isReady = known?.ready.some(({ node, take }) => node === ask.node && take === ask.take) ?? false
  return isReady && known?.settled.has(waitedFor ?? '') === true
}

/** A worker whose picture of the run is old may claim what is parked, postponed, stopped or cancelled: the newest fold decides. */
const mayStart = async (parts: RunStepParts, claim: Claim, slept: boolean): Promise<boolean> => {
  if (!slept && (!claim.again || isKnownReady(parts, claim))) return true
  const { ask } = claim
  const { ready } = await parts.stores.runs.loadState(ask.runId)
  const now = Date.now()
  if (ready.some(({ node, take, notBefore }) => node === ask.node && take === ask.take && notBefore <= now)) return true
  await giveBack(parts, claim)
  return false
}

type NodeEvent = Finish['event']
type Work = { ask: Ask; claim: Claim; node: PlanNode; step: StepDefinition; signal: AbortSignal }

const perform = async (parts: RunStepParts, { ask, claim, node, step, signal }: Work): Promise<Outcome> => {
  const { results, assets } = parts.stores
  const films = await parts.projectOf(ask.runId)
  const own = await ofScene(parts.stores, { node, project: films })
  const { project } = own
  const values = await readDeclared(
    parts.stores,
    { step, node, project: films, runId: ask.runId, providers: parts.providers },
    own,
  )
  const from = partsOf(step, node, values)
  const inputHash = stepInputHash({ step, node, take: ask.take, values, parts: from })
  const id = resultId(project.id, step.id, inputHash)
  const stands = standsFrom(parts.stores, { project: project.id, step, node, parts: from })
  const known = await results.find(id, claim.waitedFor !== undefined)
  const done = (reused: boolean): NodeEvent => ({ type: 'done', node: ask.node, take: ask.take, reused })
  // an older result that fits again is carried out again: its documents were written over since (its calls still stand)
  if (known && (await assets.present(known.files)) && (await results.isNewest(known)))
    return finish(parts, { claim, event: done(true), outcome: { result: id }, write: await stands.unlessKnown(id) })

  await assets.bringAll(values)
  const paid = paidDoor(parts.callPaid, { project: project.id, runId: ask.runId, scene: sceneOf(node) })
  const context = (scratch: string): StepContext => ({
    project, runId: ask.runId, take: ask.take, input: node.input, inputHash, signal, scratch, stores: parts.stores, providers: parts.providers,
    call: async ({ template, ...call }) => {
      const sent = template ? { template: await templateSent(parts.stores, { slug: template, project: project.id }) } : {}
      return parts.call({ ...call, ...sent, owner: project.id, scene: sceneOf(node) }, { scratch, signal })
    },
    callPaid: paid.call,
  }) // prettier-ignore
  const made = await withScratch(parts.scratchDir, (scratch) => paid.parking(() => step.run(values, context(scratch))))
  if (!isGift(made)) return finish(parts, { ...endingOf(made, { ask, node, step }), write: made.write ?? null, claim })
  const { gives = {}, files = [], write } = made
  const subject = subjectOf(node)
  const result = {
    _id: id,
    project: project.id,
    step: step.id,
    subject,
    inputHash,
    gives,
    files,
    takes: ask.take,
    at: new Date(),
  }
  return finish(parts, {
    claim,
    event: done(false),
    outcome: { result: id },
    write: async (tx) => {
      await results.put(result, tx)
      await stands.write(id)(tx)
      // what is made aside for a scene stands beside what the documents show
      if (node.input.aside === undefined) await write?.(tx)
    },
  })
}

const subjectOf = ({ input }: PlanNode): string => {
  const name = input.scene ?? input.character ?? input.location ?? input.prop ?? ''
  return input.aside === undefined ? name : asideSubject(name, input.aside)
}

const sceneOf = ({ input }: PlanNode): string | null => input.scene ?? null

const isGift = (made: StepResult): made is Gift => !('waiting' in made) && !('again' in made)

type Ending = {
  claim: Claim
  event: NodeEvent
  outcome?: Record<string, unknown>
  write?: Finish['write']
}

const finish = async (parts: RunStepParts, { claim, event, outcome, write }: Ending): Promise<Outcome> => {
  const error = 'story' in event ? event.story : null
  const committed = await parts.commit({
    claim,
    runId: claim.ask.runId,
    event,
    outcome: outcome ?? null,
    error,
    write: write ?? null,
  })
  if (committed === 'refused') return giveBack(parts, claim)
  if (committed === 'lost') return { lost: true }
  parts.onFinished(claim.ask, event)
  return outcomeOf(event)
}

const outcomeOf = (event: NodeEvent): Outcome => {
  if (event.type === 'done') return { done: true }
  if (event.type === 'waiting') return { waiting: event.key }
  return event.type === 'again' ? { again: event.take + 1 } : { failed: true }
}
