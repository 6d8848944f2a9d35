import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Env } from '@/env'
import type { RunEvent } from '@/domain/run/runEvent'
import type { Ask } from '@/domain/run/runState'
import { energeticModel } from '@/providers/localEmbeddings/energeticModel'
import { catalogueStore } from '@/stores/catalogueStore'
import { keysStore } from '@/stores/keys/keysStore'
import { archives, type Archives } from './archives'
import { checkModels, type ModelsCheck } from './checkModels'
import { cleanStudio, type Cleaned } from './cleanStudio'
import { filmDesk, type FilmDesk } from './filmDesk'
import { localProviders } from './localProviders'
import { moneyDesk, type MoneyDesk } from './moneyDesk'
import { mediaBucket } from './mediaBucket'
import { openMachine, type FoundPrograms } from './openMachine'
import { openWorker } from './openWorker'
import { ownDesk } from './ownDesk'
import { paidSettings } from './paidRoom'
import { traces } from './traces'

export type OpenStudio = Archives & {
  desk: FilmDesk
  money: MoneyDesk
  /** The runs this command's worker may work on. */
  only: Set<string>
  wake: (runId: string) => void
  home: string
  clean: () => Promise<Cleaned>
  /** Holds the catalogue against what providers list. Fails: PROVIDER_LIST_NOT_READ. */
  checkModels: (signal: AbortSignal) => Promise<ModelsCheck>
  /** Fails: KEY_UNREADABLE. */
  rotateKeys: (former: readonly string[]) => Promise<{ sealed: number }>
  close: () => Promise<void>
}
type Asked = {
  env: Env
  found: FoundPrograms
  log: (line: string) => void
  onFinished: (ask: Ask, event: RunEvent) => void
}

/** Everything a command needs to make a film in this process: the shared database, a worker for its own runs, the desk. */
export const openStudio = async ({ env, found, log, onFinished }: Asked): Promise<OpenStudio> => {
  const machine = await openMachine({ env, found, log })
  const { home, mongoUri, secret } = machine
  try {
    const only = new Set<string>()
    const providers = localProviders(machine.tools)
    const paid = paidSettings(env, null) // a command has no web part: it asks
    const cpuSlots = env.WORKER_CONCURRENCY ?? availableParallelism()
    const worker = await openWorker({
      mongoUri,
      secret,
      home,
      providers,
      paid,
      bucket: mediaBucket(env),
      traces: traces(env.OTEL_EXPORTER_OTLP_ENDPOINT, 'backlot-worker'),
      cpuSlots,
      only,
      log,
      onFinished,
    })
    const close = async () => {
      await worker.close()
      await machine.close()
    }
    return {
      desk: filmDesk({
        stores: worker.stores,
        providers,
        own: ownDesk({ stores: worker.stores, film: providers.film, scratchDir: join(home, 'tmp') }),
        embeddings: energeticModel(home),
      }),
      money: moneyDesk({ stores: worker.stores, providers, keyed: worker.keyring.keyed }),
      only,
      wake: worker.engine.wake,
      home,
      ...archives(worker.stores, home),
      clean: () => cleanStudio(worker.stores, home),
      checkModels: async (signal) => {
        const models = await catalogueStore(worker.stores.library).models()
        return checkModels(models, env, signal)
      },
      rotateKeys: (former) => keysStore(worker.stores.control).rotate(former),
      close,
    }
  } catch (error) {
    await machine.close()
    throw error
  }
}
