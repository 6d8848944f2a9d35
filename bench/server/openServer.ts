import { readdirSync, readFileSync } from 'node:fs'
import { keptPort } from '@/host/mongod/choosePort'
import { mongodHome } from '@/host/mongod/mongodHome'
import { mongodUri } from '@/host/mongod/replicaSet'
import type { FilmHome } from '../../tests/support/filmCommand'
import { until } from '../../tests/support/until'

export type Server = {
  base: string
  mongoUri: string
  /** From the command to its address on stdout (s). */
  readySeconds: number
  /** Resident memory of the web process (MB). */
  webMb: () => number
  stop: () => Promise<void>
}

/** `npm start` in this home, as a person starts it. */
export const openServer = async (studio: FilmHome, env: Record<string, string> = {}): Promise<Server> => {
  const began = performance.now()
  const { child, ended, said } = studio.start(['start'], { PORT: '0', MALLOC_ARENA_MAX: '2', ...env })
  let printed = ''
  child.stdout?.on('data', (text: string) => (printed += text))
  await until(() => Promise.resolve(`the studio is open: ${said()}`), () => printed.includes('\n') || child.exitCode !== null, 600_000)
  const readySeconds = (performance.now() - began) / 1000
  const port = keptPort(mongodHome(studio.home).port)
  if (child.exitCode !== null || port === undefined) throw new Error(said())
  return {
    base: new URL(printed.trim()).origin,
    mongoUri: mongodUri(port),
    readySeconds,
    webMb: () => memoryOf(webOf(child.pid ?? 0)),
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
} // prettier-ignore

const read = (pid: string | number, name: string): string => {
  try {
    return readFileSync(`/proc/${String(pid)}/${name}`, 'utf8')
  } catch {
    return '' // it ended meanwhile
  }
}
/** Next names its process itself. */
const webOf = (parent: number): string =>
  readdirSync('/proc').find((pid) => read(pid, 'cmdline').startsWith('next-server') && new RegExp(`^PPid:\\s${String(parent)}$`, 'm').test(read(pid, 'status'))) ?? '' // prettier-ignore
const memoryOf = (pid: string): number => Number(/^VmRSS:\s+(\d+)/m.exec(read(pid, 'status'))?.[1] ?? 0) / 1024
