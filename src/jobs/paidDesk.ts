import { applyCallback } from '@/calls/paid/applyCallback'
import { cancelOfRun } from '@/calls/paid/cancelOfRun'
import { landLine } from '@/calls/paid/landSubmit'
import type { PaidParts } from '@/calls/paid/paidParts'
import { reconcileAll } from '@/calls/paid/reconcile'
import { submitOnce } from '@/calls/paid/submitOnce'
import { tend } from '@/calls/paid/tend'
import { tidyPaid } from '@/calls/paid/tidyPaid'
import { storyOf } from '@/domain/errors/storyOf'
import { choresStore } from '@/stores/choresStore'

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

/** Whoever takes a call has it for so long; longer than anything that is done to it. */
const holdMs = 600_000
const tidyEveryMs = 60_000
/** Bills come late and are few questions: every hour, by one of all workers. */
const reconcileEveryMs = 3_600_000
const choresEveryMs = 60_000
/** So many that may be sent are looked at in one go. */
const sendMost = 32

/**
 * Looks after all paid calls, from what the database says of them and nothing else: what a worker began and left is
 * due again for another. Rows of the outbox, callbacks and the clock only say “look”.
 */
export const paidDesk = ({ parts, log, pollMs = 1000, atOnce = 8 }: Settings): PaidDesk => {
  const stop = new AbortController()
  const { calls, inbox } = parts.paid
  const working = new Set<Promise<void>>()
  let looking: Promise<void> | null = null
  let again = false

  /** Runs beside the rest; when it is over there may be more to do. */
  const begin = (what: string, work: () => Promise<unknown>): void => {
    const done: Promise<void> = work()
      .then(() => undefined)
      .catch((error: unknown) => {
        if (!stop.signal.aborted) log(`paid call ${what}: ${storyOf(error).why}`)
      })
      .finally(() => {
        working.delete(done)
        look()
      })
    working.add(done)
  }
  const hasRoom = () => working.size < atOnce && !stop.signal.aborted

  const takeCallbacks = async (): Promise<void> => {
    while (hasRoom()) {
      const row = await inbox.take(holdMs, parts.providers)
      if (!row) return
      begin(row._id, () => applyCallback(parts, row, stop.signal))
    }
  }
  const takeDue = async (): Promise<void> => {
    while (hasRoom()) {
      const call = await calls.takeDue(holdMs, parts.providers)
      if (!call) return
      begin(call._id, () => tend(parts, call, stop.signal))
    }
  }
  const sending = new Set<string>()
  /** The fairest first; a pool without a place stops only itself. */
  const send = async (): Promise<void> => {
    const full = new Set<string>()
    for (const call of await calls.waitingToSend(sendMost, parts.providers)) {
      if (full.has(call.pool) || sending.has(call._id)) continue
      if (!hasRoom()) return
      sending.add(call._id)
      const end = await new Promise<'full' | 'other'>((resolve) => {
        begin(call._id, async () => {
          try {
            const ended = await submitOnce(parts, call, { signal: stop.signal, placed: () => resolve('other') })
            resolve(ended === 'full' ? 'full' : 'other')
          } finally {
            sending.delete(call._id)
            resolve('other')
          }
        })
      })
      if (end === 'full') full.add(call.pool)
    }
  }
  const lookOnce = async (): Promise<void> => {
    do {
      again = false
      await takeCallbacks()
      await takeDue()
      await send()
    } while (again as boolean) // something may have come meanwhile
  }
  const look = (): void => {
    again = true
    if (looking || stop.signal.aborted || parts.providers.length === 0) return
    looking = lookOnce()
      .catch((error: unknown) => {
        if (!stop.signal.aborted) log(`paid calls: ${storyOf(error).why}`)
      })
      .finally(() => (looking = null))
  }
  const chores = choresStore(parts.paid.control)
  let billing: 'no' | 'now' | 'again' = 'no'
  /** One at a time; who asks meanwhile is served once more after it. */
  const reconcile = (): void => {
    if (billing !== 'no') {
      billing = 'again'
      return
    }
    billing = 'now'
    begin('bills', async () => {
      try {
        await reconcileAll(parts, stop.signal)
        await chores.done('reconcileBills')
      } finally {
        const again = (billing as string) === 'again'
        billing = 'no'
        if (again && !stop.signal.aborted) reconcile()
      }
    })
  }
  const doChores = async (): Promise<void> => {
    if (parts.providers.length > 0 && (await chores.begin('reconcileBills', reconcileEveryMs))) reconcile()
  }
  const timers = [
    setInterval(look, pollMs),
    setInterval(() => begin('tidying', () => tidyPaid(parts)), tidyEveryMs),
    setInterval(() => begin('chores', doChores), choresEveryMs),
  ]
  inbox.watch(look, stop.signal)
  void parts.journal
    .replay((line) => landLine(parts, line))
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
      await Promise.all([...working])
      await parts.journal.close()
    },
  }
}
