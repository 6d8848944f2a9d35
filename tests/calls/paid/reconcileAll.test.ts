import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PaidParts } from '@/calls/paid/paidParts'
import { reconcileAll } from '@/calls/paid/reconcileAll'
import { StudioError } from '@/domain/errors/StudioError'
import type { Bill, PaidProvider } from '@/providers/spec/paidProvider'
import { alertsStore } from '@/stores/alertsStore'
import { outboxStore } from '@/stores/outboxStore'
import { newPaidCall } from '@/stores/paid/newPaidCall'
import { openPaidStores } from '@/stores/paid/openPaidStores'
import { dollar, picture, picturePrice } from '../../support/paidStage'
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const [studios, own] = ['65f00000000000000000000a', '65f00000000000000000000b'] as const
const never = new AbortController().signal
const day = 86_400_000
const notRead = () =>
  new StudioError({ code: 'PROVIDER_LIST_NOT_READ', what: 'no', why: 'The key may not list bills.', fix: 'no' })

/** An account that lists these bills, or cannot be read; how often it was asked. */
const account = (name: string) => {
  const has = { bills: [] as Bill[], isReadable: true, asked: 0 }
  const provider = {
    id: 'fal',
    account: `fal:${name}`,
    async *bills() {
      has.asked++
      if (!has.isReadable) throw notRead()
      yield* await Promise.resolve(has.bills)
    },
  } as unknown as PaidProvider
  return { has, provider }
}

it('the bills of every account are booked by its own list, also while that of another cannot be read', async () => {
  const { control } = database
  const paid = openPaidStores(control, { outbox: outboxStore(control), secret: 'a secret of the tests' })
  const accounts = { [studios]: account('studio'), [own]: account('own') }
  const parts = {
    paid,
    alerts: alertsStore(control),
    providerOf: (_: string, project: string) => (accounts[project as typeof own] ?? accounts[studios]).provider,
  } as unknown as PaidParts
  const stored = async (project: typeof own | typeof studios, requestId: string, days: number) => {
    const at = { owner: 'studio', project, scene: null, runId: 'run', accounts: [project] }
    const call = newPaidCall(picture(requestId), at)
    const { account: providerAccount = '' } = accounts[project].provider
    const submittedAt = new Date(Date.now() - days * day)
    await paid.budget.limit(project, dollar)
    await paid.budget.reserve([project], { key: call._id, amount: picturePrice })
    await paid.calls.calls.insertOne({ ...call, state: 'STORED', requestId, providerAccount, dueAt: null, submittedAt })
  }
  for (const project of [own, studios]) {
    await stored(project, `billed to ${project}`, 1)
    await stored(project, `on no bill of ${project}`, 5)
    const bill = { requestId: `billed to ${project}`, endpoint: 'fal-ai/nano-banana', at: new Date(), units: 1 }
    accounts[project].has.bills = [{ ...bill, nanodollars: picturePrice - 1 }]
  }
  const standing = (project: string) => paid.budget.standing(project)
  const told = () => control.db.collection('alerts').find({ code: 'BILLS_NOT_READ', dismissed: false }).toArray()

  accounts[own].has.isReadable = false
  const first = await reconcileAll(parts, never)
  expect(first).toContainEqual({ account: 'fal:own', told: null, fault: 'The key may not list bills.' })
  expect(first).toContainEqual({
    account: 'fal:studio',
    told: { bills: 1, settled: 1, orphans: 0, pending: 0, above: 0 },
  })
  // what was made five days ago and stands on no bill: booked by our price where the list was read, and only there
  expect(await standing(studios)).toMatchObject({ reserved: 0, spent: 2 * picturePrice - 1 })
  expect(await standing(own)).toMatchObject({ reserved: 2 * picturePrice, spent: 0 })
  expect((await told()).map(({ project, what }) => [String(project), what])).toEqual([
    [own, 'The bills of fal could not be read with the key of this project.'],
  ])

  accounts[own].has.isReadable = true
  expect(await reconcileAll(parts, never)).toContainEqual({ account: 'fal:own', told: { bills: 1, settled: 1, orphans: 0, pending: 0, above: 0 } }) // prettier-ignore
  expect(await standing(own)).toMatchObject({ reserved: 0, spent: 2 * picturePrice - 1 })
  expect(await told()).toEqual([])
  expect([accounts[own].has.asked, accounts[studios].has.asked]).toEqual([2, 2])
})
