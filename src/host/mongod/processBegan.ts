import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** When a process began, as the kernel counts it: a pid alone may belong to another by now. Unknown without /proc. */
export const processBegan = (pid: number): string | undefined => {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')')).split(' ')[20]
  } catch {
    return undefined
  }
}

/** The command line of a living process, empty when there is none (or it is a zombie). */
export const commandOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return process.platform === 'linux' ? '' : psCommand(pid)
  }
}

const psCommand = (pid: number): string => {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    return ''
  }
}
