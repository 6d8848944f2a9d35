import { openWebWorker, type WebWorker } from '@/studio/openWebWorker'
import { readEnv } from '@/studio/settings'
import { tell, type Command } from './command'
import { endOnSignal } from './endOnSignal'
import { asksForHelp } from './serve'
import { settingsHelp } from './servers'

const endLimitMs = 11_000

const help = `Runs a worker alone, until Ctrl-C; it takes any run of the studio on the same MONGODB_URI or BACKLOT_HOME.

${settingsHelp}
`

/** A worker in this process, which takes any run, until it is told to end; 0 when it was ended in order. */
export const worker: Command = async (argv, { found, onOpen }) => {
  if (asksForHelp(argv, 'worker')) {
    process.stdout.write(help)
    return 0
  }
  const env = readEnv()
  const stop = endOnSignal()
  const say = (line: string) => process.stderr.write(`${line}\n`)
  const murmur = onOpen ? () => undefined : say
  let open: WebWorker | undefined
  try {
    murmur('Opening a worker …')
    open = await openWebWorker({ env, found, log: env.BACKLOT_DEBUG ? say : () => undefined })
    const ended = new Promise<void>((resolve) => stop.signal.addEventListener('abort', () => resolve()))
    if (stop.signal.aborted) return 0
    onOpen?.()
    murmur('The worker is at work. Ctrl-C ends it.')
    await Promise.race([open.lost.then((error) => Promise.reject(error)), ended])
    return 0
  } catch (error) {
    if (stop.signal.aborted) return 0
    tell(error, false)
    return 1
  } finally {
    if (stop.signal.aborted) murmur('\nClosing the worker: what is being made will be gone on with next time.')
    const limit = setTimeout(() => process.exit(1), endLimitMs)
    await open?.close()
    clearTimeout(limit)
    stop.done()
  }
}
