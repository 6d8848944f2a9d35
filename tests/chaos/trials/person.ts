import type { StoredEvent } from '@/domain/run/runEvent'
import { ended } from '@/domain/run/runState'
import type { ControlDb } from '@/stores/controlDb'
import { textCollection } from '@/stores/controlDb'
import type { OutboxStore } from '@/stores/outboxStore'
import { decideCall } from '@/stores/paid/decideCall'
import type { PaidStores } from '@/stores/paid/openPaidStores'
import type { PaidGeneration } from '@/stores/paid/paidGeneration'
import type { RunDocument } from '@/stores/runsStore'
import type { Trial, Word } from './trial'
import type { CapRow } from './trialWorker'

type Desk = { control: ControlDb; paid: PaidStores; outbox: OutboxStore; project: string; wholeCap: number }
/** `rests`: by run, what it waits for when nothing of it is being made or could be; a run that works is not in it. */
export type Seen = { runs: RunDocument[]; calls: PaidGeneration[]; rests: ReadonlyMap<string, readonly string[]> }
export type Person = {
  /** Says what is to be said of what is seen. */
  look: (seen: Seen) => Promise<void>
  /** Nothing is left to say: all runs are over for good, all calls final or held by the person's word. */
  isDone: (seen: Seen) => boolean
}

const final = new Set(['STORED', 'FAILED', 'DEAD', 'CANCELLED'])

/** A person beside a film, who follows the script of the trial. */
export const personOf = (trial: Trial, { control, paid, outbox, project, wholeCap }: Desk): Person => {
  const began = performance.now()
  const said = new Map<string, number>()
  const since = new Map<string, number>()
  const resumed = new Map<string, number>()
  let cancelled = trial.cancelsAfterMs === null
  let raised = !trial.raises

  /** True once the person has thought about it long enough. */
  const hasThought = (about: string): boolean => {
    const first = since.get(about) ?? performance.now()
    since.set(about, first)
    return performance.now() - first >= trial.thinksMs
  }
  const wordFor = ({ _id, submits }: PaidGeneration): { word: Word; nth: number; isLast: boolean } => {
    const nth = said.get(`${_id}/${submits.length}`) ?? 0
    const word = trial.words[Math.min(nth, trial.words.length - 1)] ?? 'write_off'
    // who had it sent again once and again learns nothing writes it off
    const isTired = word === 'resubmit' && submits.filter(({ flagged }) => flagged).length >= 2
    return { word: isTired ? 'write_off' : word, nth, isLast: nth >= trial.words.length - 1 }
  }
  const isHeld = (call: PaidGeneration): boolean => {
    const { word, nth, isLast } = wordFor(call)
    return call.state === 'DECIDE' && word === 'wait' && isLast && nth >= trial.words.length
  }
  const decide = async (call: PaidGeneration): Promise<void> => {
    const { word, nth } = wordFor(call)
    const about = `${call._id}/${call.submits.length}`
    if (isHeld(call) || !hasThought(`${about}/${nth}`)) return
    await decideCall(paid, call, { action: word, by: 'a person', reason: 'a trial', at: new Date() })
    said.set(about, nth + 1)
  }
  const mayResume = (run: RunDocument): boolean =>
    ended(run.state) &&
    run.state !== 'succeeded' &&
    (resumed.get(run._id) ?? 0) < trial.resumes &&
    !(run.error?.code === 'BUDGET_SPENT' && raised && !trial.raises)
  const resume = async (run: RunDocument): Promise<void> => {
    const times = resumed.get(run._id) ?? 0
    if (!hasThought(`${run._id}/${times}`)) return
    if (run.error?.code === 'BUDGET_SPENT' && !raised) {
      const set = { $set: { nanodollars: wholeCap } }
      await textCollection<CapRow>(control.db, 'caps').updateOne({ _id: project }, set)
      raised = true
    }
    resumed.set(run._id, times + 1)
    await outbox.add('resumeRun', { runId: run._id })
  }
  /** Between the resuming and its event a run looks as if nobody had spoken. */
  const waitsForResume = async (run: RunDocument): Promise<boolean> => {
    const events = control.db.collection<StoredEvent>('run_events')
    return (
      (await events.countDocuments({ runId: run._id, type: 'resumed', seq: { $lte: run.seq } })) <
      (resumed.get(run._id) ?? 0)
    )
  }
  let pending = false
  return {
    look: async ({ runs, calls }) => {
      if (!cancelled && performance.now() - began > (trial.cancelsAfterMs ?? 0)) {
        cancelled = true
        await outbox.add('cancelRun', { runId: runs[0]?._id })
      }
      for (const call of calls) if (call.state === 'DECIDE') await decide(call)
      pending = false
      for (const run of runs) {
        if (!ended(run.state)) continue
        if (await waitsForResume(run)) pending = true
        else if (mayResume(run)) {
          pending = true
          await resume(run)
        }
      }
    },
    isDone: ({ runs, calls, rests }) =>
      cancelled &&
      !pending &&
      runs.every(
        (run) =>
        ended(run.state) ? !mayResume(run) : rests.get(run._id)?.every((key) => calls.some((call) => call._id === key && isHeld(call))), // prettier-ignore
      ) &&
      calls.every((call) => final.has(call.state) || isHeld(call)),
  }
}
