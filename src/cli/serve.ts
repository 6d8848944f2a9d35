import { parseArgs } from 'node:util'
import { StudioError } from '@/domain/errors/StudioError'
import { openWebWorker, type WebWorker } from '@/studio/openWebWorker'
import { readEnv } from '@/studio/settings'
import { buildWeb } from './buildWeb'
import { tell, type Command } from './command'
import { webPart, type WebPart } from './webPart'
import { webPort } from './webPort'

/** A command that opens a part of the studio, or all of it, and stays until it is told to end. */
export type Serving = {
  name: 'start' | 'dev' | 'web' | 'worker'
  help: string
  /** How the web part is run; null: not at all. */
  web: 'dev' | 'start' | null
  /** Whether a worker runs in this process. */
  worker: boolean
  opening: string
}

/** How long everything may take to end before this program ends all the same. */
const endLimitMs = 12_000

/** Database and worker in this process, Next as a child. 0 when it was ended in order. */
export const serve =
  (serving: Serving): Command =>
  async (argv, started) => {
    if (asksForHelp(argv, serving.name)) {
      process.stdout.write(serving.help)
      return 0
    }
    const env = readEnv()
    const stop = stopOnSignal()
    const say = (line: string) => process.stderr.write(`${line}\n`)
    const open: Open = {}
    try {
      const port = serving.web && (await webPort(env.HOST, env.PORT))
      say(serving.opening)
      if (serving.web === 'start') await buildWeb(started.root, stop.signal)
      const log = env.BACKLOT_DEBUG ? say : () => undefined
      open.worker = await openWebWorker({ env, found: started.found, worker: serving.worker, log })
      stop.signal.throwIfAborted()
      const settings = settingsOf(open.worker, env.HOST)
      if (serving.web && port !== null)
        open.web = webPart({ root: started.root, mode: serving.web, host: env.HOST, port, settings, say })
      await stayOpen(open.worker, open.web, stop.signal)
      return 0
    } catch (error) {
      if (stop.signal.aborted) return 0
      tell(error, false)
      return error instanceof StudioError && startRefused.has(error.code) ? 2 : 1
    } finally {
      await closeAll(open, stop.signal.aborted ? say : () => undefined)
      stop.done()
    }
  }

type Open = { worker?: WebWorker; web?: WebPart }
/** Nothing was opened. */
const startRefused = new Set(['PORT_TAKEN', 'PORT_FORBIDDEN', 'HOST_NOT_HERE'])

const asksForHelp = (argv: string[], name: Serving['name']): boolean => {
  try {
    return parseArgs({ args: argv, options: { help: { type: 'boolean', short: 'h' } } }).values.help ?? false
  } catch (error) {
    throw new StudioError({
      code: 'USAGE',
      what: 'The command was not understood.',
      why: (error as Error).message.split('\n')[0] ?? '',
      fix: `npm run ${name} takes no options; “npm run ${name} -- --help” lists its settings.`,
    })
  }
}

const settingsOf = ({ settings }: WebWorker, host: string): Record<string, string> => ({
  ...settings,
  HOST: host,
  NEXT_TELEMETRY_DISABLED: '1',
  // what Payload would say at info level is said by Next's own request log
  LOG_LEVEL: 'warn',
})

/** Prints the address when the admin answers and stays until a signal (returns), or until a part is lost (fails). */
const stayOpen = async (worker: WebWorker, web: WebPart | undefined, signal: AbortSignal): Promise<void> => {
  const lost = Promise.race([worker.lost, ...(web ? [web.ended] : [])]).then((error) => Promise.reject(error))
  const ended = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
  await Promise.race([lost, ended, web?.answers(signal)])
  if (signal.aborted) return
  if (web) process.stdout.write(`${web.address}/admin\n`)
  process.stderr.write(web ? 'The studio is open. Ctrl-C ends it.\n' : 'The worker is at work. Ctrl-C ends it.\n')
  await Promise.race([lost, ended])
}

const closeAll = async ({ web, worker }: Open, say: (line: string) => void): Promise<void> => {
  say('\nClosing the studio: what is being made will be gone on with next time.')
  const limit = setTimeout(() => process.exit(1), endLimitMs)
  await web?.close()
  await worker?.close()
  clearTimeout(limit)
  // all is closed: a connection that idles on keeps nobody waiting
  setTimeout(() => process.exit(), 1000).unref()
}

/** The first signal ends everything in order, a second one at once. */
const stopOnSignal = () => {
  const controller = new AbortController()
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(130)
    controller.abort(new Error('interrupted'))
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, onSignal)
  return { signal: controller.signal, done: () => signals.forEach((signal) => process.off(signal, onSignal)) }
}
