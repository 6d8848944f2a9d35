import type { Gauge } from 'prom-client'
import type { PaidFigure } from '@/domain/run/workerFigures'
import { nanodollarsPerDollar } from '@/domain/money/nanodollars'
import type { PaidFigures } from '@/stores/paid/paidFigures'

type NewGauge = (name: string, help: string, labelNames?: string[]) => Gauge
type Worker = { _id: string; figures?: { paid?: PaidFigure[] } }

/** What paid calls cost and how they stand. */
export const moneyGauges = (gauge: NewGauge) => {
  const gauges = {
    atRisk: gauge('money_at_risk_usd', 'What may have been charged without anybody knowing, US dollars.'),
    spent: gauge('money_spent_usd', 'What was booked on all projects, US dollars.'),
    reserved: gauge('money_reserved_usd', 'What is held back for calls under way, US dollars.'),
    orphans: gauge('money_orphan_spend_usd', 'What providers billed beside the calls of this studio, US dollars.'),
    calls: gauge('paid_calls', 'Paid calls by state.', ['state']),
    unknown: gauge('paid_unknown', 'Paid calls nobody knows the end of.'),
    moves: gauge('worker_paid_moves_total', 'Moves of paid calls since the worker began, by what moved them.', ['worker', 'provider', 'evidence']),
    submissions: gauge('worker_paid_submissions_total', 'Requests to paid models since the worker began.', ['worker', 'provider']),
  } // prettier-ignore
  return {
    measure: (figures: PaidFigures, workers: readonly Worker[]): void => {
      gauges.atRisk.set(figures.atRisk / nanodollarsPerDollar)
      gauges.spent.set(figures.spent / nanodollarsPerDollar)
      gauges.reserved.set(figures.reserved / nanodollarsPerDollar)
      gauges.orphans.set(figures.orphans / nanodollarsPerDollar)
      for (const { state, count } of figures.calls) gauges.calls.set({ state }, count)
      const unknown = figures.calls.filter(({ state }) => state === 'UNKNOWN' || state === 'DECIDE')
      gauges.unknown.set(unknown.reduce((sum, { count }) => sum + count, 0))
      // who is not there any more must not stand with its last value
      for (const gone of [gauges.moves, gauges.submissions]) gone.reset()
      for (const { _id: worker, figures: did } of workers) {
        for (const { provider, evidence, count } of did?.paid ?? []) {
          gauges.moves.set({ worker, provider, evidence }, count)
          if (evidence === 'claimed') gauges.submissions.set({ worker, provider }, count)
        }
      }
    },
  }
}
