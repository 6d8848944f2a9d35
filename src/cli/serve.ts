import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { StudioError } from '@/domain/errors/StudioError'
import { openMachine, type Machine } from '@/studio/openMachine'
import { readEnv, type Env } from '@/studio/settings'
import { firstLinkOf, isShared } from '@/studio/sharedHome'
import { tellRestart } from '@/studio/tellRestart'
import { buildWeb } from './buildWeb'
import { tell, type Command, type Started } from './command'
import { endOnSignal } from './endOnSignal'
import { keepParts, type KeptPart, type KeptParts } from './keepParts'
import { shownLine } from './shownLine'
import { addressOf, webPart } from './webPart'
import { callbackPort, webPort } from './webPort'
import { workerPart } from './workerPart'

/** A command that opens a part of the studio, or all of it, and stays until it is told to end. */
export type Serving = {
  name: 'start' | 'dev' | 'web' | 'share'
  help: string
  /** How the web part is run: Next's development server, or the built one. */
  web: 'dev' | 'start'
  /** Whether a worker runs beside it. */
  worker: boolean
  opening: string
  /** Other settings than those of the environment. */
  envOf?: (env: Env) => Env
  /** Lines to print below the address. */
  also?: (opened: Opened) => string[]
  /** How others name this machine when it listens on every address; null: as `HOST` says. */
  reachedAs?: (env: Env) => string | null
}
/** `firstLink`: the secret of a link for the first person; null when somebody can sign in. */
export type Opened = { address: string; firstLink: string | null }

/** How long everything may take to end before this program ends all the same. */
const endLimitMs = 14_000

