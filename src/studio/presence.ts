import { storyOf } from '@/domain/errors/storyOf'
import type { WorkerFigures } from '@/domain/run/workerFigures'
import type { Owner } from '@/stores/owner'
import type { presenceStore } from '@/stores/presenceStore'

const everyMs = 5000

type Parts = {
  store: ReturnType<typeof presenceStore>
  owner: Owner
  figures: () => WorkerFigures
  log: (line: string) => void
}

/** Says every five seconds that this worker is there and what it did, until it leaves. */
export const presence = ({ store, owner, figures, log }: Parts) => {
  const say = () =>
    void store.sayHere(owner, figures()).catch((error: unknown) => log(`presence: ${storyOf(error).why}`))
  say()
  const timer = setInterval(say, everyMs)
  return {
    leave: async () => {
      clearInterval(timer)
      await store.leave(owner).catch(() => undefined) // it is forgotten by itself
    },
  }
}
