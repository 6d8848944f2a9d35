import { planOfActs, storeRun } from '../../tests/support/crew'
import { until } from '../../tests/support/until'
import { median, rounded, secondsOf } from '../meter'
import type { BareStudio, HiredWorker } from './bareStudio'

const atOnce = 20
const nothing = { act: 'nothing' }

/** Runs `steps` empty, independent steps on the worker; steps per second. */
export const runEmptySteps = async ({ office }: BareStudio, worker: HiredWorker, steps: number): Promise<number> => {
  const runId = await storeRun(office.stores, planOfActs(Array.from({ length: steps }, () => nothing)))
  worker.meter.reset()
  const seconds = await secondsOf(async () => {
    await worker.crew.engine.start(runId)
    await until('the run has ended', async () => (await office.stores.runs.find(runId))?.state === 'succeeded', 300_000)
  })
  return steps / seconds
}

/** What anybody would write on the raw driver: insert, claim and finish each step, twenty at once. */
const rawSteps = async ({ database }: BareStudio, steps: number): Promise<number> => {
  const jobs = database.control.db.collection<{ _id: number; state: string; until?: Date }>('raw_jobs')
  await jobs.deleteMany({})
  let next = 0
  const work = async () => {
    while (next < steps) {
      const _id = next++
      await jobs.insertOne({ _id, state: 'ready' })
      await jobs.findOneAndUpdate({ _id, state: 'ready' }, { $set: { state: 'running', until: new Date() } })
      await jobs.updateOne({ _id, state: 'running' }, { $set: { state: 'done' } })
    }
  }
  return steps / (await secondsOf(() => Promise.all(Array.from({ length: atOnce }, work))))
}

export type Speed = { ours: number[]; raw: number[]; ratio: number; ratios: number[] }

/** Ours and the raw loop by turns; the median of the ratios of each round. */
export const measureSpeed = async (
  studio: BareStudio,
  { steps, rounds }: { steps: number; rounds: number },
): Promise<Speed> => {
  const worker = await studio.hire({ acts: { nothing: () => ({}) }, freeLanes: atOnce })
  await rawSteps(studio, 200)
  await runEmptySteps(studio, worker, 200)
  const ours: number[] = []
  const raw: number[] = []
  for (let round = 0; round < rounds; round++) {
    const before = await rawSteps(studio, steps)
    ours.push(rounded(await runEmptySteps(studio, worker, steps), 1))
    raw.push(rounded((before + (await rawSteps(studio, steps))) / 2, 1))
  }
  await worker.leave()
  const ratios = ours.map((value, i) => rounded(value / (raw[i] ?? Number.NaN)))
  return { ours, raw, ratio: median(ratios), ratios }
}

export type CommandsPerStep = { steps: number; perStep: number; byName: Record<string, number> }

export const measureCommands = async (studio: BareStudio, sizes: readonly number[]): Promise<CommandsPerStep[]> => {
  const worker = await studio.hire({ acts: { nothing: () => ({}) }, freeLanes: atOnce })
  const list: CommandsPerStep[] = []
  for (const steps of sizes) {
    await runEmptySteps(studio, worker, steps)
    list.push({ steps, perStep: rounded(worker.meter.total() / steps), byName: worker.meter.byName() })
  }
  await worker.leave()
  return list
}
