import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'

const gigabyte = 2 ** 30
const prefix = 'backlot-tests-'

const isGone = (pid) => {
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}

/**
 * A folder of this program's own whose files lie in memory, for what is wanted for a moment; null where there is no such
 * place, or not `roomGb` in it and as much again in the machine. Takes away what killed programs left there.
 */
export const memoryFolder = ({ at = '/dev/shm', roomGb = 6, available = process.availableMemory() } = {}) => {
  try {
    if (!existsSync(at)) return null
    for (const name of readdirSync(at))
      if (name.startsWith(prefix) && isGone(Number(name.slice(prefix.length))))
        rmSync(join(at, name), { recursive: true, force: true })
    const { bavail, bsize } = statfsSync(at)
    if (bavail * bsize < roomGb * gigabyte || available < 2 * roomGb * gigabyte) return null
    const folder = join(at, `${prefix}${process.pid}`)
    mkdirSync(folder)
    return folder
  } catch {
    return null // not ours to write in: the disk does as well
  }
}
