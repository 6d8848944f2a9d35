import type { PaidCallsStore } from '@/stores/paid/paidCallsStore'
import type { PaidGeneration } from '@/stores/paid/paidGeneration'

/** Intents in the order they are sent: the project with the fewest calls under way first, then the best rank. */
export const inFairness = async (
  calls: Pick<PaidCallsStore, 'underWay'>,
  waiting: readonly PaidGeneration[],
): Promise<PaidGeneration[]> => {
  const projects = new Set(waiting.map(({ project }) => project.toHexString()))
  if (projects.size < 2) return [...waiting]
  const underWay = await calls.underWay()
  const busyOf = (call: PaidGeneration) => underWay.get(call.project.toHexString()) ?? 0
  return [...waiting].sort((a, b) => busyOf(a) - busyOf(b) || b.rank - a.rank)
}
