import { spawn } from 'node:child_process'
import { closeSync, openSync, writeFileSync } from 'node:fs'
import { choosePort } from './choosePort'
import { waitForDataFree } from './dataHolder'
import { bothEnds, makeLifeline } from './lifeline'
import { turnLog, type MongodHome } from './mongodHome'
import { replicaSetName, untilPrimary } from './replicaSet'
import { startFailure, startTooSlow } from './startFailure'
import { watchdog } from './watchdog'

/** A hold on a running database: the write end of the lifeline that keeps it alive, and its port. */
export type Hold = { writeEnd: number; port: number }

const limitMs = { formerEnds: 30_000, becomesPrimary: 60_000 }

/** Starts mongod under its watchdog and waits until it is primary; only under the start lock. Fails with a story. */
export const startMongod = async (at: MongodHome, mongodPath: string): Promise<Hold> => {
  makeLifeline(at.lifeline)
  let failure = startTooSlow(at, limitMs.formerEnds / 1000)
  // One that somebody killed while it started, or whose port was taken in that moment, gets a second try.
  for (let tries = 0; tries < 2; tries++) {
    if (!(await waitForDataFree(at, limitMs.formerEnds))) break
    const port = await choosePort(at.port)
    const started = await startOnce(at, mongodPath, port)
    if ('writeEnd' in started) return started
    failure =
      started.exitCode === undefined
        ? startTooSlow(at, limitMs.becomesPrimary / 1000)
        : startFailure({ exitCode: started.exitCode, at, mongodPath, port })
    if (!passingExits.has(started.exitCode ?? null)) break
  }
  throw failure
}

/** 128 + SIGKILL, 128 + SIGTERM, address in use. */
const passingExits: ReadonlySet<number | null> = new Set([137, 143, 48])

const startOnce = async (
  at: MongodHome,
  mongodPath: string,
  port: number,
): Promise<Hold | { exitCode: number | null | undefined }> => {
  turnLog(at.log)
  const { readEnd, writeEnd } = bothEnds(at.lifeline)
  const seen: { exitCode?: number | null } = {}
  try {
    const child = spawnWatchdog({ at, mongodPath, port, readEnd })
    child.once('error', () => (seen.exitCode = null))
    child.once('exit', (code) => (seen.exitCode = code))
    child.unref()
    const until = Date.now() + limitMs.becomesPrimary
    if (await untilPrimary(port, () => seen.exitCode === undefined && Date.now() < until)) return { writeEnd, port }
  } catch (error) {
    closeSync(writeEnd)
    throw error
  }
  closeSync(writeEnd)
  return { exitCode: seen.exitCode }
}

type Start = { at: MongodHome; mongodPath: string; port: number; readEnd: number }

const spawnWatchdog = ({ at, mongodPath, port, readEnd }: Start) => {
  const said = openSync(at.startLog, 'w')
  try {
    const child = spawn('sh', ['-c', watchdog, 'backlot-mongod', mongodPath, ...mongodOptions(at, port)], {
      detached: true,
      stdio: [readEnd, said, said],
      cwd: at.data,
    })
    writeFileSync(at.watchdog, String(child.pid ?? ''))
    return child
  } finally {
    closeSync(readEnd)
    closeSync(said)
  }
}

const mongodOptions = (at: MongodHome, port: number): string[] => [
  ...['--replSet', replicaSetName, '--dbpath', at.data, '--bind_ip', '127.0.0.1', '--port', String(port)],
  ...['--nounixsocket', '--wiredTigerCacheSizeGB', '0.25', '--oplogSize', '256'],
  ...['--logpath', at.log, '--logappend', '--logRotate', 'reopen', '--quiet', '--slowms', '1000'],
  ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
  // three journals of 100 MB, written ahead, would be most of what a small studio keeps
  ...['--wiredTigerEngineConfigString', 'log=(prealloc=false,file_max=32MB)'],
]
