import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { dataHolder } from '@/host/mongod/dataHolder'
import { openMongod } from '@/host/mongod/openMongod'
import type { ControlDb } from '@/stores/controlDb'
import { ensureIndexes } from '@/stores/ensureIndexes'
import { foundTools } from '../../host/foundTools'
import { connectTo } from '../../support/testDatabase'
import { openPrograms, type Programs } from './programs'

/** What many trials share: one mongod of their own, programs that are kept warm, files the provider has drawn once. */
export type Ground = {
  home: string
  programs: Programs
  /** An empty database; the same one again and again, as long as nothing in it must be kept. */
  database: () => Promise<{ name: string; uri: string; control: ControlDb }>
  /** The database that was handed out last is kept as it is. */
  keepDatabase: () => void
  /** Signals mongod; `kill` resolves when it is there again. */
  strikeMongod: (what: 'kill' | 'stop', ms: number) => Promise<void>
  bytesOf: (shape: unknown, make: () => Promise<Buffer>) => Promise<Buffer>
  close: () => Promise<void>
}

export const openGround = async (home: string): Promise<Ground> => {
  mkdirSync(home, { recursive: true })
  const mongod = await openMongod({ home, mongodPath: foundTools().mongod, log: () => undefined })
  void mongod.exited.then((why) => {
    if (why) console.error(why.message)
  })
  const programs = await openPrograms(4)
  const office = await connectTo(mongod.uri)
  const at = { data: join(home, 'db', 'data'), watchdog: join(home, 'db', 'watchdog.pid') }
  // a program killed in the middle of a transaction leaves it open, with its locks, until this time is over
  const shorten = () => office.client.db('admin').command({ setParameter: 1, transactionLifetimeLimitSeconds: 2 })
  await shorten()
  const drawn = new Map<string, Promise<Buffer>>()
  let control: ControlDb | null = null
  let name = ''
  const fresh = async () => {
    name = `chaos_${Date.now().toString(36)}`
    control = await connectTo(mongod.uri.replace('/backlot?', `/${name}?`))
    await ensureIndexes(control.db)
    return control
  }
  return {
    home,
    programs,
    database: async () => {
      const { db } = (control ??= await fresh())
      for (const collection of await db.listCollections({}, { nameOnly: true }).toArray())
        await db.collection(collection.name).deleteMany({})
      return { name, uri: mongod.uri.replace('/backlot?', `/${name}?`), control }
    },
    keepDatabase: () => {
      void control?.client.close()
      control = null
    },
    strikeMongod: async (what, ms) => {
      const pid = dataHolder(at)
      // while it starts its watchdog stands for it, which nobody strikes
      if (pid === undefined || pid === Number(readFileSync(at.watchdog, 'utf8'))) return
      signal(pid, what === 'kill' ? 'SIGKILL' : 'SIGSTOP')
      if (what === 'stop') {
        await sleep(ms)
        signal(pid, 'SIGCONT')
        return
      }
      await shorten().catch(shorten).catch(shorten) // the driver waits for the one that is started again
    },
    bytesOf: (shape, make) => {
      const key = JSON.stringify(shape)
      const bytes = drawn.get(key) ?? make()
      drawn.set(key, bytes)
      return bytes
    },
    close: async () => {
      programs.close()
      if (control) await control.db.dropDatabase()
      await control?.client.close()
      await office.client.close()
      await mongod.close()
      rmSync(join(home, 'trials', 'now'), { recursive: true, force: true })
    },
  }
}

/** It may be gone already. */
const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name)
  } catch {
    // it is
  }
}
