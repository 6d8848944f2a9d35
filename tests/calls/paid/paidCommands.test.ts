import fc from 'fast-check'
import { join } from 'node:path'
import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callPaid, Parked } from '@/calls/callPaid'
import { applyCallback } from '@/calls/paid/applyCallback'
import { landLine } from '@/calls/paid/landSubmit'
import type { PaidParts } from '@/calls/paid/paidParts'
import { reconcile } from '@/calls/paid/reconcile'
import { submitOnce } from '@/calls/paid/submitOnce'
import { takeCall } from '@/calls/paid/takeCall'
import { tend } from '@/calls/paid/tend'
import type { JsonObject } from '@/domain/catalogue/wish'
import { paidPace } from '@/domain/generation/paidPace'
import type { Answer, PaidProvider, Standing } from '@/providers/spec/paidProvider'
import { alertsStore } from '@/stores/alertsStore'
import { assetsStore } from '@/stores/assetsStore'
import { inTransaction } from '@/stores/controlDb'
import { outboxStore } from '@/stores/outboxStore'
import { decideCall } from '@/stores/paid/decideCall'
import { dueNow } from '@/stores/paid/dueNow'
import type { JournalLine } from '@/stores/paid/journal'
import { openPaidStores, type PaidStores } from '@/stores/paid/openPaidStores'
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase'

/**
 * The real stores and the real code of a paid call, driven in any order: two takes of one wish, workers that die before
 * sending, after sending and after the journal, lost answers, callbacks that are lost, doubled, late, leases that end,
 * a person who decides. The provider is an account book: what it accepted, what it bills.
 */
let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const price = 7_000_000
const takes = [1, 2]
const project = '65f000000000000000000009'
const never = new AbortController().signal

type Accepted = { requestId: string; key: string; attemptId: string; body: JsonObject; done: boolean; told: number }
type Day =
  'good' | 'answer lost' | 'never arrives' | 'too fast' | 'dies before' | 'dies after' | 'dies after the journal'
type Real = Awaited<ReturnType<typeof openReal>>

const openReal = async () => {
  const { control, folder } = database
  const names = ['generations', 'budget', 'inbox', 'slots', 'outbox', 'breakers', 'orphan_spend', 'alerts']
  await Promise.all(names.map((name) => control.db.collection(name).deleteMany({})))
  const paid = openPaidStores(control, { outbox: outboxStore(control), secret: 'a secret of the tests' })
  const assets = assetsStore(control, join(folder, 'media'))
  const ledger: Accepted[] = []
  const lines: JournalLine[] = []
  const today: { day: Day; dies: () => void } = { day: 'good', dies: () => undefined }
  const die = (): Promise<never> => {
    today.dies()
    return new Promise(() => undefined)
  }
  const answerOf = ({ requestId }: Accepted): Answer => ({ requestId, raw: { requestId }, media: [], text: `made by ${requestId}`, usage: {}, billedNanodollars: null }) // prettier-ignore
  const standingOf = (row: Accepted): Standing => (row.done ? { is: 'answered', answer: answerOf(row) } : { is: 'open', running: true }) // prettier-ignore
  const provider: PaidProvider = {
    id: 'fal',
    submit: async ({ body }, { key, attemptId }) => {
      const { day } = today
      if (day === 'dies before') return die()
      if (day === 'never arrives') return { is: 'unknown', error: { class: 'ambiguous', message: 'silence' } }
      if (day === 'too fast') return { is: 'refused', error: { class: 'rate', message: 'slow down', afterMs: 0 } }
      const row = { requestId: ulid(), key, attemptId, body, done: false, told: 0 }
      ledger.push(row)
      if (day === 'dies after') return die()
      if (day === 'answer lost') return { is: 'unknown', error: { class: 'ambiguous', message: 'line lost' } }
      return { is: 'accepted', ticket: { requestId: row.requestId } }
    },
    check: ({ requestId }) => Promise.resolve(standingOf(ledger.find((row) => row.requestId === requestId)!)),
    cancel: () => Promise.resolve('tooLate'),
    find: ({ isOurs }) => {
      const row = ledger.find(({ done, body, requestId }) => done && isOurs(body, requestId))
      return Promise.resolve(row ? { requestId: row.requestId } : 'none')
    },
    readCallback: ({ raw }) => {
      const requestId = raw.toString()
      const row = ledger.find((one) => one.requestId === requestId)!
      return Promise.resolve({ requestId, dedupeKey: `${requestId}:OK`, standing: standingOf(row) })
    },
    async *bills() {
      for (const { requestId, done } of ledger)
        if (done)
          yield await Promise.resolve({ requestId, endpoint: 'made/up', at: new Date(), nanodollars: price, units: 1 })
    },
    testKey: () => Promise.resolve({ ok: true, says: '' }),
  }
  const parts: PaidParts = {
    paid,
    assets,
    alerts: alertsStore(control),
    journal: {
      write: async (line) => {
        lines.push(line)
        if (today.day === 'dies after the journal') await die()
      },
      replay: () => Promise.resolve(0),
      close: () => Promise.resolve(),
    },
    providerOf: () => provider,
    providers: ['fal'],
    film: {} as never,
    placesOf: () => 2,
    publicUrl: 'https://studio.example.org',
    allowHosts: [],
    scratchDir: join(folder, 'tmp'),
    pace: { ...paidPace, askLeastMs: 0, askMostMs: 0, backoffMs: 0, graceLeastMs: 0 },
    autoResubmitBelow: 0,
  }
  const door = callPaid({ paid, assets, capOf: () => Promise.resolve(100 * price), hasKey: () => true })
  const find = async () => paid.calls.calls.find().sort({ take: 1 }).toArray()
  return { control, paid, parts, door, ledger, lines, today, find }
}

