import { linkSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { processBegan } from './processBegan'

type Holder = { pid: number; began?: string | undefined }

/**
 * Takes the lock file if nobody living holds it. Gives a function that lets it go, or nothing. A lock file appears
 * whole or not at all: it is written beside and linked to its name; one whose holder died is taken away.
 */
export const takeStartLock = (lockFile: string): (() => void) | undefined => {
  const mine: Holder = { pid: process.pid, began: processBegan(process.pid) }
  const draft = `${lockFile}.${String(process.pid)}`
  writeFileSync(draft, JSON.stringify(mine))
  try {
    linkSync(draft, lockFile)
    return () => {
      if (isSame(readHolder(lockFile), mine)) rmSync(lockFile, { force: true })
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    clearDead(lockFile)
    return undefined
  } finally {
    unlinkSync(draft)
  }
}

/** Runs `work` under the lock, or gives nothing at once when another living program holds it. */
export const underStartLock = async <T>(lockFile: string, work: () => Promise<T>): Promise<T | undefined> => {
  const leave = takeStartLock(lockFile) ?? (await takeSoon(lockFile))
  if (!leave) return undefined
  try {
    return await work()
  } finally {
    leave()
  }
}

/** A second try, because the first may only have cleared a dead program's lock. */
const takeSoon = async (lockFile: string): Promise<(() => void) | undefined> => {
  await sleep(5)
  return takeStartLock(lockFile)
}

const readHolder = (lockFile: string): Holder | undefined => {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')) as Holder
  } catch {
    return undefined
  }
}

const isSame = (a: Holder | undefined, b: Holder | undefined): boolean => a?.pid === b?.pid && a?.began === b?.began

const isAlive = (holder: Holder | undefined): boolean => {
  if (!holder) return false
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  return processBegan(holder.pid) === holder.began
}

/** Two that see the same dead holder must not remove each other's new lock: a second file lets one of them through. */
const clearDead = (lockFile: string): void => {
  const dead = readHolder(lockFile)
  if (isAlive(dead)) return
  const guard = `${lockFile}.clearing`
  try {
    writeFileSync(guard, '', { flag: 'wx' })
  } catch {
    const made = statSync(guard, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
    if (Date.now() - made > 10_000) rmSync(guard, { force: true })
    return
  }
  if (isSame(readHolder(lockFile), dead)) rmSync(lockFile, { force: true })
  rmSync(guard, { force: true })
}
