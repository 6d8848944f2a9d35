import { randomBytes } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'
import type { Outcome } from '@/domain/run/engine'
import type { StoredEvent } from '@/domain/run/runEvent'
import type { RunPlan } from '@/domain/run/runPlan'
import { machineName } from '@/stores/owner'
import type { HeldSlot } from '@/stores/slotsStore'
import {
  asks, beats, finishes, givesBack, happens, isHeld, nameOf, newModel, readyIn, timePasses, type CoreModel, type Step,
} from './coreModel' // prettier-ignore
import { checkCore } from './checkCore'
import { projectId } from './crew'
import { handWorker, type End, type Flight, type HandWorker } from './handWorker'
import type { TestDatabase } from './testDatabase'

export const leaseMs = 60_000
export const poolSize = 2

/** One run, the workers around it, and the model of both. */
export type ModelStage = {
  database: TestDatabase
  runId: string
  plan: RunPlan
  key: string
  model: CoreModel
  workers: HandWorker[]
  asleep: Set<string>
  /** Owners whose process is gone. */
  dead: Set<string>
  /** Dead workers, with what they left in the middle. */
  ghosts: HandWorker[]
  /** What each worker saw when it looked last. */
  pictures: Map<string, Step[]>
  seq: number
  story: string[]
}

let pids = 5_000_000
const newWorker = ({ control, folder }: TestDatabase): HandWorker => {
  const pid = ++pids
  const owner = `${machineName()}/${pid}/${randomBytes(3).toString('hex')}`
  return handWorker({ control, folder, owner, pid, leaseMs })
}

export const openModelStage = async (database: TestDatabase, plan: RunPlan): Promise<ModelStage> => {
  const { db } = database.control
  const names = ['runs', 'run_plans', 'run_events', 'steps', 'slots', 'effects', 'outbox']
  await Promise.all(names.map((name) => db.collection(name).deleteMany({})))
  const workers = Array.from({ length: 3 }, () => newWorker(database))
  const key = randomBytes(6).toString('hex')
  const { crew } = workers[0]!
  const { runId } = await crew.stores.runs.create({ kind: plan.kind, projectId, key, plan, options: {} })
  await crew.engine.start(runId)
  return {
    database, runId, plan, key, model: newModel(plan), workers, asleep: new Set(), dead: new Set(), ghosts: [],
    pictures: new Map(), seq: 1, story: [],
  } // prettier-ignore
}

/** What a move is expected to add to the log, in any order, and what each event means for the claims. */
export type Expected = { name: string; apply?: () => void }
export const nameOfEvent = (event: StoredEvent): string =>
  'node' in event ? `${event.type} ${nameOf(event)}` : event.type === 'settled' ? `settled ${event.key}` : event.type

/** Reads what the log has now, compares it with what was expected, and lets the model follow in the order of the log. */
export const observe = async (stage: ModelStage, expected: Expected[], mayRepeat = ''): Promise<void> => {
  const { runId, model, workers } = stage
  const events = await workers[0]!.crew.stores.runs.eventsOf(runId, stage.seq)
  const open = [...expected]
  for (const event of events) {
    expect(event.seq, 'no gap').toBe(++stage.seq)
    const name = nameOfEvent(event)
    const at = open.findIndex((one) => one.name === name)
    if (at < 0 && name !== mayRepeat) throw new Error(`nobody expected “${name}”`)
    if (at >= 0) open.splice(at, 1)[0]?.apply?.()
    happens(model, event)
  }
  expect(open.map(({ name }) => name), 'events that are missing').toEqual([]) // prettier-ignore
  await checkCore(stage)
}

export const look = async (stage: ModelStage, worker: HandWorker): Promise<void> => {
  const state = await worker.crew.stateOf(stage.runId)
  stage.pictures.set(worker.owner, state.ready.map(({ node, take }) => ({ node, take }))) // prettier-ignore
  if (state.stage === 'cancelling') await letGo(stage, worker)
}

/** Stops all that a worker has in hand: it gives it back. */
export const letGo = async (stage: ModelStage, worker: HandWorker): Promise<void> => {
  for (const flight of [...worker.flights.values()]) {
    worker.flights.delete(nameOf(flight.step))
    flight.stop.abort(new Error('stop'))
    expect(await flight.outcome).toEqual({ lost: true })
    givesBack(stage.model, flight.step, flight.claim.fence)
    await freePlace(stage, worker, flight.place)
  }
}

export const takePlace = async (stage: ModelStage, worker: HandWorker, step: Step): Promise<HeldSlot | null> => {
  const { slot } = stage.plan.nodes[step.node]!
  const pool = slot === 'cpu' ? 'cpu:stage' : slot
  const holder = `${stage.runId}:${nameOf(step)}`
  const { places } = stage.model
  const living = [...places.values()].filter((place) => place.pool === pool && place.alive).length
  const held = await worker.crew.slots.take(pool, poolSize, holder)
  expect(held !== null, `a place of ${pool} beside ${living}`).toBe(living < poolSize)
  if (!held) return null
  expect(places.get(held.id)?.alive ?? false, `${held.id} was somebody’s`).toBe(false)
  places.set(held.id, { pool, owner: worker.owner, holder, alive: true })
  return held
}

export const freePlace = async (
  { model: { places } }: ModelStage,
  worker: HandWorker,
  held: HeldSlot | null,
): Promise<void> => {
  if (!held) return
  await worker.crew.slots.free(held)
  const known = places.get(held.id)
  if (known?.owner === worker.owner && known.holder === held.holder) places.delete(held.id)
}