const due = ({ control }: PaidStores) => dueNow(control, { providers: ['fal'], calls: 1, waiting: 1 })

const want = async ({ door, control }: Real, take: number): Promise<void> => {
  const request = { provider: 'fal', endpoint: 'made/up', model: 'fal/x', version: '1', body: { prompt: 'the same' } } as const
  const ask = { department: 'camera', what: `take ${String(take)}`, take, prompt: '', shown: {}, request, price: { expected: price, atMost: price }, expects: null, typicalMs: 0 } as const // prettier-ignore
  const at = { owner: 'studio', project, scene: null, runId: 'run', accounts: [project] }
  try {
    await door(ask, at)
  } catch (error) {
    if (error instanceof Parked) await inTransaction(control, (tx) => error.write(tx))
  }
} // prettier-ignore

/** A worker that dies is one whose promise never ends. */
const send = async ({ paid, parts, today }: Real, day: Day): Promise<void> => {
  const [call] = (await due(paid)).waiting
  if (!call) return
  today.day = day
  const died = new Promise<void>((resolve) => (today.dies = resolve))
  await Promise.race([submitOnce(parts, call, { signal: never }), died])
}
/** All that waits for its time is due now; who was sending is gone. */
const timePasses = async ({ paid }: Real): Promise<void> => {
  const open = { dueAt: { $type: 'date' as const } }
  await paid.calls.calls.updateMany(open, [{ $set: { dueAt: new Date(0) } }])
  await paid.control.db.collection('inbox').updateMany(open, { $set: { dueAt: new Date(0) } })
}
const look = async ({ paid, parts }: Real): Promise<void> => {
  const { rows, calls } = await due(paid)
  const row = rows[0] && (await paid.inbox.take(rows[0], 60_000))
  if (row) await applyCallback(parts, { row, ended: (one, end) => paid.inbox.ended(one, end) }, never)
  const call = calls[0] && (await takeCall(parts, calls[0]))
  if (call) await tend(parts, call, never)
}
const callBack = async ({ paid }: Real, row: Accepted): Promise<void> => {
  row.told++
  const { requestId, key, attemptId: attempt } = row
  await paid.inbox.keep({ provider: 'fal', requestId, dedupeKey: `${requestId}:OK`, key, attempt, raw: Buffer.from(requestId), headers: {} }) // prettier-ignore
}
const decide = async (real: Real, action: 'resubmit' | 'write_off', which: number): Promise<void> => {
  const open = (await real.find()).filter(({ state }) => state === 'DECIDE')
  const call = open[which % Math.max(1, open.length)]
  if (call) await decideCall(real.paid, call, { action, by: 'a person', reason: 'a test', at: new Date() })
}

/** What holds at any moment. */
const check = async ({ paid, ledger, find }: Real): Promise<void> => {
  for (const call of await find()) {
    const accepted = ledger.filter(({ key }) => key === call._id)
    const flagged = call.submits.filter((one) => one.flagged).length
    expect(accepted.length, `${call.what} is ${call.state}`).toBeLessThanOrEqual(1 + flagged)
  }
  const { limit, reserved, spent } = await paid.budget.standing(project)
  expect(reserved).toBeGreaterThanOrEqual(0)
  expect(reserved + spent).toBeLessThanOrEqual(Math.max(limit, 0) + price * ledger.length)
  expect((await paid.places.holders()).length).toBeLessThanOrEqual(2)
}

