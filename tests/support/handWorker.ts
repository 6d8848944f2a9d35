import { StudioError } from '@/domain/errors/StudioError'
import type { Outcome } from '@/domain/run/engine'
import type { StepContext, StepResult } from '@/pipeline/defineStep'
import type { CommitFinishes, Committed, Finish } from '@/stores/commitFinishes'
import type { ControlDb } from '@/stores/controlDb'
import type { HeldSlot } from '@/stores/slotsStore'
import type { Claim } from '@/stores/stepsStore'
import { nameOf, type Step } from './coreModel'
import { openCrew, type Crew } from './crew'

/** How a step in somebody's hands ends: as a step may end, with an error, or with a write that breaks half-way. */
export type End = 'gift' | 'park' | 'refuse' | 'never' | 'later' | 'muchLater' | 'badWrite'

export type Flight = {
  step: Step
  claim: Claim
  place: HeldSlot | null
  /** Lets the step end; resolves with what `runStep` answered. */
  end: (how: End, wishes?: { key?: string; twice?: boolean }) => Promise<Outcome>
  /** Resolves when it ended by itself, because its worker was told to stop it. */
  outcome: Promise<Outcome>
  stop: AbortController
}

/** A worker that does nothing of itself: a test moves its hands. Its steps, stores and commits are the real ones. */
export type HandWorker = {
  owner: string
  pid: number
  crew: Crew
  /** By `node:take`. */
  flights: Map<string, Flight>
  /** The claim, if it is given, until its act begins. */
  ask: (runId: string, step: Step, place?: HeldSlot | null) => Promise<Flight | Outcome>
  /** One heartbeat; steps whose lease was lost are stopped. */
  beat: () => Promise<Flight[]>
}

type Entered = { context: StepContext; resolve: (made: StepResult) => void; reject: (error: unknown) => void }
type Settings = { control: ControlDb; folder: string; owner: string; pid: number; leaseMs: number }
export type Effect = { _id: string; runId: string; times: number }

export const hourMs = 3_600_000

export const handWorker = ({ owner, pid, ...settings }: Settings): HandWorker => {
  const { db } = settings.control
  const flights = new Map<string, Flight>()
  const claims = new Map<string, { claim: Claim; lost: () => void }>()
  const doors = new Map<string, (entered: Entered) => void>()
  const twice = new Set<string>()

  const crew = openCrew({
    ...settings,
    owner,
    acts: {
      hand: (context) =>
        new Promise((resolve, reject) => {
          context.signal.addEventListener('abort', () => reject(context.signal.reason as Error), { once: true })
          doors.get(`${context.input['node']}:${context.take}`)?.({ context, resolve, reject })
        }),
    },
    hold: (claim, lost) => {
      claims.set(nameOf(claim.ask), { claim, lost })
      return () => void claims.delete(nameOf(claim.ask))
    },
    commitBy: (commit) => async (finish) =>
      twice.delete(nameOf(finish.claim.ask)) ? commitTwice(commit, finish) : commit(finish),
  })
  crew.freeze()

  const effect = (runId: string, step: Step, { fence }: Claim): NonNullable<Finish['write']> => {
    const _id = `${runId}/${nameOf(step)}/${String(fence)}`
    return async ({ session }) => {
      const change = { $set: { runId }, $inc: { times: 1 } }
      await db.collection<Effect>('effects').updateOne({ _id }, change, { upsert: true, session })
    }
  }

  const ask: HandWorker['ask'] = async (runId, step, place = null) => {
    const name = nameOf(step)
    const stop = new AbortController()
    const enters = new Promise<Entered>((open) => doors.set(name, open))
    const outcome = crew.department.runStep({ runId, ...step }, { signal: stop.signal, alive: () => undefined })
    const entered = await Promise.race([enters, outcome])
    doors.delete(name)
    if (!('context' in entered)) return entered
    const { claim } = claims.get(name)!
    const write = effect(runId, step, claim)
    const end: Flight['end'] = (how, { key = '', twice: again = false } = {}) => {
      flights.delete(name)
      if (again) twice.add(name)
      if (how in errors) entered.reject(errorOf(how as keyof typeof errors))
      else entered.resolve(resultOf(how, key, write))
      return outcome
    }
    const flight: Flight = { step, claim, place, end, outcome, stop }
    flights.set(name, flight)
    return flight
  }

  const beat = async (): Promise<Flight[]> => {
    const lost = await crew.stores.steps.renew([...claims.values()].map(({ claim }) => claim))
    await crew.slots.renew()
    const gone = lost.map(({ ask }) => flights.get(nameOf(ask))!)
    for (const { ask } of lost) {
      claims.get(nameOf(ask))!.lost()
      flights.delete(nameOf(ask))
    }
    await Promise.all(gone.map(({ outcome }) => outcome))
    return gone
  }

  return { owner, pid, crew, flights, ask, beat }
}

/** The same finish handed in twice at once: both must get the same answer. */
const commitTwice = async (commit: CommitFinishes, finish: Finish): Promise<Committed> => {
  const [one, two] = await Promise.allSettled([commit(finish), commit(finish)])
  const told = [one, two].map((answer) => (answer.status === 'fulfilled' ? answer.value : 'rejected'))
  if (told[0] !== told[1]) throw new Error(`the same finish was told ${told.join(' and ')}`)
  if (one.status === 'rejected') throw one.reason
  return one.value
}

const errors = { never: { retry: 'never' }, later: { retry: 'later', afterMs: 0 }, muchLater: { retry: 'later', afterMs: hourMs } } as const // prettier-ignore
const errorOf = (how: keyof typeof errors): StudioError =>
  new StudioError({ code: how.toUpperCase(), what: 'It broke.', why: 'It was old.', fix: 'Mend it.', ...errors[how] })

const resultOf = (how: End, key: string, write: NonNullable<Finish['write']>): StepResult => {
  if (how === 'park') return { waiting: key, write }
  if (how === 'refuse') return { again: true, write }
  if (how === 'gift') return { write }
  return {
    write: async (tx) => {
      await write(tx)
      throw errorOf('later')
    },
  }
}
