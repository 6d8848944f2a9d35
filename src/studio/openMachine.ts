import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Env } from '@/env'
import type { StudioError } from '@/domain/errors/StudioError'
import { findMediaTools, type MediaTools } from '@/host/ffmpeg/findMediaTools'
import { openMongod } from '@/host/mongod/openMongod'
import { studioSecret } from './studioSecret'

/** Programs the set-up found, with full paths. */
export type FoundPrograms = Partial<
  Record<'mongod' | 'ffmpeg' | 'ffprobe', { path: string; from: string; version: string }>
>

export type Machine = {
  home: string
  tools: MediaTools
  mongoUri: string
  secret: string
  /** When our own mongod died and could not be started again: why. Null when the database is somebody else's. */
  databaseLost: Promise<StudioError | undefined> | null
  close: () => Promise<void>
}

type Asked = {
  env: Env
  found: FoundPrograms
  log: (line: string) => void
  /** Our mongod died, and this program started it again. */
  onRestart?: (why: StudioError) => void
}

/** What every program of this machine needs first: the folder, the media tools, the shared database, the secret. */
export const openMachine = async ({ env, found, log, onRestart }: Asked): Promise<Machine> => {
  const home = resolve(env.BACKLOT_HOME)
  await mkdir(home, { recursive: true })
  const path = (name: keyof FoundPrograms) => found[name]?.path ?? name
  const tools = await findMediaTools({ home, ffmpeg: path('ffmpeg'), ffprobe: path('ffprobe') })
  const secret = await studioSecret(home, env.PAYLOAD_SECRET)
  if (env.MONGODB_URI)
    return { home, tools, secret, mongoUri: env.MONGODB_URI, databaseLost: null, close: () => Promise.resolve() }
  const mongod = await openMongod({ home, mongodPath: path('mongod'), log, ...(onRestart ? { onRestart } : {}) })
  return { home, tools, secret, mongoUri: mongod.uri, databaseLost: mongod.exited, close: () => mongod.close() }
}
