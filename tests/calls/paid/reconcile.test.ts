import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reconcile } from '@/calls/paid/reconcile'
import type { PaidParts } from '@/calls/paid/paidParts'
import type { Bill, PaidProvider } from '@/providers/spec/paidProvider'
import { alertsStore } from '@/stores/alertsStore'
import { outboxStore } from '@/stores/outboxStore'
import { newPaidCall } from '@/stores/paid/newPaidCall'
import { openPaidStores } from '@/stores/paid/openPaidStores'
import { picture, picturePrice, projectId } from '../../support/paidStage'
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const many = 10_000
const stored = (n: number) => {
  const at = { owner: 'studio', project: projectId, scene: null, runId: 'run', accounts: [projectId] }
  const call = newPaidCall(picture(`picture ${String(n)}`), at)
  return { ...call, state: 'STORED' as const, requestId: `request ${String(n)}`, dueAt: null, submittedAt: new Date() }
}

describe('the bills of ten thousand calls', () => {
  it('are booked once each within ten seconds of work; strangers, open prices and higher bills are told', async () => {
    const { control } = database
    const paid = openPaidStores(control, { outbox: outboxStore(control), secret: 'a secret of the tests' })
    const calls = Array.from({ length: many }, (_, n) => stored(n))
    await paid.calls.calls.insertMany(calls)
    const held = Object.fromEntries(calls.map(({ _id }) => [_id, { amount: picturePrice, at: new Date() }]))
    const account = {
      _id: projectId as never,
      limit: many * picturePrice,
      reserved: many * picturePrice,
      spent: 0,
      held,
    }
    await control.db.collection('budget').insertOne(account)

    const bill = (requestId: string, nanodollars: number | null): Bill => ({ requestId, endpoint: 'fal-ai/nano-banana', at: new Date(), nanodollars, units: 1 }) // prettier-ignore
    const bills = calls.map(({ requestId }, n) => bill(requestId, n === 0 ? picturePrice + 5 : n === 1 ? null : picturePrice)) // prettier-ignore
    bills.push(bill(`stranger ${createHash('sha256').update('x').digest('hex')}`, 3))
    const provider = {
      async *bills() {
        yield* await Promise.resolve(bills)
      },
    } as unknown as PaidProvider
    const parts = { paid, alerts: alertsStore(control), providerOf: () => provider } as unknown as PaidParts
    const span = { provider: 'fal', from: new Date(0), to: new Date() } as const
    const from = process.cpuUsage()
    const told = await reconcile(parts, span, new AbortController().signal)
    const { user, system } = process.cpuUsage(from)

    expect(told).toEqual({ bills: many + 1, settled: many - 1, orphans: 1, pending: 1, above: 1 })
    const spent = (many - 1) * picturePrice + 5
    const standing = { limit: many * picturePrice, reserved: picturePrice, spent }
    expect(await paid.budget.standing(projectId)).toEqual(standing)
    expect(await reconcile(parts, span, new AbortController().signal)).toMatchObject({ settled: 0, orphans: 0 })
    expect(await paid.budget.standing(projectId)).toEqual(standing)
    // of the processor: a machine that is busy takes longer
    expect((user + system) / 1e6).toBeLessThan(10)
  })
})
