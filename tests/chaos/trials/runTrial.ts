import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { tidyPaid } from '@/calls/paid/tidyPaid'
import { checkPlan, type RunPlan } from '@/domain/run/runPlan'
import { ended } from '@/domain/run/runState'
import { textCollection, type ControlDb } from '@/stores/controlDb'
import { outboxStore, type OutboxStore } from '@/stores/outboxStore'
import { openPaidStores, type PaidStores } from '@/stores/paid/openPaidStores'
import type { PaidGeneration } from '@/stores/paid/paidGeneration'
import { runsStore, type RunsStore } from '@/stores/runsStore'
import type { Emulators } from '../../../emulators/startEmulators'
import { projectId } from '../../support/crew'
import { checkTrial, openBills, type Sample } from './checkTrial'
import type { Ground } from './ground'
import { quickPace, secret, type Order } from './orders'
import { personOf, type Seen } from './person'
import { openProvider, strikeAtProvider } from './provider'
import { hireStaff, type Staff } from './staff'
import type { Asked, Trial } from './trial'
import type { CapRow } from './trialWorker'
import { picturePrice } from './wishOf'

/** How a trial went, as it stands in the log. */
export type Ended = {
  seed: number
  /** What was violated; empty when all is well. */
  faults: string[]
  /** Points and moments that were truly struck: "kill: the intent stands". */
  struck: string[]
  /** What the provider did. */
  day: string[]
  requests: number
  sentAgain: number
  states: Record<string, number>
  seconds: number
  /** Where everything of a failed trial lies. */
  kept?: { database: string; folder: string }
}

/** Two seconds are usual; the machine may be busy with other things. */
const quietWithinMs = 120_000
const booksWithinMs = 90_000

