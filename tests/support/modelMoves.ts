import fc from 'fast-check'
import { expect } from 'vitest'
import { sweep } from '@/jobs/sweep'
import { asks, forgives, nameOf, sweeps } from './coreModel'
import { projectId, type TestNode } from './crew'
import type { End, HandWorker } from './handWorker'
import {
  beat, claim, die, freshSteps, letEnd, letGo, look, nameOfAnswer, observe, passTime, replace, type Ending, type Expected, type ModelStage,
} from './modelStage' // prettier-ignore

const keys = ['clip', 'frame', 'voice'] as const

/** One thing that happens. Numbers choose among what is there; a move for which there is nothing does nothing. */
export type Move = { does: keyof typeof moves; worker: number; pick: number; how: End; key: (typeof keys)[number]; flag: boolean } // prettier-ignore
type Do = (stage: ModelStage, move: Move, worker: HandWorker) => Promise<void>

const among = <T>(list: readonly T[], pick: number): T | undefined => list[pick % list.length]
const isAwake = ({ asleep }: ModelStage, { owner }: HandWorker): boolean => !asleep.has(owner)

const claimOne: Do = async (stage, { pick, flag: old }, worker) => {
  if (!isAwake(stage, worker)) return
  if (!old) await look(stage, worker)
  const seen = (old ? stage.pictures.get(worker.owner) : freshSteps(stage)) ?? []
  const step = among(
    seen.filter((one) => !worker.flights.has(nameOf(one))),
    // The best half of the time, as an engine would; any other the rest.
    pick % 2 ? 0 : pick,
  )
  if (!step) return
  stage.story.push(`${nameOf(step)}${old ? ' as seen before' : ''}`)
  await claim(stage, worker, step)
}

/** All who are awake want the same step at the same moment. */
const race: Do = async (stage, { pick }) => {
  const step = among(freshSteps(stage), pick)
  const racers = stage.workers.filter((one) => isAwake(stage, one) && step && !one.flights.has(nameOf(step)))
  if (!step || racers.length === 0) return
  stage.story.push(nameOf(step))
  const got = await Promise.all(racers.map((worker) => worker.ask(stage.runId, step)))
  const winner = got.findIndex((one) => !('lost' in one))
  const answer = asks(stage.model, step, { owner: racers[Math.max(winner, 0)]!.owner })
  const others = racers.length - (answer === 'lost' ? 0 : 1)
  expect(got.map(nameOfAnswer).sort()).toEqual([...(answer === 'lost' ? [] : [answer]), ...Array.from({ length: others }, () => 'lost')].sort()) // prettier-ignore
  await observe(stage, answer === 'dead' ? [{ name: `died ${nameOf(step)}` }] : [])
}

/** A step takes one worker after the other down with it. */
const poison: Do = async (stage, { pick }) => {
  const step = among(freshSteps(stage), pick)
  for (let time = 0; step && time < 4 - (pick % 2); time++) {
    const victim = stage.workers.find((one) => isAwake(stage, one) && !one.flights.has(nameOf(step)))
    if (!victim) return
    await look(stage, victim)
    if (!freshSteps(stage).some((one) => nameOf(one) === nameOf(step))) return
    stage.story.push(nameOf(step))
    await claim(stage, victim, step)
    if (!victim.flights.has(nameOf(step))) return
    die(stage, victim)
    await passTime(stage)
    await observe(stage, [])
  }
}

const endingOf = (stage: ModelStage, { pick, how, key, flag }: Move): Ending | undefined => {
  const all = stage.workers.flatMap((worker) => [...worker.flights.values()].map((flight) => ({ worker, flight })))
  const one = among(all, pick)
  return one && { ...one, how, key, twice: flag }
}

/** A step ends, also one whose worker sleeps: it woke, and its step was quicker than its heartbeat. */
const finish: Do = async (stage, move) => {
  const ending = endingOf(stage, move)
  if (!ending) return
  stage.story.push(`${nameOf(ending.flight.step)}: ${move.how}${move.flag ? ', told twice' : ''}`)
  await letEnd(stage, [ending])
}

const hows: End[] = ['gift', 'badWrite', 'park', 'refuse', 'never', 'later']
/** All that one worker has in hand ends at the same moment, each in its own way. */
const finishTogether: Do = async (stage, { pick, how, key, flag }, worker) => {
  const endings = [...worker.flights.values()].map((flight, i) => ({ worker, flight, key, twice: flag, how: i === pick % 3 ? how : among(hows, pick + i * i)! })) // prettier-ignore
  stage.story.push(...endings.map((one) => `${nameOf(one.flight.step)}: ${one.how}${flag ? ', told twice' : ''}`))
  await letEnd(stage, endings)
}

const resumes = async ({ model, runId }: ModelStage, { crew }: HandWorker): Promise<Expected[]> => {
  const goesOn = model.stage !== 'succeeded'
  await crew.engine.resume(runId)
  return goesOn ? [{ name: 'resumed', apply: () => forgives(model) }] : []
}
const cancels = async ({ model, runId }: ModelStage, { crew }: HandWorker): Promise<Expected[]> => {
  const isOver = model.stage === 'succeeded' || model.stage === 'failed' || model.stage === 'cancelled'
  await crew.engine.cancel(runId)
  return isOver ? [] : [{ name: 'cancelling' }]
}

