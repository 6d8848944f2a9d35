import { Parked, type CallPaid, type PaidCall } from '@/calls/callPaid'
import { studioOwner } from '@/domain/generation/studioOwner'
import type { Tx } from '@/stores/controlDb'
import type { StepResult } from './defineStep'

/**
 * The paid door of one step. All calls it asked for at once are written in the one finish that parks it, so that they
 * are under way together; it waits for the first, and finds the others when it is run again.
 */
export const paidDoor = (
  callPaid: CallPaid,
  { project, runId, scene }: { project: string; runId: string; scene: string | null },
) => {
  const at = { owner: studioOwner, project, runId, scene, accounts: [project] }
  const asked: ReturnType<CallPaid>[] = []
  const call = (wish: PaidCall): ReturnType<CallPaid> => {
    const answer = callPaid(wish, at)
    asked.push(answer)
    return answer
  }
  const parked = async (): Promise<Parked[]> => {
    const ends = await Promise.allSettled(asked)
    return ends.flatMap((end) => (end.status === 'rejected' && end.reason instanceof Parked ? [end.reason] : []))
  }
  return {
    call,
    /** The result of the step, or how it is parked. */
    async parking(run: () => Promise<StepResult>): Promise<StepResult> {
      try {
        return await run()
      } catch (error) {
        if (!(error instanceof Parked)) throw error
        const all = [...new Map((await parked()).map((one) => [one.key, one])).values()]
        const write = async (tx: Tx) => {
          for (const one of all) await one.write(tx)
        }
        return { waiting: error.key, write }
      }
    },
  }
}
