import type { RunState } from '@/domain/run/runState'

/** Keeps the newest known state of a run; the map stays in the order of use. */
export const remember = (folds: Map<string, RunState>, runId: string, state: RunState): void => {
  const known = folds.get(runId)
  if (known && known.seq >= state.seq) return
  folds.delete(runId) // so that the map is in the order of use
  folds.set(runId, state)
  for (const oldest of folds.keys()) {
    if (folds.size <= foldsMax) break
    folds.delete(oldest)
  }
}
/** Folds kept in memory; an older one is folded again when it is asked for. */
const foldsMax = 64
