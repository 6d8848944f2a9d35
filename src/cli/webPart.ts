import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { StudioError } from '@/domain/errors/StudioError'

type Asked = {
  root: string
  /** Next's development server, or the built one. */
  mode: 'dev' | 'start'
  host: string
  port: number
  /** What the web part reads from its environment beside what this program was given. */
  settings: Record<string, string>
  /** Hears every line it prints once it answers. */
  say: (line: string) => void
}

export type WebPart = {
  /** http://127.0.0.1:3000, the way a browser on this machine reaches it. */
  address: string
  /** Resolves when the admin answers. Fails: WEB_PART_TOO_SLOW. */
  answers: (signal: AbortSignal) => Promise<void>
  /** Resolves when it ended by itself, with the reason. */
  ended: Promise<StudioError>
  /** Ends it with everything it started; at most five seconds. */
  close: () => Promise<void>
}

const limitMs = { answers: 300_000, ends: 5000 }
const keptLines = 15

/** Starts Next's server as a child with a process group of its own, so that Ctrl-C reaches only us. */
export const webPart = ({ root, mode, host, port, settings, say }: Asked): WebPart => {
  const child = spawn(process.execPath, [join(root, 'scripts/webPart.mjs'), mode, '-H', host, '-p', String(port)], {
    cwd: root,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  child.stdin.on('error', () => undefined) // it ended before it read: `ended` tells
  child.stdin.write(`${JSON.stringify(settings)}\n`)

  const last: string[] = []
  const state = { answering: false }
  const hear = (stream: Readable) =>
    createInterface({ input: stream }).on('line', (line) => {
      if (line.trim() === '') return
      last.push(line)
      if (last.length > keptLines) last.shift()
      if (state.answering) say(line)
    })
  hear(child.stdout)
  hear(child.stderr)

  const gone = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      last.push(error.message)
      resolve()
    })
    child.once('close', () => resolve())
  })
  const kill = (signal: NodeJS.Signals) => killGroup(child.pid, signal)
  const address = addressOf(host, port)
  return {
    address,
    ended: gone.then(() => endedEarly(last)),
    answers: async (signal) => {
      // the first call makes the owner of a new studio, so that nobody else can
      await untilAnswers(`${address}/api/users/me`, signal)
      await untilAnswers(`${address}/admin`, signal)
      state.answering = true
    },
    close: async () => {
      state.answering = false
      kill('SIGTERM')
      const timer = setTimeout(() => kill('SIGKILL'), limitMs.ends)
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

/** Listening on every address means this machine's own, too. */
const addressOf = (host: string, port: number): string => {
  const reached = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host
  const bare = reached.replace(/^\[|\]$/g, '')
  return `http://${bare.includes(':') ? `[${bare}]` : bare}:${String(port)}`
}

/** The first page is compiled when it is asked for, which takes half a minute on an idle machine. */
const untilAnswers = async (url: string, signal: AbortSignal): Promise<void> => {
  const until = Date.now() + limitMs.answers
  let said = 'it took no connection'
  while (Date.now() < until) {
    signal.throwIfAborted()
    const status = await statusOf(url, signal)
    if (typeof status === 'number' && status < 500) return
    said = typeof status === 'number' ? `it answered ${String(status)}` : status
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new StudioError({
    code: 'WEB_PART_TOO_SLOW',
    what: 'The web part does not answer.',
    why: `Within ${String(limitMs.answers / 1000)} s ${said}.`,
    fix: 'Try again when the machine is less busy; BACKLOT_DEBUG=1 shows what it prints.',
  })
}

const statusOf = async (url: string, signal: AbortSignal): Promise<number | string> => {
  try {
    const answer = await fetch(url, {
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(120_000)]),
    })
    await answer.arrayBuffer()
    return answer.status
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const endedEarly = (last: string[]): StudioError => {
  const said = last.join('\n    ')
  return /another next dev server is already running|unable to acquire lock/i.test(said)
    ? new StudioError({
        code: 'DEV_RUNS_ALREADY',
        what: 'A development server of this checkout is running already.',
        why: 'Two of them would overwrite each other in .next/.',
        fix: 'Use the one that runs, or end it (Ctrl-C in its terminal) and start again.',
      })
    : new StudioError({
        code: 'WEB_PART_ENDED',
        what: 'The web part ended by itself.',
        why: said === '' ? 'It gave no reason.' : `It said:\n    ${said}`,
        fix: 'Mend what it names and start again; deleting .next/ helps when its cache is broken.',
      })
}
