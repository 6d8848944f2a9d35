import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'

/** Who holds a lease: `machine/pid/nonce`. A lease of a process that is gone from this machine can be freed at once. */
export type Owner = string

export const machineName = (): string => hostname()
export const newOwner = (pid: number): Owner => `${machineName()}/${pid}/${randomBytes(4).toString('hex')}`

/** True only when the owner ran on this machine and its process is certainly gone. */
export const isGone = (owner: Owner, self: Owner): boolean => {
  const [machine, pid] = owner.split('/')
  const [mine, myPid] = self.split('/')
  if (machine !== mine || !pid) return false
  if (pid === myPid) return owner !== self // a former process with our number
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return (error as { code?: string }).code === 'ESRCH'
  }
}
