import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

type Asked = {
  /** A script and its arguments, for this Node. */
  argv: string[]
  root: string
  /**
   * Written to its stdin as one line of JSON, where no other program of this machine can read it. The child may load
   * its code while they are still to come; it is ended when they never come.
   */
  settings: Promise<unknown>
  /** How long it may take to end before it is killed (ms). */
  endsMs: number
  /** Hears every line it prints from `loud()` on. */
  say: (line: string) => void
}

export type ChildPart = {
  pid: number | undefined
  /** Resolves when it prints this line on stdout. */
  prints: (wanted: string) => Promise<void>
  loud: () => void
  /** Resolves when it ended, however, with the last lines it printed. */
  gone: Promise<string[]>
  /** Ends it with everything it started. */
  close: () => Promise<void>
}

const keptLines = 15

/**
 * A part of the studio as a child with a process group of its own, so that Ctrl-C reaches only us. Its stdin stays
 * open as long as this program lives, however this program dies: the part ends when it is closed.
 */
export const childPart = ({ argv, root, settings, endsMs, say }: Asked): ChildPart => {
  const child = spawn(process.execPath, argv, { cwd: root, detached: true, stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin.on('error', () => undefined) // it ended before it read: `gone` tells
  const write = (known: unknown) => child.stdin.write(`${JSON.stringify(known)}\n`)
  settings.then(write, () => child.stdin.end())

  const last: string[] = []
  const state = { loud: false }
  const wanted = new Map<string, () => void>()
  const hear = (stream: Readable) =>
    createInterface({ input: stream }).on('line', (line) => {
      if (line.trim() === '') return
      const told = stream === child.stdout && wanted.get(line)
      if (told) {
        told()
        return
      }
      last.push(line)
      if (last.length > keptLines) last.shift()
      if (state.loud) say(line)
    })
  hear(child.stdout)
  hear(child.stderr)

  const gone = new Promise<string[]>((resolve) => {
    child.once('error', (error) => {
      last.push(error.message)
      resolve(last)
    })
    child.once('close', () => resolve(last))
    // a child of the child may hold its output open: who exited is gone
    child.once('exit', (code, signal) => {
      last.push(signal ? `(killed by ${signal})` : `(exit code ${String(code)})`)
      setTimeout(() => resolve(last), 200)
    })
  })
  const kill = (signal: NodeJS.Signals) => killGroup(child.pid, signal)
  return {
    pid: child.pid,
    prints: (line) => new Promise((resolve) => wanted.set(line, resolve)),
    loud: () => {
      state.loud = true
    },
    gone,
    close: async () => {
      state.loud = false
      kill('SIGTERM')
      const timer = setTimeout(() => kill('SIGKILL'), endsMs)
      await gone
      clearTimeout(timer)
      kill('SIGKILL') // whoever of its group is still there
    },
  }
}

const killGroup = (pid: number | undefined, signal: NodeJS.Signals): void => {
  if (pid === undefined) return
  try {
    process.kill(-pid, signal)
  } catch {
    // all of them are gone
  }
}
