import { closeSync } from 'node:fs'
import { connect } from 'node:net'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StudioError } from '@/domain/errors/StudioError'
import { storyOf } from '@/domain/errors/storyOf'
import { keptPort } from './choosePort'
import { holdLifeline } from './lifeline'
import { mongodHome, type MongodHome } from './mongodHome'
import { portAnswers } from './portAnswers'
import { mongodUri, untilPrimary } from './replicaSet'
import { startTooSlow } from './startFailure'
import { startMongod, type Hold } from './startMongod'
import { underStartLock } from './startLock'

export type OpenMongod = {
  /** For MongoClient and Payload: database `backlot` of the one-node replica set. Stays true over restarts. */
  uri: string
  /** Lets go; mongod ends (within a second or so) when no other program holds it. */
  close(): Promise<void>
  /** After `close()`: nothing. When mongod died and could not be started again: why. */
  exited: Promise<StudioError | undefined>
}

type Asked = {
  home: string
  mongodPath: string
  log: (line: string) => void
  /** mongod died, and this program (of all that hold it) started it again. */
  onRestart?: (why: StudioError) => void
}

/**
 * The database of one BACKLOT_HOME, shared by every program that opens it: joins the mongod that runs, or starts it.
 * From then on watches it; if it dies, whichever program takes the start lock starts it again on the same port.
 * Fails with a StudioError: DATABASE_LIBRARIES_MISSING, DATABASE_OTHER_VERSION, DISK_FULL, DATABASE_TOO_SLOW …
 */
export const openMongod = async ({ home, mongodPath, log, onRestart }: Asked): Promise<OpenMongod> => {
  const at = mongodHome(resolve(home))
  let hold = await takeHold(at, mongodPath)
  const ending = new AbortController()
  const { port } = hold
  const isOpen = () => !ending.signal.aborted
  const exited = keepAlive()

  async function keepAlive(): Promise<StudioError | undefined> {
    while (isOpen()) {
      await untilGone(hold.port, ending.signal)
      if (!isOpen()) break
      // A connection can also break because the machine slept or a limit was hit: only a dead mongod counts.
      if (await portAnswers(hold.port)) {
        await sleep(100)
        continue
      }
      log('the database ended by itself: starting it again')
      const former = hold.writeEnd
      try {
        hold = await takeHold(at, mongodPath)
      } catch (error) {
        return error instanceof StudioError ? error : new StudioError({ ...storyOf(error), cause: error })
      } finally {
        closeSync(former)
      }
      if (hold.started) onRestart?.(endedByItself(at))
      if (hold.port !== port) {
        closeSync(hold.writeEnd)
        return movedAway(port, hold.port)
      }
    }
    closeSync(hold.writeEnd)
    return undefined
  }

  return {
    uri: mongodUri(port),
    exited,
    close: async () => {
      ending.abort()
      await exited
    },
  }
}

const joinLimitMs = 90_000

/** Joins or starts, whichever the moment asks for, until one of them worked. */
const takeHold = async (at: MongodHome, mongodPath: string): Promise<Hold & { started?: true }> => {
  const until = Date.now() + joinLimitMs
  while (Date.now() < until) {
    const hold =
      (await join(at, until)) ??
      (await underStartLock(at.startLock, async () => (await join(at, until)) ?? startIt(at, mongodPath)))
    if (hold) return hold
    await sleep(50)
  }
  throw startTooSlow(at, joinLimitMs / 1000)
}

const startIt = async (at: MongodHome, mongodPath: string) => ({
  ...(await startMongod(at, mongodPath)),
  started: true as const,
})

/** Takes hold of the mongod that runs; nothing when none does, or when it ends before it is ready. */
const join = async (at: MongodHome, until: number): Promise<Hold | undefined> => {
  const writeEnd = holdLifeline(at.lifeline)
  if (writeEnd === undefined) return undefined
  const isWatched = () => {
    const end = holdLifeline(at.lifeline)
    if (end !== undefined) closeSync(end)
    return end !== undefined
  }
  try {
    for (let port = keptPort(at.port); Date.now() < until && isWatched(); port = keptPort(at.port)) {
      const since = Date.now()
      if (
        port !== undefined &&
        (await untilPrimary(port, () => isWatched() && Date.now() < Math.min(until, since + 5000)))
      )
        return { writeEnd, port }
      await sleep(20)
    }
  } catch (error) {
    closeSync(writeEnd)
    throw error
  }
  closeSync(writeEnd)
  return undefined
}

/** Resolves when the connection to mongod ends: the kernel tells at once, however mongod died. */
const untilGone = (port: number, signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    const socket = connect({ port, host: '127.0.0.1' })
    const end = () => {
      socket.destroy()
      signal.removeEventListener('abort', end)
      done()
    }
    socket.unref()
    socket.resume()
    socket.once('error', end)
    socket.once('close', end)
    signal.addEventListener('abort', end)
    if (signal.aborted) end()
  })

const endedByItself = ({ log }: MongodHome): StudioError =>
  new StudioError({
    code: 'DATABASE_RESTARTED',
    what: 'The database ended by itself and was started again.',
    why: `Its log, ${log}, says what it did last.`,
    fix: 'Nothing is lost. If it happens again, look for a full memory or disk.',
  })

const movedAway = (from: number, to: number): StudioError =>
  new StudioError({
    code: 'DATABASE_MOVED',
    what: 'The database died, and its port was taken by another program before it was back.',
    why: `It ran on port ${String(from)} and runs on port ${String(to)} now.`,
    fix: 'Run the same command again: it goes on where it was.',
    retry: 'later',
  })
