import { randomBytes } from 'node:crypto'
import { reconcile } from '@/calls/paid/reconcile'
import type { PaidParts } from '@/calls/paid/paidParts'
import type { Bill, PaidProvider } from '@/providers/spec/paidProvider'
import { alertsStore } from '@/stores/alertsStore'
import { outboxStore } from '@/stores/outboxStore'
import { budgetStore } from '@/stores/paid/budgetStore'
import { newPaidCall } from '@/stores/paid/newPaidCall'
import { openPaidStores } from '@/stores/paid/openPaidStores'
import { projectId } from '../../tests/support/crew'
import { openTestDatabase } from '../../tests/support/testDatabase'
import { rounded, secondsOf } from '../meter'
import { price, wish } from './paidStudio'

export type Race = { perSecond: number; held: number; cap: number }

/** Twenty workers of two programs race for the budget of one project; the last tenth of what they want is above it. */
export const measureReservations = async (times: number): Promise<Race> => {
  const database = await openTestDatabase()
  const programs = await Promise.all([database.connect(), database.connect()])
  const stores = programs.map((control) => budgetStore(control))
  const cap = Math.floor(times * 0.9)
  await stores[0]?.limit('race', cap)
  let [left, held] = [times, 0]
  const worker = async (n: number) => {
    while (left-- > 0) {
      const key = randomBytes(32).toString('hex')
      if ((await stores[n % 2]?.reserve(['race'], { key, amount: 1 })) === null) held++
    }
  }
  const seconds = await secondsOf(() => Promise.all(Array.from({ length: 20 }, (_, n) => worker(n))))
  const standing = await stores[0]?.standing('race')
  await database.close()
  if (standing?.reserved !== held) throw new Error(`${String(held)} were told, ${String(standing?.reserved)} stand`)
  return { perSecond: rounded(times / seconds, 0), held, cap }
}

/** Seconds to book the bills of so many stored calls of one project. */
export const measureReconcile = async (many: number): Promise<number> => {
  const database = await openTestDatabase()
  const { control } = database
  const paid = openPaidStores(control, { outbox: outboxStore(control), secret: 'a secret of the benches' })
  const at = { owner: 'studio', project: projectId, scene: null, runId: 'run', accounts: [projectId] }
  const calls = Array.from({ length: many }, (_, n) => ({
    ...newPaidCall(wish(`call ${String(n)}`), at),
    state: 'STORED' as const, requestId: `request ${String(n)}`, dueAt: null, submittedAt: new Date(),
  })) // prettier-ignore
  await paid.calls.calls.insertMany(calls)
  const held = Object.fromEntries(calls.map(({ _id }) => [_id, { amount: price, at: new Date() }]))
  const reserved = many * price
  await control.db
    .collection('budget')
    .insertOne({ _id: projectId as never, limit: reserved, reserved, spent: 0, held })
  const bills = calls.map(({ requestId }): Bill => ({ requestId, endpoint: 'bench/words', at: new Date(), nanodollars: price, units: 1 })) // prettier-ignore
  const provider = {
    async *bills() {
      yield* await Promise.resolve(bills)
    },
  } as unknown as PaidProvider
  const parts = { paid, alerts: alertsStore(control), providerOf: () => provider } as unknown as PaidParts
  const span = { provider: 'fal', from: new Date(0), to: new Date() } as const
  const seconds = await secondsOf(() => reconcile(parts, span, new AbortController().signal))
  const standing = await paid.budget.standing(projectId)
  await database.close()
  if (standing.spent !== reserved || standing.reserved !== 0) throw new Error('the bills are not the books')
  return rounded(seconds)
}
