import { poolOf } from '@/calls/paid/accountOf'
import { applyCallback } from '@/calls/paid/applyCallback'
import { cancelOfRun } from '@/calls/paid/cancelOfRun'
import { endRows } from '@/calls/paid/endRows'
import { inFairness } from '@/calls/paid/inFairness'
import { landLine } from '@/calls/paid/landSubmit'
import type { PaidParts } from '@/calls/paid/paidParts'
import { reconcileAll } from '@/calls/paid/reconcileAll'
import { submitOnce } from '@/calls/paid/submitOnce'
import { takeCall } from '@/calls/paid/takeCall'
import { tend } from '@/calls/paid/tend'
import { tidyPaid } from '@/calls/paid/tidyPaid'
import { storyOf } from '@/domain/errors/storyOf'
import { choresStore } from '@/stores/choresStore'
import { isDatabaseAway } from '@/stores/databaseAway'
import { dueNow } from '@/stores/paid/dueNow'
import type { InboxRow } from '@/stores/paid/inboxStore'
import type { PaidGeneration } from '@/stores/paid/paidGeneration'

export type PaidDesk = {
  /** There may be something to do. */
  look: () => void
  /** Books what the providers billed; goes on beside the rest. */
  reconcile: () => void
  /** A run was cancelled: nothing more is sent for it alone. */
  cancelOf: (runId: string) => Promise<void>
  /** Ends when what was begun is done. */
  close: () => Promise<void>
}
type Settings = { parts: PaidParts; pollMs?: number; atOnce?: number; log: (line: string) => void }

/** Bills come late and are few questions: every hour, by one of all workers. */
const reconcileEveryMs = 3_600_000
const choresEveryMs = 60_000
/** So many are looked at in one go. */
const dueMost = 32
/** A callback that is due for all so soon is left to whoever takes it. */
const marginMs = 500

/**
 * Looks after all paid calls, from what the database says of them and nothing else: what a worker began and left is
 * due again for another. One command tells all that is due; callbacks of what this program sent come to it at once.
 * Rows of the outbox and the clock only say “look”.
 */
