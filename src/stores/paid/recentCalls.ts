import type { PaidGeneration } from './paidGeneration'

const most = 500
/** Characters; a longer answer is read again where it is wanted. */
const rawMost = 20_000

/** The newest state of calls that this program moved, by key. A hint: every move asks the database whether it still holds. */
export const recentCalls = () => {
  const calls = new Map<string, PaidGeneration>()
  return {
    keep: (call: PaidGeneration): void => {
      calls.delete(call._id)
      if ((call.manifest?.raw.length ?? 0) < rawMost) calls.set(call._id, call)
      for (const oldest of calls.keys()) if (calls.size > most) calls.delete(oldest)
    },
    find: (key: string): PaidGeneration | undefined => calls.get(key),
  }
}
