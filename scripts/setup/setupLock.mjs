import { linkSync, mkdirSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Runs `work` while this program alone holds the lock file; others wait and call `onWait` once with the holder's pid.
 * A lock whose holder is dead is taken over. Gives up with an error after `limitMs`.
 */
export const withSetupLock = async (lockFile, { onWait, limitMs = 900_000 }, work) => {
  mkdirSync(dirname(lockFile), { recursive: true })
  const mine = JSON.stringify(identityOf(process.pid))
  const until = Date.now() + limitMs
  for (let told = false; !take(lockFile, mine); await sleep(100)) {
    const holder = read(lockFile)
    if (!isAlive(holder)) clear(lockFile, holder)
    else if (!told) {
      told = true
      onWait(holder.pid)
    }
    if (Date.now() > until) throw new Error(`the set-up of process ${holder?.pid} did not end; lock file: ${lockFile}`)
  }
  const leave = () => read(lockFile)?.pid === process.pid && rmSync(lockFile, { force: true })
  process.once('exit', leave)
  try {
    return await work()
  } finally {
    process.off('exit', leave)
    leave()
  }
}

/** A lock file appears whole or not at all: it is written beside and linked to its name. */
const take = (lockFile, mine) => {
  const draft = `${lockFile}.${process.pid}`
  writeFileSync(draft, mine)
  try {
    linkSync(draft, lockFile)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  } finally {
    unlinkSync(draft)
  }
}

const read = (lockFile) => {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8'))
  } catch {
    return undefined
  }
}

/** A pid alone may have been given to another program since: where /proc tells it, the start time belongs to it. */
const identityOf = (pid) => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return { pid, began: stat.slice(stat.lastIndexOf(')')).split(' ')[20] }
  } catch {
    return { pid }
  }
}

const isAlive = (holder) => {
  if (!holder) return false
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
  return identityOf(holder.pid).began === holder.began
}

/** Two that see the same dead holder must not remove each other's new lock: a second file lets one of them through. */
const clear = (lockFile, dead) => {
  const guard = `${lockFile}.clearing`
  try {
    writeFileSync(guard, '', { flag: 'wx' })
  } catch {
    if (ageMs(guard) > 10_000) rmSync(guard, { force: true })
    return
  }
  try {
    const now = read(lockFile)
    if (now?.pid === dead?.pid && now?.began === dead?.began) rmSync(lockFile, { force: true })
  } finally {
    rmSync(guard, { force: true })
  }
}

const ageMs = (path) => {
  try {
    return Date.now() - statSync(path).mtimeMs
  } catch {
    return 0
  }
}
