import { mkdirSync, realpathSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Where one BACKLOT_HOME keeps its database: `db/` and its log. */
export type MongodHome = {
  data: string
  /** The FIFO whose writers are the programs that need the database. */
  lifeline: string
  port: string
  startLock: string
  /** Holds the pid of the watchdog. */
  watchdog: string
  log: string
  startLog: string
}

export const mongodHome = (home: string): MongodHome => {
  mkdirSync(join(home, 'db', 'data'), { recursive: true })
  mkdirSync(join(home, 'logs'), { recursive: true })
  // One spelling of the path, whatever links lead there: mongod's command line is recognized by it.
  const real = realpathSync(home)
  const db = join(real, 'db')
  const logs = join(real, 'logs')
  return {
    data: join(db, 'data'),
    lifeline: join(db, 'lifeline'),
    port: join(db, 'port'),
    startLock: join(db, 'start.lock'),
    watchdog: join(db, 'watchdog.pid'),
    log: join(logs, 'mongod.log'),
    startLog: join(logs, 'mongod-start.log'),
  }
}

const logBytesMax = 10_000_000

/** Keeps the log bounded: a full one becomes `mongod.log.1`, and the one before that is gone. */
export const turnLog = (log: string): void => {
  try {
    if (statSync(log).size > logBytesMax) renameSync(log, `${log}.1`)
  } catch {
    // there is no log yet
  }
}
