import { mkdir } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import type { Env } from '@/env'
import type { RunEvent } from '@/domain/run/runEvent'
import type { Ask } from '@/domain/run/runState'
import { findMediaTools } from '@/host/ffmpeg/findMediaTools'
import { openMongod } from '@/host/mongod/openMongod'
import { cleanStudio, type Cleaned } from './cleanStudio'
import { filmDesk, type FilmDesk } from './filmDesk'
import { localProviders } from './localProviders'
import { openWorker } from './openWorker'
import { studioSecret } from './studioSecret'

/** Programs the set-up found, with full paths. */
export type FoundPrograms = Partial<Record<'mongod' | 'ffmpeg' | 'ffprobe', { path: string; from: string; version: string }>>
export type OpenStudio = { desk: FilmDesk; only: Set<string>; wake: (runId: string) => void; home: string; clean: () => Promise<Cleaned>; close: () => Promise<void> }
type Asked = { env: Env; found: FoundPrograms; log: (line: string) => void; onFinished: (ask: Ask, event: RunEvent) => void }

/** Everything a command needs to make a film in this process: the shared database, a worker for its own runs, the desk. */
export const openStudio = async ({ env, found, log, onFinished }: Asked): Promise<OpenStudio> => {
  const home = resolve(env.BACKLOT_HOME)
  await mkdir(home, { recursive: true })
  const tools = await findMediaTools({ home, ffmpeg: found.ffmpeg?.path ?? 'ffmpeg', ffprobe: found.ffprobe?.path ?? 'ffprobe' })
  const mongod = env.MONGODB_URI ? null : await openMongod({ home, mongodPath: found.mongod?.path ?? 'mongod', log })
  try {
    const only = new Set<string>()
    const worker = await openWorker({
      mongoUri: env.MONGODB_URI ?? mongod?.uri ?? '', secret: await studioSecret(home, env.PAYLOAD_SECRET), home,
      providers: localProviders(tools), cpuSlots: env.WORKER_CONCURRENCY ?? availableParallelism(), only, log, onFinished,
    }) // prettier-ignore
    const close = async () => {
      await worker.close()
      await mongod?.close()
    }
    return { desk: filmDesk(worker.stores), only, wake: worker.engine.wake, home, clean: () => cleanStudio(worker.stores, home), close }
  } catch (error) {
    await mongod?.close()
    throw error
  }
}
