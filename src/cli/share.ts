import { mkdir } from 'node:fs/promises'
import { networkInterfaces } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { StudioError } from '@/domain/errors/StudioError'
import { readEnv } from '@/studio/settings'
import { shareHome, unshareHome } from '@/studio/sharedHome'
import type { Command } from './command'
import { serve } from './serve'

const help = `Opens the studio for several people, until Ctrl-C: everybody signs in, also on this machine, from now on.

  npm run backlot -- share            on every address of this machine, port 3000
  HOST=192.168.1.5 npm run backlot -- share
  npm run backlot -- share --stop     takes it back: the next start is for one person again, without a login

Prints the address and, while nobody can sign in yet, a one-time link for the first person. docs/people.md says more.
`

const opened = serve({
  name: 'share',
  web: 'start',
  worker: true,
  opening: 'Opening the studio for several people …',
  help,
  envOf: (env) => ({ ...env, singleUser: false, HOST: env.singleUser ? '0.0.0.0' : env.HOST }),
  also: ({ address, firstLink }) => [
    ...(firstLink === null ? [] : [`First person (one use, 24 hours): ${address}/api/people/welcome?token=${firstLink}`]),
    'Whoever can reach this address can try to sign in, and nothing on the way is encrypted: put a proxy with TLS or a VPN before it when others share the network.',
  ], // prettier-ignore
  reachedAs: (env) => (env.HOST === '0.0.0.0' || env.HOST === '::' ? addressOfMachine() : null),
})

/** Turns login on for this home, for good, and opens the studio to others. */
export const share: Command = async (argv, started) => {
  const asked = optionsIn(argv)
  const home = resolve(readEnv().BACKLOT_HOME)
  if (asked.help) {
    process.stdout.write(help)
    return 0
  }
  if (asked.stop) {
    await unshareHome(home)
    process.stderr.write('The studio is for one person again from its next start on. People and their work stay.\n')
    return 0
  }
  await mkdir(home, { recursive: true })
  await shareHome(home)
  return opened([], started)
}

const optionsIn = (argv: string[]): { help?: boolean; stop?: boolean } => {
  try {
    return parseArgs({ args: argv, options: { help: { type: 'boolean', short: 'h' }, stop: { type: 'boolean' } } })
      .values
  } catch (error) {
    throw new StudioError({
      code: 'USAGE',
      what: 'The command was not understood.',
      why: (error as Error).message.split('\n')[0] ?? '',
      fix: '“npm run backlot -- share --help” says what there is.',
    })
  }
}

/** How others on this network name this machine. */
const addressOfMachine = (): string | null =>
  Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? null