export const runTrial = async (ground: Ground, trial: Trial): Promise<Ended> => {
  const began = performance.now()
  const folder = join(ground.home, 'trials', String(trial.seed))
  rmSync(folder, { recursive: true, force: true })
  const marks = join(folder, 'marks')
  mkdirSync(marks, { recursive: true })
  const database = await ground.database()
  const { control } = database
  const emulators = await openProvider(ground, trial)
  const staff = hireStaff(ground, trial.blows, marks)
  strikeAtProvider(emulators, trial, { staff, marks })
  const end: Ended = { seed: trial.seed, faults: [], struck: [], day: trial.day.names, requests: 0, sentAgain: 0, states: {}, seconds: 0 } // prettier-ignore
  try {
    await play({ trial, control, uri: database.uri, folder, marks, emulators, staff, end })
  } catch (error) {
    end.faults.push(`the trial broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  }
  end.struck = staff.fallen().map((index) => nameOf(trial.blows[index]))
  end.requests = emulators.ledger().length
  end.seconds = Math.round((performance.now() - began) / 100) / 10
  if (end.faults.length > 0) {
    end.kept = { database: database.name, folder }
    const ledger = { ledger: emulators.ledger(), requests: emulators.requests() }
    writeFileSync(join(folder, 'provider.json'), JSON.stringify(ledger, null, 1))
    writeFileSync(join(folder, 'trial.json'), JSON.stringify({ trial, end, log: staff.log }, null, 1))
    ground.keepDatabase()
  } else rmSync(folder, { recursive: true, force: true })
  await emulators.close()
  return end
}

const nameOf = (blow: Trial['blows'][number] | undefined): string => {
  if (!blow) return ''
  return `${blow.what}: ${'at' in blow ? blow.at : `${blow.who} at any moment`}`
}

type Stage = {
  trial: Trial
  control: ControlDb
  uri: string
  folder: string
  marks: string
  emulators: Emulators
  staff: Staff
  end: Ended
}

const play = async (stage: Stage): Promise<void> => {
  const { trial, control, emulators, staff, end } = stage
  const outbox = outboxStore(control)
  const paid = openPaidStores(control, { outbox, secret })
  const wholeCap = picturePrice * 40
  const cap = trial.capFor === null ? wholeCap : picturePrice * trial.capFor
  await textCollection<CapRow>(control.db, 'caps').insertOne({ _id: projectId, nanodollars: cap })
  const runs = runsStore(control, outbox)
  const runIds: string[] = []
  for (const [n, film] of trial.films.entries()) {
    const plan = planOf(trial, film)
    runIds.push((await runs.create({ kind: plan.kind, projectId, key: `film ${n}`, plan, options: {} })).runId)
  }
  await work(stage)
  for (const runId of runIds) await outbox.add('startRun', { runId })
  const person = personOf(trial, { control, paid, outbox, project: projectId, wholeCap })
  const samples: Sample[] = []
  const strikes = trial.blows.map((blow) => strikeLater(blow, staff))
  const isQuiet = async (): Promise<boolean> => {
    try {
      const seen = await look(runs, paid)
      samples.push(await paid.budget.standing(projectId))
      await person.look(seen)
      return staff.isCalm() && person.isDone(seen) && emulators.ledger().every(({ state }) => state !== 'open')
    } catch {
      return false // the database is away
    }
  }
  const becomesQuiet = async (): Promise<boolean> => {
    const until = Date.now() + quietWithinMs
    while (Date.now() < until) {
      if (await isQuiet()) return true
      await sleep(70)
    }
    return false
  }
  let quiet = await becomesQuiet()
  for (const timer of strikes) clearTimeout(timer)
  let unbooked: string[] = []
  // while bills are read something may still turn up of what a person waits for
  for (let round = 0; quiet && round < 4; round++) {
    unbooked = await settleBills(stage, outbox)
    if (await isQuiet()) break
    quiet = await becomesQuiet()
  }
  if (!quiet) end.faults.push(`it never became quiet: ${await openOf(paid)}; ${staff.log.slice(-5).join('; ')}`)
  end.faults.push(...unbooked)
  await tidyPaid({ paid, pace: { ...quickPace, heldMs: 0 } })
  end.faults.push(...(await staff.dismiss()), ...staff.faults)
  const { faults, states, sentAgain } = await checkTrial({ ...stage, paid, runs, samples, project: projectId })
  end.faults.push(...faults)
  Object.assign(end, { states, sentAgain })
}

/** Calls are read last: one that a run waits for is among them. */
const look = async (runs: RunsStore, paid: PaidStores): Promise<Seen> => {
  const rests = new Map<string, readonly string[]>()
  const all = await runs.runs.find().toArray()
  for (const { _id, state } of all) {
    if (ended(state)) continue
    const { ready, parked } = await runs.loadState(_id)
    const keys = [...parked].flatMap(([key, nodes]) => (nodes.length > 0 ? [key] : []))
    if (ready.length === 0 && keys.length > 0) rests.set(_id, keys)
  }
  return { runs: all, calls: await paid.calls.calls.find().toArray(), rests }
}

/** What is left of the calls, for who reads only the message. */
const openOf = async (paid: PaidStores): Promise<string> => {
  const open = await paid.calls.calls.find({ state: { $nin: ['STORED', 'FAILED', 'DEAD', 'CANCELLED'] } }).toArray()
  const at = ({ what, state, fence, dueAt, takenBy }: PaidGeneration) =>
    `“${what}” is ${state} ${fence}, due ${dueAt?.toISOString() ?? 'never'}, taken by ${takenBy ?? 'nobody'}`
  return `${new Date().toISOString()}: ${open.map(at).join(', ')}`
}

/** The door and the workers. */
const work = async ({ trial, uri, folder, marks, emulators, staff }: Stage): Promise<void> => {
  const common = { uri, folder, marks, blows: trial.blows, env: emulators.env, places: trial.places, port: 0 }
  const door: Order = { ...common, role: 'door', name: 'door', machine: 'web', publicUrl: null }
  const publicUrl = trial.calledBack ? `http://127.0.0.1:${await staff.hire(door)}` : null
  const workers = Array.from({ length: trial.workers }, (_, n): Order => {
    return { ...common, role: 'worker', name: `worker ${n}`, machine: trial.apart ? `machine-${n}` : 'machine', publicUrl } // prettier-ignore
  })
  await Promise.all(workers.map((order) => staff.hire(order).catch(() => 0))) // struck while it began
}

const strikeLater = (blow: Trial['blows'][number], staff: Staff): NodeJS.Timeout | undefined => {
  if ('at' in blow) return undefined
  return setTimeout(() => {
    if (blow.who === 'mongod') void staff.strikeDatabase(blow)
    else staff.strike(blow.who === 'door' ? 'door' : `worker ${blow.which}`, blow)
  }, blow.afterMs)
}

const planOf = ({ onError, films }: Trial, film: readonly Asked[]): RunPlan => {
  const all = films[0] ?? []
  return checkPlan({
    kind: 'generate',
    definitionVersion: 'test',
    onError,
    nodes: film.map(({ prompt, aspect, onto }, node) => ({
      node,
      step: 'test.act',
      says: prompt,
      input: { act: 'paint', node: String(node), prompt, aspect, onto: onto === null ? '' : (all[onto]?.prompt ?? '') },
      needs: onto === null ? [] : [onto],
      after: [],
      slot: 'free',
      takes: 1,
      rank: film.length - node,
    })),
  })
}

/** Late bills come, and the studio reads them, as it does every hour by one of its workers. Answers what is not booked. */
const settleBills = async ({ emulators, control }: Stage, outbox: OutboxStore): Promise<string[]> => {
  emulators.world.advance(3600)
  const until = Date.now() + booksWithinMs
  for (let wait = 0; ; wait++) {
    if (wait % 15 === 0) await outbox.add('reconcileBills', {})
    await sleep(100)
    const open = await openBills({ control, emulators })
    if (open.length === 0 || Date.now() > until) return open
  }
}
