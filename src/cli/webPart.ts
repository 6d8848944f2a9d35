import { StudioError } from '@/domain/errors/StudioError'
import { childPart } from './childPart'
import type { Part } from './keepParts'

type Asked = {
  root: string
  /** The script that serves, with its arguments. */
  argv: string[]
  host: string
  port: number
  /** What the web part reads from its environment beside what this program was given; it begins when they are there. */
  settings: Promise<Record<string, string>>
  /** Hears every line it prints once it answers. */
  say: (line: string) => void
}

const limitMs = { answers: 300_000, ends: 5000 }

/** The web server as a child. */
export const webPart = ({ root, argv, host, port, settings, say }: Asked): Part => {
  const child = childPart({ argv, root, settings, endsMs: limitMs.ends, say })
  const address = addressOf(host, port)
  return {
    pid: child.pid,
    ended: child.gone.then(endedEarly),
    ready: async (signal) => {
      const gone = new AbortController()
      void child.gone.then(() => gone.abort(new Error('it ended')))
      const either = AbortSignal.any([signal, gone.signal])
      await settings
      // the first call makes the owner of a new studio, so that nobody else can
      await untilAnswers(`${address}/api/users/me`, either)
      await untilAnswers(`${address}/admin`, either)
      child.loud()
    },
    close: child.close,
  }
}

/** http://127.0.0.1:3000, the way a browser on this machine reaches it: listening on every address means its own, too. */
export const addressOf = (host: string, port: number): string => {
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
    await new Promise((resolve) => setTimeout(resolve, 50))
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
