import { mkdir } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import type { StudioError } from '@/domain/errors/StudioError'
import type { Env } from '@/env'
import { findMediaTools } from '@/host/ffmpeg/findMediaTools'
import { openMongod } from '@/host/mongod/openMongod'
import { localProviders } from './localProviders'
import type { FoundPrograms } from './openStudio'
import { openWorker } from './openWorker'
import { studioSecret } from './studioSecret'

export type WebWorker = {
  /** What the web part beside it must be given to work on the same documents. */
  settings: { MONGODB_URI: string; PAYLOAD_SECRET: string; BACKLOT_HOME: string }
  /** Resolves when the database is gone and could not be brought back; never while all is well. */
  lost: Promise<StudioError>
  close: () => Promise<void>
}

type Asked = { env: Env; found: FoundPrograms; log: (line: string) => void }

/** What stands behind the web part: the shared database, the secret, and a worker that takes any run. */
export const openWebWorker = async ({ env, found, log }: Asked): Promise<WebWorker> => {
  const home = resolve(env.BACKLOT_HOME)
  await mkdir(home, { recursive: true })
  const tools = await findMediaTools({
    home,
    ffmpeg: found.ffmpeg?.path ?? 'ffmpeg',
    ffprobe: found.ffprobe?.path ?? 'ffprobe',
  })
  const mongod = env.MONGODB_URI ? null : await openMongod({ home, mongodPath: found.mongod?.path ?? 'mongod', log })
  try {
    const settings = {
      MONGODB_URI: env.MONGODB_URI ?? mongod?.uri ?? '',
      PAYLOAD_SECRET: await studioSecret(home, env.PAYLOAD_SECRET),
      BACKLOT_HOME: home,
    }
    const worker = await openWorker({
      mongoUri: settings.MONGODB_URI,
      secret: settings.PAYLOAD_SECRET,
      home,
      providers: localProviders(tools),
      cpuSlots: env.WORKER_CONCURRENCY ?? availableParallelism(),
      only: null,
      log,
    })
    return {
      settings,
      lost: mongod ? untilLost(mongod.exited) : new Promise(() => undefined),
      close: async () => {
        await worker.close()
        await mongod?.close()
      },
    }
  } catch (error) {
    await mongod?.close()
    throw error
  }
}

/** A database that was closed in order is not lost. */
const untilLost = async (exited: Promise<StudioError | undefined>): Promise<StudioError> =>
  (await exited) ?? new Promise<never>(() => undefined)
