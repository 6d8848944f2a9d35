import { expect } from 'vitest'
import type { Tx } from '@/stores/controlDb'
import { checkState } from './checkCore'
import { happens, nameOf } from './coreModel'
import { openCrew, type Crew } from './crew'
import type { Effect, End } from './handWorker'
import { die, leaseMs, passTime, poolSize, type ModelStage } from './modelStage'
import { until } from './until'

/**
 * Whatever happened: one live worker, with the real engine, brings the run to its end. What is done is not done again,
 * and no place stays held. `tells`: somebody says that the keys are settled; if not, the engine asks by itself.
 */
export const bringToEnd = async (stage: ModelStage, tells: boolean): Promise<void> => {
  const { model, runId } = stage
  for (const worker of [...stage.workers]) die(stage, worker)
  await passTime(stage)
  const before = model.nodes.map(({ life }) => life)
  const played: string[] = []
  const crew = liveCrew(stage, played)
  crew.work()
  const parked = tells ? model.nodes.flatMap(({ life, key }) => (life === 'waiting' ? [key] : [])) : []
  try {
    for (const key of parked) await crew.engine.settled(runId, key)
    await goOn(stage, crew)
  } finally {
    await crew.stop()
  }
  const state = await crew.stateOf(runId)
  for (const event of await crew.stores.runs.eventsOf(runId, stage.seq)) {
    expect(event.seq, 'no gap').toBe(++stage.seq)
    happens(model, event)
  }
  checkState(stage, state)
  const made = model.nodes.flatMap(({ life, take }, node) => (life === 'done' && before[node] !== 'done' ? [nameOf({ node, take })] : [])) // prettier-ignore
  expect(played.sort(), `what was done in the end; ${crew.log.join('; ')}`).toEqual(made.sort())
  await checkTraces(stage, made)
}

const liveCrew = ({ database: { control, folder }, runId }: ModelStage, played: string[]): Crew => {
  const effects = control.db.collection<Effect>('effects')
  const effect = (name: string) => async (tx: Tx) => {
    const change = { $set: { runId }, $inc: { times: 1 } }
    await effects.updateOne({ _id: `${runId}/${name}/end` }, change, { upsert: true, session: tx.session })
  }
  return openCrew({
    control, folder, leaseMs, cpuSlots: poolSize, providerSlots: poolSize, only: new Set([runId]), backstopMs: 1,
    settledAmong: (keys) => Promise.resolve(keys),
    acts: {
      hand: ({ input, take }) => {
        const name = `${input['node']}:${take}`
        played.push(name)
        return { write: effect(name) }
      },
    },
  }) // prettier-ignore
}

/** As far as it comes by itself; then a person resumes it. */
const goOn = async ({ model, runId }: ModelStage, crew: Crew): Promise<void> => {
  const stageNow = async () => (await crew.stores.runs.find(runId))!.state
  const comesTo = (...goals: string[]) =>
    until(
      async () => `the run is ${goals.join(' or ')}: ${JSON.stringify(await crew.stateOf(runId))} ${crew.log.join('; ')}`, // prettier-ignore
      async () => goals.includes(await stageNow()),
      12_000,
    )
  const waits = model.stage === 'running' && model.nodes.some(({ life, later }) => life === 'ready' && later)
  if (!waits) await comesTo('succeeded', 'failed', 'cancelled')
  if ((await stageNow()) === 'succeeded') return
  await crew.engine.resume(runId)
  if (!waits) {
    await comesTo('succeeded')
    return
  }
  // Resumed while it ran, it may still come to a step that has ended too many workers; then it is resumed once more.
  await comesTo('succeeded', 'failed')
  if ((await stageNow()) === 'succeeded') return
  await crew.engine.resume(runId)
  await comesTo('succeeded')
}

/** One effect of each finish, one closing of each ending, no place held, nobody at work. */
const checkTraces = async ({ database, model, runId }: ModelStage, made: string[]): Promise<void> => {
  const { db } = database.control
  const effects = await db.collection<Effect>('effects').find().toArray()
  const expected = [...model.effects, ...made.map((name) => `${name}/end`)]
  expect(Object.fromEntries(effects.map(({ _id, times }) => [_id.slice(runId.length + 1), times]))).toEqual(
    Object.fromEntries(expected.map((id) => [id, 1])),
  )
  expect(await db.collection('outbox').countDocuments({ job: 'closeRun' })).toBe(model.endings)
  expect(await db.collection('slots').countDocuments({ until: { $gte: new Date() } })).toBe(0)
  expect(await db.collection('steps').countDocuments({ state: 'running' })).toBe(0)
}

const lastWords: End[] = ['gift', 'never', 'park', 'badWrite', 'refuse', 'later']

/** And whoever was taken for dead wakes now, finishes, beats and frees: nothing changes. */
export const wakeGhosts = async (stage: ModelStage): Promise<void> => {
  const before = await everything(stage)
  for (const worker of stage.ghosts) {
    const [late, ...rest] = [...worker.flights.values()]
    if (late) expect(await late.end(lastWords[stage.seq % lastWords.length]!, { key: 'clip' })).toEqual({ lost: true })
    expect(await worker.beat()).toEqual(rest)
    for (const { place } of [...(late ? [late] : []), ...rest]) if (place) await worker.crew.slots.free(place)
  }
  expect(await everything(stage)).toEqual(before)
}

const everything = async ({ database: { control } }: ModelStage): Promise<unknown> =>
  Promise.all(
    ['runs', 'run_events', 'steps', 'effects', 'outbox', 'results', 'slots'].map((name) =>
      control.db
        .collection(name)
        // A place nobody took in the meantime is given back by whoever held it last.
        .find(name === 'slots' ? { until: { $gte: new Date() } } : {})
        .sort({ _id: 1 })
        .toArray(),
    ),
  )