/** The day ends: all is finished and looked at, and every accepted request is accounted for. */
const dayEnds = async (real: Real): Promise<void> => {
  const { paid, parts, ledger, lines, find } = real
  for (const line of lines) await landLine(parts, line)
  for (let i = 0; i < 12; i++) {
    await timePasses(real)
    for (const row of ledger) row.done = true
    await send(real, 'good')
    for (let n = 0; n < 4; n++) await look(real)
  }
  await check(real)
  const calls = await find()
  const orphans = (await paid.orphans.list()).map(({ requestId }) => requestId)
  for (const row of ledger) {
    const call = calls.find(({ _id }) => _id === row.key)!
    const isKept = calls.some(({ state, requestId }) => state === 'STORED' && requestId === row.requestId)
    const isShown = ['DECIDE', 'FAILED'].includes(call.state) || orphans.includes(row.requestId)
    const wasReplaced = call.submits.some(({ flagged }) => flagged)
    expect(isKept || isShown || wasReplaced, `${row.requestId} of ${call.what}, which is ${call.state}`).toBe(true)
  }
  for (const call of calls) expect(['STORED', 'DECIDE', 'FAILED']).toContain(call.state)
  expect(await paid.places.holders()).toEqual([])
  const span = { provider: 'fal', from: new Date(0), to: new Date() } as const
  await reconcile(parts, span, never)
  await reconcile(parts, span, never)
  const booked = calls.length === 0 ? 0 : (await find()).reduce((sum, call) => sum + call.billedNanodollars, 0)
  const beside = (await paid.orphans.list()).reduce((sum, { nanodollars }) => sum + (nanodollars ?? 0), 0)
  expect(booked + beside, 'the bills are all somewhere').toBe(price * ledger.length)
}

type Command = fc.AsyncCommand<object, Real>
const command = (says: string, run: (real: Real) => Promise<void>): Command => ({
  check: () => true,
  run: async (_model, real) => {
    await run(real)
    await check(real)
  },
  toString: () => says,
})
const days: Day[] = ['good', 'good', 'answer lost', 'never arrives', 'too fast', 'dies before', 'dies after', 'dies after the journal'] // prettier-ignore
const nth = fc.nat(3)
const commands = fc.commands(
  [
    fc.constantFrom(...takes).map((take) => command(`a step wants take ${String(take)}`, (real) => want(real, take))),
    fc.constantFrom(...days).map((day) => command(`a worker sends: ${day}`, (real) => send(real, day))),
    fc.constant(command('time passes', timePasses)),
    fc.constant(command('the desk looks', look)),
    fc.constant(
      command('two desks look', async (real) => {
        await Promise.all([look(real), look(real)])
      }),
    ),
    nth.map((n) => command(`request ${String(n)} is finished`, ({ ledger }) => {
        for (const row of ledger.slice(n, n + 1)) row.done = true
        return Promise.resolve()
      })), // prettier-ignore
    nth.map((n) => command(`request ${String(n)} calls back`, async (real) => { const row = real.ledger[n]; if (row?.done) await callBack(real, row) })), // prettier-ignore
    nth.map((n) => command('a person sends it again', (real) => decide(real, 'resubmit', n))),
    nth.map((n) => command('a person writes it off', (real) => decide(real, 'write_off', n))),
    fc.constant(command('the journal is read', async ({ parts, lines }) => { for (const line of lines) await landLine(parts, line) })), // prettier-ignore
  ],
  { size: 'large', maxCommands: 40 },
)

describe('paid calls over the real stores', () => {
  it('keep their promises whatever order things happen in', async () => {
    const runs = Number(process.env['PAID_RUNS'] ?? 40)
    const seed = process.env['PAID_SEED'] === undefined ? undefined : Number(process.env['PAID_SEED'])
    await fc.assert(
      fc.asyncProperty(commands, async (list) => {
        const real = await openReal()
        await fc.asyncModelRun(() => ({ model: {}, real }), list)
        await dayEnds(real)
      }),
      { numRuns: runs, endOnFailure: false, ...(seed === undefined ? {} : { seed }) },
    )
  }, 300_000)
})
