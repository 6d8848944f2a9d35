import { setTimeout as sleep } from 'node:timers/promises'

/** The database did not answer or is going through a restart: the same write may pass in a moment. No fault of a step. */
export const isDatabaseAway = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  // A bulk write hides what it met in `errorResponse`.
  const { name, cause, code, errorResponse } = error as Error & { code?: unknown; errorResponse?: unknown }
  return awayNames.test(name) || awayCodes.has(Number(code)) || [cause, errorResponse].some(isDatabaseAway)
}

/** Not the errors of a client that we closed ourselves. */
const awayNames = /^Mongo(Network|NetworkTimeout|ServerSelection|PoolCleared|PoolClearedOnNetwork)Error$/
/** HostUnreachable, NetworkTimeout, ShutdownInProgress, NotWritablePrimary, the Interrupted… and NotPrimary… family. */
const awayCodes: ReadonlySet<number> = new Set([6, 7, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436])

/**
 * Repeats `body` while the database is away, for at most `limitMs`; any other error passes at once. `body` must be
 * repeatable: what it wrote before the answer was lost may stand.
 */
export const whileAway = async <T>(limitMs: number, body: () => Promise<T>): Promise<T> => {
  const until = Date.now() + limitMs
  for (let pause = 50; ; pause = Math.min(1000, pause * 2)) {
    try {
      return await body()
    } catch (error) {
      if (!isDatabaseAway(error) || Date.now() + pause > until) throw error
      await sleep(pause)
    }
  }
}
