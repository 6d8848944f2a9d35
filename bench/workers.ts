import { planOfActs, storeRun } from '../tests/support/crew'
import { until } from '../tests/support/until'
import { setTimeout as sleep } from 'node:timers/promises'
import { bareStudio, type BareStudio } from './core/bareStudio'
import { runEmptySteps } from './core/speed'
import { median, rounded, secondsOf, type Row } from './meter'
import { longPast } from './workers/longPast'

const stepMs = 50
const lanes = 4

/** Seconds that so many workers, each with four places, take for a run of 400 steps of 50 ms. */
const secondsWith = async (studio: BareStudio, workers: number): Promise<number> => {
  const acts = { play: async () => (await sleep(stepMs), {}) }
  const hired = await Promise.all(Array.from({ length: workers }, () => studio.hire({ acts, freeLanes: lanes })))
  const { office } = studio
  const runId = await storeRun(office.stores, planOfActs(Array.from({ length: 400 }, () => ({ act: 'play' }))))
  const seconds = await secondsOf(async () => {
    await office.engine.start(runId)
    await until('the run has ended', async () => (await office.stores.runs.find(runId))?.state === 'succeeded', 120_000)
  })
  const events = await office.stores.runs.eventsOf(runId, 0)
  if (events.filter(({ type }) => type === 'done').length !== 400) throw new Error('a step was done twice, or not')
  for (const { leave } of hired) await leave()
  return seconds
}

/** Rounds by turns in a new database and in one with a long past: how much longer steps take in the latter. */
const slowdown = async (rounds: number, steps: number) => {
  const [young, old] = [await bareStudio(), await bareStudio()]
  const past = await longPast(old, 100_000)
  const acts = { nothing: () => ({}) }
  const [here, there] = [await young.hire({ acts, freeLanes: 20 }), await old.hire({ acts, freeLanes: 20 })]
  const ratios: number[] = []
  for (let round = -1; round < rounds; round++) {
    const quick = await runEmptySteps(young, here, steps)
    const slow = await runEmptySteps(old, there, steps)
    if (round >= 0) ratios.push(rounded(quick / slow)) // the first warms up
  }
  for (const { leave } of [here, there]) await leave()
  for (const { close } of [young, old]) await close()
  return { past, ratios, ratio: median(ratios) }
}

/** Several workers on one run, and a studio that is not new any more. */
export const bench = async (): Promise<{ rows: Row[]; json: Record<string, unknown> }> => {
  const studio = await bareStudio()
  const alone: number[] = []
  const two: number[] = []
  for (let round = 0; round < 3; round++) {
    alone.push(rounded(await secondsWith(studio, 1)))
    two.push(rounded(await secondsWith(studio, 2)))
  }
  await studio.close()
  const gain = rounded(median(alone.map((seconds, i) => seconds / (two[i] ?? Number.NaN))))
  const past = await slowdown(5, 500)
  const rows: Row[] = [
    { metric: 'two workers against one, 400 steps of 50 ms, four places each', value: `${String(gain)} × (${alone.join(', ')} s; ${two.join(', ')} s)`, target: '≥ 1.8 ×', met: gain >= 1.8 },
    { metric: `slowdown with ${String(past.past)} finished steps in the database`, value: `${String(past.ratio)} × (${past.ratios.join(', ')})`, target: '≤ 1.2 ×', met: past.ratio <= 1.2 },
  ] // prettier-ignore
  return { rows, json: { alone, two, gain, past } }
}
