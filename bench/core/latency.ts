import { setTimeout as sleep } from 'node:timers/promises'
import { planOfActs, storeRun } from '../../tests/support/crew'
import { quantile, rounded } from '../meter'
import type { BareStudio } from './bareStudio'

export type Latency = { p50: number; p95: number; p99: number; samples: number }

const latencyOf = (list: readonly number[]): Latency => ({
  p50: rounded(quantile(list, 0.5)),
  p95: rounded(quantile(list, 0.95)),
  p99: rounded(quantile(list, 0.99)),
  samples: list.length,
})

/**
 * From the moment a step is committed as ready by another program to the first line of its handler in an idle worker,
 * and the same for one update on the raw driver (ms). Warmed up by ten.
 */
export const measureDispatch = async (
  studio: BareStudio,
  samples: number,
): Promise<{ dispatch: Latency; raw: Latency }> => {
  let began = (_at: number): void => undefined
  const acts = { begin: () => (began(performance.now()), {}) }
  const worker = await studio.hire({ acts })
  const { office, database } = studio
  const raws = database.control.db.collection<{ _id: string; n: number }>('raw_updates')
  const dispatches: number[] = []
  const updates: number[] = []
  for (let i = 0; i < samples + 10; i++) {
    const runId = await storeRun(office.stores, planOfActs([{ act: 'begin' }]))
    await sleep(30)
    const begins = new Promise<number>((resolve) => (began = resolve))
    await office.stores.runs.record(runId, { type: 'started' })
    const committedAt = performance.now()
    dispatches.push(Math.max(0, (await begins) - committedAt))
    const from = performance.now()
    await raws.findOneAndUpdate({ _id: 'one' }, { $inc: { n: 1 } }, { upsert: true })
    updates.push(performance.now() - from)
  }
  await worker.leave()
  return { dispatch: latencyOf(dispatches.slice(10)), raw: latencyOf(updates.slice(10)) }
}
