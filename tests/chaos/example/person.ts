import { setTimeout as sleep } from 'node:timers/promises'
import type { ControlDb } from '@/stores/controlDb'
import { outboxStore } from '@/stores/outboxStore'
import { decideCall } from '@/stores/paid/decideCall'
import { openPaidStores } from '@/stores/paid/openPaidStores'
import type { PaidGeneration } from '@/stores/paid/paidGeneration'

/** Somebody who looks at what nobody knows the end of, and says what is to be done. */
export type Person = {
  /** Until `stop` is called. Answers what was decided. */
  watch: () => { stop: () => Promise<string[]> }
}

type Word = 'wait' | 'resubmit' | 'write_off' | 'again'
const patienceMs = 6000
const hour = 3_600_000

/**
 * Waits a moment for evidence to turn up, then lets the grace pass and decides. What may have been paid in vain is made
 * again. What was decided is told.
 */
export const openPerson = (control: ControlDb, calls: () => Promise<PaidGeneration[]>): Person => {
  const paid = openPaidStores(control, { outbox: outboxStore(control), secret: 'nobody signs here' })
  const decided: string[] = []
  let given = 0
  const look = async (): Promise<void> => {
    for (const call of await calls()) {
      const unknownMs = Date.now() - (call.unknownSince?.getTime() ?? Date.now())
      // ten minutes pass for this call alone
      if (call.state === 'UNKNOWN' && unknownMs > patienceMs && unknownMs < hour)
        await paid.calls.calls.updateOne(
          { _id: call._id, state: 'UNKNOWN' },
          { $set: { unknownSince: new Date(Date.now() - hour), dueAt: new Date() } },
        )
      if (call.state === 'DECIDE') await decide(call)
      const isInVain = call.state === 'DEAD' || (call.state === 'FAILED' && call.mayBeCharged)
      if (isInVain && call.decisions.at(-1)?.action !== 'again') await say(call, 'again')
    }
  }
  /** First to wait; then every third is written off, the others are sent again. */
  const decide = (call: PaidGeneration): Promise<void> => {
    if (call.decisions.length === 0) return say(call, 'wait')
    given += 1
    return say(call, given % 3 === 0 ? 'write_off' : 'resubmit')
  }
  const say = async (call: PaidGeneration, action: Word): Promise<void> => {
    const done = await decideCall(paid, call, { action, reason: 'Nothing was found.', by: 'somebody', at: new Date() })
    if (done) decided.push(`${action}: ${call.provider} ${call.what}`)
  }
  return {
    watch: () => {
      let isOver = false
      const watching = (async () => {
        while (!isOver) {
          await look()
          await sleep(500)
        }
      })()
      return {
        stop: async () => {
          isOver = true
          await watching
          return [...decided]
        },
      }
    },
  }
}
