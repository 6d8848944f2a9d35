import { waitingKey } from '@/domain/generation/paidMoves'
import type { CommitSettlement } from '../commitFinishes'
import { inTransaction, type ControlDb, type Tx } from '../controlDb'
import { isDatabaseAway } from '../databaseAway'
import type { OutboxStore } from '../outboxStore'
import type { Owner } from '../owner'
import { breakerStore } from './breakerStore'
import { budgetStore } from './budgetStore'
import { callbackTokens } from './callbackTokens'
import { inboxStore } from './inboxStore'
import { orphansStore } from './orphansStore'
import { paidCallsStore, type MovedCall, type Step } from './paidCallsStore'
import type { PaidGeneration } from './paidGeneration'
import { providerPlaces } from './providerPlaces'
import { uploadsStore } from './uploadsStore'

export type PaidStores = ReturnType<typeof openPaidStores>

type Given = {
  outbox: OutboxStore
  secret: string
  /** Tells the run that waits in the group of what else is finished of it; without, a row of the outbox does. */
  settle?: CommitSettlement
  /** Hears of every move this program makes. */
  onMove?: (moved: MovedCall) => void
  /** Who looks after calls with them; null for who only reads and records. */
  owner?: Owner | null
}

/** Everything paid calls are remembered by. */
export const openPaidStores = (control: ControlDb, { outbox, secret, settle, onMove, owner = null }: Given) => {
  const calls = paidCallsStore(control, outbox, { owner, ...(onMove ? { onMove } : {}) })
  const budget = budgetStore(control)
  const places = providerPlaces(control)

  type End = { from: PaidGeneration; step: Step; spent: number | null }
  const write = async ({ from, step, spent }: End, tx: Tx, but?: string): Promise<PaidGeneration | null> => {
    const { session } = tx
    const moved = await calls.move(from, step, { session })
    if (!moved) return null
    if (spent !== null)
      for (const account of moved.accounts) await budget.settle(account, { key: moved._id, spent }, tx)
    await calls.tellWaiting(moved, session, but)
    return moved
  }
  /** Step H in the group of the run that waits; `untold` where that run cannot be written to. */
  const endInGroup = async (end: End): Promise<PaidGeneration | null | 'untold'> => {
    const [runId] = end.from.waiters
    if (!settle || runId === undefined) return 'untold'
    let ended: PaidGeneration | null = null
    const settles = async (tx: Tx): Promise<boolean> => {
      ended = await write(end, tx, runId)
      return ended !== null
    }
    const key = waitingKey({ key: end.from._id, round: end.from.round })
    try {
      return (await settle({ runId, key, settles })) === 'committed' ? ended : null
    } catch (error) {
      if (isDatabaseAway(error)) throw error
      return 'untold'
    }
  }

  return {
    control,
    outbox,
    calls,
    budget,
    places,
    inbox: inboxStore(control),
    breaker: breakerStore(control),
    uploads: uploadsStore(control),
    orphans: orphansStore(control),
    tokens: callbackTokens(secret),

    /**
     * A call is over: its state, its money and who waits for it, in one transaction; its place at the provider is free.
     * `spent` null: nobody can say yet, and what was held back stays held. Null: somebody was quicker.
     */
    async end(from: PaidGeneration, step: Step, spent: number | null): Promise<PaidGeneration | null> {
      const end = { from, step, spent }
      const told = await endInGroup(end)
      const ended = told === 'untold' ? await inTransaction(control, (tx) => write(end, tx)) : told
      if (!ended) return null
      calls.remember(ended)
      if (from.state !== 'DONE') places.free(ended)
      return ended
    },
  }
}
