import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { StudioError } from '@/domain/errors/StudioError'
import { openStudio } from '@/studio/openStudio'
import { readEnv } from '@/studio/settings'
import type { Command } from './command'

const help = `Seals the keys of the providers anew.

  npm run backlot -- keys rotate                  under the secret of today, each with fresh salt
  npm run backlot -- keys rotate --former FILE    also those sealed with the secret in FILE, after PAYLOAD_SECRET changed

A key itself is changed where it was put in: in the project's settings, or with POST /api/projects/:id/keys.
`

/** `keys rotate`: may be repeated, also after it was cut off. */
export const keys: Command = async (argv, started) => {
  const { rotate, former, json, wantsHelp } = optionsIn(argv)
  if (wantsHelp) {
    process.stdout.write(help)
    return 0
  }
  if (!rotate) throw usage('keys does not say what to do.')
  const secrets = former === undefined ? [] : [await secretIn(former)]
  const studio = await openStudio({
    env: readEnv(),
    found: started.found,
    log: () => undefined,
    onFinished: () => undefined,
  })
  try {
    const { sealed } = await studio.rotateKeys(secrets)
    process.stdout.write(json ? `${JSON.stringify({ sealed })}\n` : `${String(sealed)} keys sealed anew.\n`)
    return 0
  } finally {
    await studio.close()
  }
}

type Options = { rotate: boolean; former?: string; json: boolean; wantsHelp: boolean }

const optionsIn = (argv: string[]): Options => {
  try {
    const options = {
      former: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    } as const
    const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true })
    return {
      rotate: positionals.length === 1 && positionals[0] === 'rotate',
      ...(values.former === undefined ? {} : { former: values.former }),
      json: values.json === true,
      wantsHelp: values.help === true,
    }
  } catch (error) {
    throw usage((error as Error).message.split('\n')[0] ?? '')
  }
}

const secretIn = async (file: string): Promise<string> => {
  const secret = (await readFile(file, 'utf8').catch(() => '')).trim()
  if (secret !== '') return secret
  throw new StudioError({
    code: 'FILE_NOT_READABLE',
    what: `The former secret cannot be read from “${file.slice(0, 200)}”.`,
    why: 'The file is not there, may not be read, or is empty.',
    fix: 'Name a file that holds the former PAYLOAD_SECRET and nothing else.',
  })
}

const usage = (why: string): StudioError =>
  new StudioError({
    code: 'USAGE',
    what: 'The command was not understood.',
    why,
    fix: '“npm run backlot -- keys --help” says what there is.',
  })