/** A person goes on, or cancels, at the moment a step ends. */
const finishBeside: Do = async (stage, move, worker) => {
  const ending = endingOf(stage, { ...move, flag: false })
  if (!ending || stage.model.stage !== 'running') return
  stage.story.push(`${nameOf(ending.flight.step)}: ${move.how} beside ${move.flag ? 'resume' : 'cancel'}`)
  await letEnd(stage, [ending], () => (move.flag ? resumes : cancels)(stage, worker))
}

/** A key is settled, told three times or once, whether anybody waits for it or not. */
const settle: Do = async (stage, { key, flag }, { crew }) => {
  const name = `settled ${key}`
  const isNew = !stage.model.settled.has(key)
  stage.story.push(key)
  await Promise.all(Array.from({ length: flag ? 3 : 1 }, () => crew.engine.settled(stage.runId, key)))
  await observe(stage, isNew ? [{ name }] : [], isNew && flag ? name : '')
}

const startAgain: Do = async (stage, _move, { crew }) => {
  const { runId, plan, key } = stage
  const again = await crew.stores.runs.create({ kind: plan.kind, projectId, key, plan, options: {} })
  expect(again).toEqual({ runId, joined: true })
  expect(await crew.engine.start(runId)).toBe('joined')
  await observe(stage, [])
}

/** As a worker lands a run when it looks at it: not before the last lease is over. */
const land: Do = async (stage, _move, worker) => {
  const { model, runId } = stage
  await look(stage, worker)
  const flying = [...model.claims.values()].filter(({ state, alive }) => state === 'running' && alive).length
  expect(await worker.crew.stores.steps.inFlight(runId)).toBe(flying)
  const mayLand = flying === 0 && (model.stage === 'cancelling' || model.stage === 'stopping')
  if (mayLand) await worker.crew.department.land(runId)
  await observe(stage, mayLand ? [{ name: 'landed' }] : [])
}

const moves = {
  claim: claimOne,
  race,
  poison,
  finish,
  finishTogether,
  finishBeside,
  settle,
  startAgain,
  land,
  resume: async (stage, _move, worker) => observe(stage, await resumes(stage, worker)),
  cancel: async (stage, _move, worker) => observe(stage, await cancels(stage, worker)),
  look: async (stage, _move, worker) => {
    await look(stage, worker)
    await observe(stage, [])
  },
  die: async (stage, _move, worker) => {
    die(stage, worker)
    await observe(stage, [])
  },
  shutDown: async (stage, _move, worker) => {
    await letGo(stage, worker)
    replace(stage, worker)
    await observe(stage, [])
  },
  sleep: async (stage, _move, { owner }) => void stage.asleep.add(owner),
  wakeUp: async (stage, _move, worker) => {
    if (!stage.asleep.delete(worker.owner)) return
    await beat(stage, worker)
    await look(stage, worker)
    await observe(stage, [])
  },
  timePasses: async (stage) => {
    await passTime(stage)
    await observe(stage, [])
  },
  sweep: async (stage, _move, { crew }) => {
    const { engine, slots, stores } = crew
    await sweep({ engine, slots, runs: stores.runs, steps: stores.steps, outbox: stores.outbox })
    sweeps(stage.model, stage.dead)
    await observe(stage, [])
  },
} satisfies Record<string, Do>

export const makeMove = async (stage: ModelStage, move: Move): Promise<void> => {
  const at = move.worker % stage.workers.length
  stage.story.push(`worker ${at} ${move.does}`)
  await moves[move.does](stage, move, stage.workers[at]!)
}

const weights: Record<keyof typeof moves, number> = {
  claim: 14, finish: 9, finishTogether: 4, finishBeside: 2, race: 2, poison: 1, settle: 3, timePasses: 4, die: 3, sleep: 3, wakeUp: 2,
  sweep: 2, resume: 2, land: 2, cancel: 1, look: 1, startAgain: 1, shutDown: 1,
} // prettier-ignore

export const anyMoves = (): fc.Arbitrary<Move[]> =>
  fc.array(
    fc.record({
      does: fc.constantFrom(...(Object.keys(weights) as Move['does'][]).flatMap((does) => Array.from({ length: weights[does] }, () => does))), // prettier-ignore
      worker: fc.nat(2),
      pick: fc.nat(11),
      how: fc.constantFrom<End>('gift', 'gift', 'gift', 'park', 'park', 'refuse', 'never', 'later', 'later', 'muchLater', 'badWrite'), // prettier-ignore
      key: fc.constantFrom(...keys),
      flag: fc.boolean(),
    }),
    { minLength: 1, maxLength: 40, size: 'max' },
  )

export type SmallPlan = { onError: 'stop' | 'goOn'; steps: TestNode[] }

/** 2 to 12 steps whose needs point backwards. */
export const anySmallPlan = (): fc.Arbitrary<SmallPlan> =>
  fc
    .record({
      onError: fc.constantFrom('stop' as const, 'goOn' as const),
      steps: fc.array(
        fc.record({
          needs: fc.uniqueArray(fc.nat(11), { maxLength: 2 }),
          after: fc.uniqueArray(fc.nat(11), { maxLength: 1 }),
          slot: fc.constantFrom('free' as const, 'cpu' as const, 'provider:film' as const),
          takes: fc.integer({ min: 1, max: 3 }),
          rank: fc.nat(9),
        }),
        { minLength: 2, maxLength: 12 },
      ),
    })
    .map(({ onError, steps }) => {
      const earlier = (list: number[], i: number) => list.filter((n) => n < i)
      return {
        onError,
        steps: steps.map(({ needs, after, ...step }, i) => ({ ...step, act: 'hand', needs: earlier(needs, i), after: earlier(after, i) })), // prettier-ignore
      }
    })