export const paidDesk = ({ parts, log, pollMs = 1000, atOnce = 8 }: Settings): PaidDesk => {
  const stop = new AbortController()
  const { calls, inbox, places } = parts.paid
  /** What is done beside the looking, by id. */
  const working = new Map<string, Promise<void>>()
  const sending = new Map<string, Promise<void>>()
  let looking: Promise<void> | null = null
  let [again, readAgain] = [false, false]
  /** Intents as they were read last, the fairest first, and pools without a place since then. */
  let waiting: PaidGeneration[] = []
  const full = new Set<string>()

  /** What was begun then may have been given up in the middle. */
  let wasAway = false
  const failed = (what: string, error: unknown): void => {
    wasAway ||= isDatabaseAway(error)
    if (!stop.signal.aborted) log(`${what}: ${storyOf(error).why}`)
  }
  const run = (among: Map<string, Promise<void>>, id: string, work: () => Promise<unknown>): Promise<void> => {
    const done = work()
      .then(() => undefined)
      .catch((error: unknown) => failed(`paid call ${id}`, error))
      .finally(() => among.delete(id))
    among.set(id, done)
    return done
  }
  const begin = (id: string, work: () => Promise<unknown>): void => {
    if (!working.has(id)) void run(working, id, work).finally(goOn)
  }
  const hasRoom = () => working.size < atOnce && !stop.signal.aborted

  const ends = endRows(inbox)
  const apply = (row: InboxRow) => begin(row._id, () => applyCallback(parts, { row, ended: ends.add }, stop.signal))
  /** Callbacks of what this program sent itself; others leave them a moment, then they are due for all. */
  let arrived: InboxRow[] = []
  const onRow = (row: InboxRow): void => {
    if (row.key === null || !calls.recall(row.key)) return
    arrived.push(row)
    goOn()
  }
  const takeArrived = (): void => {
    arrived = arrived.filter(({ dueAt }) => (dueAt?.getTime() ?? 0) > Date.now() + marginMs)
    while (hasRoom() && arrived.length > 0) for (const row of arrived.splice(0, 1)) apply(row)
  }

  const read = async (): Promise<void> => {
    if (wasAway) {
      await calls.freeOwn([...working.keys()])
      wasAway = false
    }
    const due = await dueNow(parts.paid.control, { providers: parts.providers, calls: dueMost, waiting: dueMost })
    full.clear()
    waiting = await inFairness(calls, due.waiting)
    readAgain ||= [due.rows, due.calls].some(({ length }) => length > atOnce)
    for (const row of due.rows) {
      const mine = hasRoom() && !working.has(row._id) && (await inbox.take(row, parts.pace.rowMs))
      if (mine) apply(mine)
    }
    for (const call of due.calls) {
      const mine = hasRoom() && !working.has(call._id) && (await takeCall(parts, call))
      if (mine) begin(mine._id, () => tend(parts, mine, stop.signal))
    }
  }
  /** Whether it got a place; what it does with it goes on beside. */
  const placed = (call: PaidGeneration): Promise<boolean> =>
    new Promise((resolve) => {
      void run(sending, call._id, async () => {
        try {
          resolve((await submitOnce(parts, call, { signal: stop.signal, placed: () => resolve(true) })) !== 'full')
        } finally {
          resolve(true)
        }
      })
    })
  /** A pool without a place stops only itself. */
  const send = async (): Promise<void> => {
    const left: PaidGeneration[] = []
    for (const call of waiting) {
      if (sending.has(call._id) || stop.signal.aborted) continue
      const pool = poolOf(parts, call)
      if (full.has(pool)) left.push(call)
      else if (!(await placed(call))) {
        full.add(pool)
        left.push(call)
      }
    }
    if (left.length === 0 && waiting.length >= dueMost) look()
    waiting = left
  }
  const lookOnce = async (): Promise<void> => {
    do {
      again = false
      takeArrived()
      const isNew = readAgain && hasRoom()
      if (isNew) readAgain = false
      if (isNew) await read()
      await send()
    } while (again as boolean) // something may have come meanwhile
  }
  const goOn = (): void => {
    again = true
    if (looking || stop.signal.aborted || parts.providers.length === 0) return
    looking = lookOnce()
      .catch((error: unknown) => failed('paid calls', error))
      .finally(() => (looking = null))
  }
  const look = (): void => {
    readAgain = true
    goOn()
  }
  const chores = choresStore(parts.paid.control)
  let billing: 'no' | 'now' | 'again' = 'no'
  const readBills = async (): Promise<void> => {
    const read = await reconcileAll(parts, stop.signal)
    read.forEach(({ account, fault }) => fault === undefined || log(`bills of ${account}: ${fault}`))
    await chores.done('reconcileBills')
  }
  /** One at a time; who asks meanwhile, to the very end of a reading, is served once more after it. */
  const reconcile = (): void => {
    const isOn = billing !== 'no'
    billing = isOn ? 'again' : 'now'
    if (!isOn) void run(working, 'bills', readBills).finally(billsRead)
  }
  const billsRead = (): void => {
    const isAsked = billing === 'again' && !stop.signal.aborted
    billing = 'no'
    if (isAsked) reconcile()
    goOn()
  }
  const doChores = async (): Promise<void> => {
    if (parts.providers.length > 0 && (await chores.begin('reconcileBills', reconcileEveryMs))) reconcile()
  }
  const timers = [
    setInterval(look, pollMs),
    setInterval(() => begin('tidying', () => tidyPaid(parts)), parts.pace.tidyMs),
    setInterval(() => begin('chores', doChores), choresEveryMs),
  ]
  inbox.watch(onRow, stop.signal)
  const unheard = places.onFree(() => {
    full.clear()
    goOn()
  })
  void parts.journal
    .replay((line) => landLine(parts, line))
    .then(() => calls.freeDead())
    .catch((error: unknown) => log(`journal of paid calls: ${storyOf(error).why}`))
    .finally(look)
  return {
    look,
    reconcile,
    cancelOf: (runId) => cancelOfRun(parts, runId),
    close: async () => {
      for (const timer of timers) clearInterval(timer)
      stop.abort(new Error('the program ends'))
      await looking
      unheard()
      await Promise.all([...working.values(), ...sending.values()])
      await Promise.all([ends.flush(), places.flush()])
      await parts.journal.close()
    },
  }
}
