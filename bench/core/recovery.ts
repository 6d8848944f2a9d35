import { setTimeout as sleep } from 'node:timers/promises'
import { planOfActs, storeRun } from '../../tests/support/crew'
import { until } from '../../tests/support/until'
import { rounded } from '../meter'
import type { BareStudio } from './bareStudio'

export type Recovery = { leaseSeconds: number; seconds: number[] }

/** A worker dies in a step, without a word; how long until another one, elsewhere, has begun the same step. */
export const measureRecovery = async (
  studio: BareStudio,
  { leaseMs, trials }: { leaseMs: number; trials: number },
): Promise<Recovery> => {
  const { office } = studio
  const seconds: number[] = []
  for (let trial = 0; trial < trials; trial++) {
    const began: { by: string; at: number }[] = []
    const hold = (by: string) => ({
      film: async () => {
        began.push({ by, at: performance.now() })
        if (by === 'victim') await new Promise(() => undefined)
        return {}
      },
    })
    const beats = { leaseMs, heartbeatMs: leaseMs / 4 }
    const victim = await studio.hire({ acts: hold('victim'), ...beats })
    const runId = await storeRun(office.stores, planOfActs([{ act: 'film', slot: 'cpu' }]))
    await office.engine.start(runId)
    await until('the victim films', () => began.length === 1)
    const other = await studio.hire({ acts: hold('other'), ...beats })
    await sleep(leaseMs * (0.3 + 0.5 * (trial / trials)))
    victim.crew.freeze()
    await victim.client.close(true)
    const killedAt = performance.now()
    await until('the other films', () => began.length === 2, leaseMs + 20_000)
    seconds.push(rounded(((began[1]?.at ?? Number.NaN) - killedAt) / 1000))
    await other.leave()
    void victim.crew.stop() // never ends: its step hangs
  }
  return { leaseSeconds: leaseMs / 1000, seconds }
}
