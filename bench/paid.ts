import { measurePaidCommands } from './paid/commands'
import { measureHop, measurePaidMakespan } from './paid/flow'
import { measureReconcile, measureReservations } from './paid/money'
import type { Row } from './meter'

/** Paid calls in numbers: a real mongod, the studio's own stores, desk and engine, a provider that only waits. */
export const bench = async (): Promise<{ rows: Row[]; json: Record<string, unknown> }> => {
  const many = await measurePaidCommands([60, 240], { places: 20, ms: 100 })
  const few = await measurePaidCommands([60], { places: 4, ms: 100 })
  const hop = await measureHop(60)
  const makespan = await measurePaidMakespan({ chains: 12, links: 4, seconds: 3, places: 4 })
  const race = await measureReservations(2000)
  const reconcileS = await measureReconcile(10_000)
  const perStep = many.map((one) => one.perStep)
  const rows: Row[] = [
    { metric: 'MongoDB commands per paid step, 20 places, 60 and 240 steps', value: perStep.join(' and '), target: '≤ 16, flat', met: Math.max(...perStep) <= 16 },
    { metric: 'the same, 4 places', value: few.map((one) => one.perStep).join(' and '), target: '', met: null },
    { metric: 'last dependency durable → next paid POST, p95', value: `${String(hop.p95)} ms (p50 ${String(hop.p50)})`, target: '≤ 100 ms', met: hop.p95 <= 100 },
    { metric: '48 paid calls of about 3 s in 12 chains, 4 places, called back, over the ideal schedule', value: `${String(makespan.overIdeal)} (${String(makespan.seconds)} s of ${String(makespan.ideal)} s)`, target: '≤ 1.05', met: makespan.overIdeal <= 1.05 },
    { metric: 'places busy while work was ready', value: String(makespan.busy), target: '≥ 0.98', met: makespan.busy >= 0.98 },
    { metric: 'reservations on one budget, 20 racing workers of 2 programs', value: `${String(race.perSecond)} /s (${String(race.held)} held of a cap of ${String(race.cap)})`, target: '≥ 150 /s, none over', met: race.perSecond >= 150 && race.held === race.cap },
    { metric: 'reconcile of 10,000 calls', value: `${String(reconcileS)} s`, target: '≤ 10 s', met: reconcileS <= 10 },
  ] // prettier-ignore
  return { rows, json: { commands: [...many, ...few], hop, makespan, race, reconcileS } }
}
