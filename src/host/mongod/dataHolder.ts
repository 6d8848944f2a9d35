import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { MongodHome } from './mongodHome'
import { commandOf } from './processBegan'

/**
 * The pid of the mongod that has this data folder open, or of its watchdog (mongod empties its own lock file some time
 * before it lets go of its port). A killed one leaves its pid behind: only a living process that names the folder counts.
 */
export const dataHolder = (at: Pick<MongodHome, 'data' | 'watchdog'>): number | undefined =>
  [join(at.data, 'mongod.lock'), at.watchdog].map(pidIn).find((pid) => pid > 0 && commandOf(pid).includes(at.data))

const pidIn = (file: string): number => {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10)
  } catch {
    return 0
  }
}

/**
 * Waits until no mongod has the data folder open any more; to be called only when no watchdog reads the lifeline, so
 * the one that is left is ending, or lost its watchdog: then it is asked to end. False when it is still there after
 * `limitMs`.
 */
export const waitForDataFree = async (at: MongodHome, limitMs: number): Promise<boolean> => {
  const began = Date.now()
  let asked = false
  for (;;) {
    const holder = dataHolder(at)
    if (holder === undefined) return true
    const waited = Date.now() - began
    if (waited > limitMs) return false
    if (waited > 2000 && !asked) {
      asked = true
      process.kill(holder, 'SIGTERM')
    }
    await sleep(25)
  }
}