/** The database, Next as a child, and a worker as another; each is started again when it dies. 0 when ended in order. */
export const serve =
  (serving: Serving): Command =>
  async (argv, started) => {
    if (asksForHelp(argv, serving.name)) {
      process.stdout.write(serving.help)
      return 0
    }
    const env = serving.envOf?.(readEnv()) ?? readEnv()
    const stop = endOnSignal()
    const say = (line: string) => process.stderr.write(shownLine(line, process.stderr.isTTY))
    const open: Open = {}
    try {
      const port = await webPort(env.HOST, env.PORT)
      const callbacks = await callbackPort(env, port)
      say(serving.opening)
      // while the database opens, the parts load what they are made of
      const opening = openAll({ serving, env, started, signal: stop.signal, open, say })
      opening.catch(() => undefined)
      const parts = partsOf({ serving, started, opening, host: env.HOST, port, callbacks, say })
      open.parts = keepParts(parts, {
        onEnd: (_, why, pauseMs) => {
          say(`${why.what} It is started again in ${String(pauseMs / 1000)} s.`)
          void opening.then(({ machine }) => tellRestart(machine, why))
        },
      })
      open.parts.ready.catch(() => undefined)
      const { machine, singleUser } = await opening
      const lines = () => linesOf(serving, { env, port, callbacks, machine, singleUser })
      await stayOpen(open.parts, machine, { lines, signal: stop.signal })
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

type Open = { machine?: Machine; parts?: KeptParts }
/** Nothing was opened. */
const startRefused = new Set(['PORT_TAKEN', 'PORT_FORBIDDEN', 'HOST_NOT_HERE'])

type Opening = { env: Env; started: Started; say: (line: string) => void }
type Ground = { machine: Machine; singleUser: boolean }

/** The database, and the web part built. */
const openAll = async ({
  serving,
  signal,
  open,
  ...opening
}: Opening & { serving: Serving; signal: AbortSignal; open: Open }): Promise<Ground> => {
  const [machine] = await Promise.all([
    openDatabase(opening).then((opened) => (open.machine = opened)),
    serving.web === 'start' && buildWeb(opening.started.root, signal),
  ])
  signal.throwIfAborted()
  return { machine, singleUser: opening.env.singleUser && !(await isShared(machine.home)) }
}

/** Whoever restarts mongod tells it. */
const openDatabase = async ({ env, started, say }: Opening): Promise<Machine> => {
  const machine: Machine = await openMachine({
    env,
    found: started.found,
    log: env.BACKLOT_DEBUG ? say : () => undefined,
    onRestart: (why) => {
      say(why.what)
      void tellRestart(machine, why)
    },
  })
  return machine
}

/** Four times what it needs; with V8's own limit it lets more and more lie about before it clears up. */
const heapLimit = ['--max-old-space-size=1024', '--max-semi-space-size=32']

type Parts = {
  serving: Serving
  started: Started
  opening: Promise<Ground>
  host: string
  port: number
  callbacks: number | null
  say: (line: string) => void
}

const partsOf = ({ serving, started, opening, host, port, callbacks, say }: Parts): KeptPart[] => {
  const settings = opening.then(({ machine, singleUser }) => ({
    MONGODB_URI: machine.mongoUri,
    PAYLOAD_SECRET: machine.secret,
    BACKLOT_HOME: machine.home,
    STUDIO_SINGLE_USER: singleUser ? '1' : '0',
  }))
  settings.catch(() => undefined) // whoever waits for them is told
  const { root } = started
  const web = {
    root, host, port, say,
    argv: [...(serving.web === 'start' ? heapLimit : []), join(root, 'scripts/webPart.mjs'), serving.web, '-H', host, '-p', String(port)],
    settings: settings.then((known) => ({ ...known, HOST: host, WEBHOOK_PORT: callbacks === null ? '' : String(callbacks), NEXT_TELEMETRY_DISABLED: '1' })),
  } // prettier-ignore
  return [
    { name: 'web', start: () => webPart(web) },
    ...(serving.worker
      ? [
          {
            name: 'worker',
            start: () =>
              workerPart({
                started,
                settings: settings.then((known) => ({ ...known, HOST: host, PORT: String(port) })),
                say,
              }),
          },
        ]
      : []),
  ]
}

/** Whether the argument is --help; nothing else is taken. Fails: USAGE. */
export const asksForHelp = (argv: string[], name: string): boolean => {
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

type Telling = { env: Env; port: number; callbacks: number | null; machine: Machine; singleUser: boolean }

/** What is printed once the admin answers: its address, and what this command says beside it. */
const linesOf = async (serving: Serving, { env, port, callbacks, machine, singleUser }: Telling): Promise<string[]> => {
  const named = serving.reachedAs?.(env) ?? null
  const own = addressOf(env.HOST, port)
  const address = named === null ? own : own.replace('127.0.0.1', named)
  const link = singleUser ? null : await firstLinkOf(machine)
  const missing = link === null || serving.also ? [] : ['Nobody can sign in yet: “npm run backlot -- share” prints a link.']
  const called = callbacks === null ? [] : [`Callbacks of providers: ${addressOf(env.HOST, callbacks)}/api/webhooks`]
  return [`${address}/admin`, ...called, ...(serving.also?.({ address, firstLink: link }) ?? missing)]
} // prettier-ignore

/** Prints the address when all answer and stays until a signal (returns), or until the database is lost (fails). */
const stayOpen = async (
  parts: KeptParts,
  { databaseLost }: Machine,
  { lines, signal }: { lines: () => Promise<string[]>; signal: AbortSignal },
): Promise<void> => {
  const lost = databaseLost
    ? databaseLost.then((error) => (error ? Promise.reject(error) : new Promise<never>(() => undefined)))
    : new Promise<never>(() => undefined)
  const ended = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
  await Promise.race([lost, ended, parts.ready])
  if (signal.aborted) return
  for (const line of await lines()) process.stdout.write(`${line}\n`)
  process.stderr.write('The studio is open. Ctrl-C ends it.\n')
  await Promise.race([lost, ended])
}

const closeAll = async ({ parts, machine }: Open, say: (line: string) => void): Promise<void> => {
  say('\nClosing the studio: what is being made will be gone on with next time.')
  const limit = setTimeout(() => process.exit(1), endLimitMs)
  await parts?.close()
  await machine?.close()
  clearTimeout(limit)
}
