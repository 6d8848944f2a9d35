import { inTransaction, type ControlDb } from '../controlDb'
import type { OutboxStore } from '../outboxStore'
import { breakerStore } from './breakerStore'
import { budgetStore } from './budgetStore'
import { callbackTokens } from './callbackTokens'
import { inboxStore } from './inboxStore'
import { orphansStore } from './orphansStore'
import { paidCallsStore, type Step } from './paidCallsStore'
import type { PaidGeneration } from './paidGeneration'
import { providerPlaces } from './providerPlaces'
import { uploadsStore } from './uploadsStore'

export type PaidStores = ReturnType<typeof openPaidStores>

/** Everything paid calls are remembered by. */
export const openPaidStores = (control: ControlDb, { outbox, secret }: { outbox: OutboxStore; secret: string }) => {
  const calls = paidCallsStore(control, outbox)
  const budget = budgetStore(control)
  const places = providerPlaces(control)
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
      const ended = await inTransaction(control, async ({ session }) => {
        const moved = await calls.move(from, step, { session })
        if (!moved) return null
        if (spent !== null)
          for (const account of moved.accounts) await budget.settle(account, { key: moved._id, spent }, session)
        await calls.tellWaiting(moved, session)
        return moved
      })
      if (ended && from.state !== 'DONE') await places.free(ended._id)
      return ended
    },
  }
}
