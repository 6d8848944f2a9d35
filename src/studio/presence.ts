import { storyOf } from '@/domain/errors/storyOf'
import type { Owner } from '@/stores/owner'
import type { presenceStore } from '@/stores/presenceStore'

const everyMs = 5000

/** Says every five seconds that this worker is there, until it leaves. */
export const presence = (store: ReturnType<typeof presenceStore>, owner: Owner, log: (line: string) => void) => {
  const say = () => void store.sayHere(owner).catch((error: unknown) => log(`presence: ${storyOf(error).why}`))
  say()
  const timer = setInterval(say, everyMs)
  return {
    leave: async () => {
      clearInterval(timer)
      await store.leave(owner).catch(() => undefined) // it is forgotten by itself
    },
  }
}