/** A worker asks for a step, with a place where it needs one. */
export const claim = async (stage: ModelStage, worker: HandWorker, step: Step): Promise<void> => {
  const needsPlace = stage.plan.nodes[step.node]!.slot !== 'free'
  const place = needsPlace ? await takePlace(stage, worker, step) : null
  if (needsPlace && !place) return observe(stage, [])
  const got = await worker.ask(stage.runId, step, place)
  const answer = asks(stage.model, step, { owner: worker.owner, began: 'step' in got })
  stage.story.push(`… ${answer}`)
  expect(nameOfAnswer(got), `the claim of ${nameOf(step)}`).toBe(answer)
  if (answer !== 'begins') await freePlace(stage, worker, place)
  await observe(stage, answer === 'dead' ? [{ name: `died ${nameOf(step)}` }] : [])
}

export const nameOfAnswer = (got: Flight | Outcome): string => {
  if ('step' in got) return 'begins'
  return 'lost' in got ? 'lost' : 'dead'
}

export type Ending = { worker: HandWorker; flight: Flight; how: End; key: string; twice: boolean }

/** Steps end, all at once, maybe with something `beside` them; whose fence moved on changes nothing. */
export const letEnd = async (
  stage: ModelStage,
  endings: Ending[],
  beside: () => Promise<Expected[]> = () => Promise.resolve([]),
): Promise<void> => {
  const { model, plan } = stage
  const wished = endings.map((one) => ({ ...one, ...wishOf(plan, one), held: isHeld(model, one.flight.step, one.flight.claim.fence) })) // prettier-ignore
  const wasCancelled = model.stage === 'cancelling' || model.stage === 'cancelled'
  const [more, ...outcomes] = await Promise.all([
    beside(),
    ...endings.map(({ flight, how, key, twice }) => flight.end(how, { key, twice })),
  ])
  // nothing waits in a run that was cancelled; was it at this moment, whoever was quicker is right
  const isCancelledNow = more.some(({ name }) => name === 'cancelling')
  const isRefused = wished.map(
    ({ held, how }, i) =>
      held && how === 'park' && (wasCancelled || (isCancelledNow && isDeepStrictEqual(outcomes[i], { lost: true }))),
  )
  wished.forEach(({ held, outcome, flight }, i) => {
    const told = held && !isRefused[i] ? outcome : { lost: true }
    expect(outcomes[i], `the end of ${nameOf(flight.step)}`).toEqual(told)
    if (isRefused[i]) givesBack(model, flight.step, flight.claim.fence)
  })
  for (const { worker, flight } of endings) await freePlace(stage, worker, flight.place)
  const expected = wished
    .filter(({ held }, i) => held && !isRefused[i])
    .map(({ flight, event, how, key }) => ({
      name: `${event} ${nameOf(flight.step)}`,
      apply: () => finishes(model, flight.step, { event, key, hasEffect: ['gift', 'park', 'refuse'].includes(how) }),
    }))
  await observe(stage, [...expected, ...more])
}

type Wish = { event: 'done' | 'waiting' | 'again' | 'postponed' | 'failed'; outcome: Outcome }
const wishOf = (plan: RunPlan, { flight: { step, claim: held }, how, key }: Ending): Wish => {
  if (how === 'gift') return { event: 'done', outcome: { done: true } }
  if (how === 'park') return { event: 'waiting', outcome: { waiting: key } }
  if (how === 'refuse' && step.take < plan.nodes[step.node]!.takes)
    return { event: 'again', outcome: { again: step.take + 1 } }
  const mayPass = how !== 'never' && how !== 'refuse' && held.errors + 1 < 5
  return { event: mayPass ? 'postponed' : 'failed', outcome: { failed: true } }
}

/** A heartbeat: those whose step somebody else has are told, and only they. */
export const beat = async (stage: ModelStage, worker: HandWorker): Promise<void> => {
  const lost = [...worker.flights.values()].filter(({ step, claim: held }) => !isHeld(stage.model, step, held.fence))
  const told = await worker.beat()
  expect(told.map(({ step }) => nameOf(step)).sort()).toEqual(lost.map(({ step }) => nameOf(step)).sort())
  beats(stage.model, worker.owner)
  for (const { place } of told) await freePlace(stage, worker, place)
}

/** More than a lease goes by; who is awake beats in the middle of it, and looks. */
export const passTime = async (stage: ModelStage): Promise<void> => {
  const awake = stage.workers.filter(({ owner }) => !stage.asleep.has(owner))
  await turnClock(stage, leaseMs * 0.7)
  for (const worker of awake) await beat(stage, worker)
  await turnClock(stage, leaseMs * 0.7)
  timePasses(stage.model, new Set(awake.map(({ owner }) => owner)))
  for (const worker of awake) await beat(stage, worker)
  for (const worker of awake) await look(stage, worker)
}

/** As far as leases know: all of them stand by the server's clock, so they are moved instead of it. */
const turnClock = async ({ database: { control }, runId }: ModelStage, ms: number): Promise<void> => {
  const back = (field: string) => [{ $set: { [field]: { $subtract: [`$${field}`, ms] } } }]
  await Promise.all([
    control.db.collection('steps').updateMany({ runId, state: 'running' }, back('lease.until')),
    control.db.collection('slots').updateMany({}, back('until')),
  ])
}

/** Somebody new in the place of a worker. */
export const replace = (stage: ModelStage, worker: HandWorker): HandWorker => {
  const next = newWorker(stage.database)
  stage.workers[stage.workers.indexOf(worker)] = next
  stage.asleep.delete(worker.owner)
  return next
}

export const die = (stage: ModelStage, worker: HandWorker): void => {
  stage.dead.add(worker.owner)
  stage.ghosts.push(worker)
  replace(stage, worker)
}

export const freshSteps = (stage: ModelStage): Step[] =>
  readyIn(stage.model).filter(({ node }) => !stage.model.nodes[node]!.later)
