import { parseArgs } from 'node:util'
import { StudioError } from '@/domain/errors/StudioError'
import { openWebWorker, type WebWorker } from '@/studio/openWebWorker'
import { readEnv } from '@/studio/settings'
import { tell, type Command } from './command'
import { webPart, type WebPart } from './webPart'
import { webPort } from './webPort'

const help = `Opens the studio's admin in development mode, with a worker beside it, until Ctrl-C.

  npm run dev                 on http://127.0.0.1:3000/admin
  PORT=3001 npm run dev       on another port; PORT=0 takes any free one

Settings: HOST, PORT, BACKLOT_HOME, MONGODB_URI, PAYLOAD_SECRET, WORKER_CONCURRENCY (see .env.example).
`

/** How long everything may take to end before this program ends all the same. */
const endLimitMs = 12_000

/** The admin on the documents, and a worker: database and worker in this process, Next as a child. 0 when it was ended in order. */
export const dev: Command = async (argv, started) => {
  if (asksForHelp(argv)) {
    process.stdout.write(help)
    return 0
  }
  const env = readEnv()
  const port = await webPort(env.HOST, env.PORT)
  const stop = stopOnSignal()
  const say = (line: string) => process.stderr.write(`${line}\n`)
  const open: { worker?: WebWorker; web?: WebPart } = {}
  try {
    say('Opening the studio: the first page takes half a minute, or more on a busy machine.')
    open.worker = await openWebWorker({ env, found: started.found, log: env.BACKLOT_DEBUG ? say : () => undefined })
    stop.signal.throwIfAborted()
    open.web = webPart({ root: started.root, host: env.HOST, port, settings: settingsOf(open.worker, env.HOST), say })
    await stayOpen(open.worker, open.web, stop.signal)
    return 0
  } catch (error) {
    if (stop.signal.aborted) return 0
    tell(error, false)
    return 1
  } finally {
    await closeAll(open, stop.signal.aborted ? say : () => undefined)
    stop.done()
  }
}

const asksForHelp = (argv: string[]): boolean => {
  try {
    return parseArgs({ args: argv, options: { help: { type: 'boolean', short: 'h' } } }).values.help ?? false
  } catch (error) {
    throw new StudioError({
      code: 'USAGE',
      what: 'The command was not understood.',
      why: (error as Error).message.split('\n')[0] ?? '',
      fix: 'npm run dev takes no options; “npm run dev -- --help” lists its settings.',
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
const stayOpen = async (worker: WebWorker, web: WebPart, signal: AbortSignal): Promise<void> => {
  const lost = Promise.race([web.ended, worker.lost]).then((error) => Promise.reject(error))
  const ended = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
  await Promise.race([lost, ended, web.answers(signal)])
  if (signal.aborted) return
  process.stdout.write(`${web.address}/admin\n`)
  process.stderr.write('The studio is open. Ctrl-C ends it.\n')
  await Promise.race([lost, ended])
}

const closeAll = async (
  { web, worker }: { web?: WebPart; worker?: WebWorker },
  say: (line: string) => void,
): Promise<void> => {
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
