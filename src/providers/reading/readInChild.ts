import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { programPath } from './programPath'
import { turns } from './turns'

export type ReadKind = 'pdf' | 'docx'
/** What the program read, or why it did not, for people. */
export type ReadAnswer = { read: unknown } | { refused: string }

export const readLimits = { seconds: 15, heapMb: 384, memoryMb: 768, answerBytes: 24_000_000, atOnce: 2 } as const

const inTurn = turns(readLimits.atOnce)

/**
 * Reads a document in a program of its own, with a limit of time and of memory; what goes over it is killed and told.
 * Nothing of this process's environment reaches it.
 */
export const readInChild = (kind: ReadKind, bytes: Uint8Array): Promise<ReadAnswer> => inTurn(() => read(kind, bytes))

const read = (kind: ReadKind, bytes: Uint8Array): Promise<ReadAnswer> =>
  new Promise((done) => {
    const program = [`--max-old-space-size=${String(readLimits.heapMb)}`, programPath('readDocument.mjs'), kind]
    const child = spawn(process.execPath, program, {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { NODE_ENV: 'production' },
    })
    const parts: Buffer[] = []
    let size = 0
    let why = 'It could not be read: it takes too much memory, or it is broken.'
    const stop = (because: string) => {
      why = because
      child.kill('SIGKILL')
    }
    const timer = setTimeout(() => stop(`It could not be read within ${String(readLimits.seconds)} s.`), readLimits.seconds * 1000) // prettier-ignore
    const watch = setInterval(() => {
      void memoryOf(child.pid).then((mb) => {
        if (mb > readLimits.memoryMb) stop('It takes too much memory to read.')
      })
    }, 100)
    child.stdout.on('data', (part: Buffer) => {
      size += part.length
      if (size > readLimits.answerBytes) stop('It holds more than a document has.')
      else parts.push(part)
    })
    const over = () => {
      clearTimeout(timer)
      clearInterval(watch)
      done(answerIn(Buffer.concat(parts)) ?? { refused: why })
    }
    child.once('error', over)
    child.once('close', over)
    child.stdin.on('error', () => undefined) // it ended before it had read all: `close` tells
    child.stdin.end(bytes)
  })

const answerIn = (bytes: Buffer): ReadAnswer | null => {
  try {
    return JSON.parse(bytes.toString('utf8')) as ReadAnswer
  } catch {
    return null
  }
}

/** Resident megabytes; buffers outside the heap have no limit of Node's own. 0 where the system does not say. */
const memoryOf = async (pid: number | undefined): Promise<number> => {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8').catch(() => '')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024
}
