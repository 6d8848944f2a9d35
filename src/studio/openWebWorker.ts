import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { StudioError } from '@/domain/errors/StudioError'
import { secretsIn, type Env } from '@/env'
import { localProviders } from './localProviders'
import { mailSettings } from './mailSettings'
import { mediaBucket } from './mediaBucket'
import { openMachine, type FoundPrograms } from './openMachine'
import { openWorker } from './openWorker'
import { paidSettings } from './paidRoom'
import { traces } from './traces'

export type WebWorker = {
  /** Resolves when the database is gone and could not be brought back; never while all is well. */
  lost: Promise<StudioError>
  close: () => Promise<void>
}

type Asked = { env: Env; found: FoundPrograms; log: (line: string) => void }

/** The shared database and a worker that takes any run. */
export const openWebWorker = async ({ env, found, log }: Asked): Promise<WebWorker> => {
  const machine = await openMachine({ env, found, log })
  const { home, mongoUri, secret, databaseLost } = machine
  try {
    const cpuSlots = env.WORKER_CONCURRENCY ?? availableParallelism()
    const providers = localProviders(machine.tools)
    const logs = { level: env.LOG_LEVEL, file: join(home, 'logs', 'worker.log'), secrets: secretsIn(env, secret) }
    const paid = paidSettings(env, env.PUBLIC_URL ?? null)
    const mail = mailSettings(env)
    const worker = await openWorker({
      mongoUri,
      secret,
      home,
      providers,
      paid,
      mail: mail && { ...mail, base: reachedAt(env) },
      bucket: mediaBucket(env),
      traces: traces(env.OTEL_EXPORTER_OTLP_ENDPOINT, 'backlot-worker'),
      cpuSlots,
      only: null,
      log,
      logs,
    })
    return {
      lost: databaseLost ? untilLost(databaseLost) : new Promise(() => undefined),
      close: async () => {
        await worker.close()
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

/** Where links of mails lead: PUBLIC_URL, else this machine. */
const reachedAt = ({ PUBLIC_URL, HOST, PORT }: Env): string =>
  (PUBLIC_URL ?? `http://${HOST}:${String(PORT)}`).replace(/\/+$/, '')
