import { availableParallelism } from 'node:os'
import type { StudioError } from '@/domain/errors/StudioError'
import type { Env } from '@/env'
import { localProviders } from './localProviders'
import { openMachine, type FoundPrograms } from './openMachine'
import { openWorker } from './openWorker'

export type WebWorker = {
  /** What the web part beside it must be given to work on the same documents. */
  settings: { MONGODB_URI: string; PAYLOAD_SECRET: string; BACKLOT_HOME: string }
  /** Resolves when the database is gone and could not be brought back; never while all is well. */
  lost: Promise<StudioError>
  close: () => Promise<void>
}

/** `worker`: whether one runs in this program, too. */
type Asked = { env: Env; found: FoundPrograms; worker: boolean; log: (line: string) => void }

/** What stands behind the web part: the shared database, the secret, and a worker that takes any run. */
export const openWebWorker = async ({ env, found, worker: wanted, log }: Asked): Promise<WebWorker> => {
  const machine = await openMachine({ env, found, log })
  const { home, mongoUri, secret, databaseLost } = machine
  try {
    const cpuSlots = env.WORKER_CONCURRENCY ?? availableParallelism()
    const worker =
      wanted &&
      (await openWorker({
        mongoUri,
        secret,
        home,
        providers: localProviders(machine.tools),
        cpuSlots,
        only: null,
        log,
      }))
    return {
      settings: { MONGODB_URI: mongoUri, PAYLOAD_SECRET: secret, BACKLOT_HOME: home },
      lost: databaseLost ? untilLost(databaseLost) : new Promise(() => undefined),
      close: async () => {
        if (worker) await worker.close()
        await machine.close()
      },
    }
  } catch (error) {
    await machine.close()
    throw error
  }
}

/** A database that was closed in order is not lost. */
const untilLost = async (exited: Promise<StudioError | undefined>): Promise<StudioError> =>
  (await exited) ?? new Promise<never>(() => undefined)
