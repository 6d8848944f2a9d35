import { StudioError } from '@/domain/errors/StudioError'
import { openStudio } from '@/studio/openStudio'
import { readEnv } from '@/studio/settings'
import type { Command } from './command'

const help = `Holds the catalogue of models against what the providers list now.

  npm run backlot -- models check           fields, values, prices and shutdowns that differ, a line for each
  npm run backlot -- models check --json    the same as one object

Reads only, with FAL_KEY and OPENAI_API_KEY. Nothing is changed: prices are written in the admin (docs/models.md).
`

/** `models check`: 0 when nothing differs, else 1. */
export const models: Command = async (argv, started) => {
  const [verb, ...more] = argv.filter((word) => word !== '--json')
  if (verb === '--help' || verb === '-h') {
    process.stdout.write(help)
    return 0
  }
  if (verb !== 'check' || more.length > 0) throw usage()
  const studio = await openStudio({
    env: readEnv(),
    found: started.found,
    log: () => undefined,
    onFinished: () => undefined,
  })
  try {
    const check = await studio.checkModels(AbortSignal.timeout(300_000))
    process.stdout.write(argv.includes('--json') ? `${JSON.stringify(check)}\n` : textOf(check))
    return check.differences.length === 0 ? 0 : 1
  } finally {
    await studio.close()
  }
}

type Check = Awaited<ReturnType<Awaited<ReturnType<typeof openStudio>>['checkModels']>>

const textOf = ({ checked, differences, left }: Check): string =>
  [
    ...differences.map(({ id, says }) => `${id}: ${says}`),
    `${String(checked)} models checked, ${String(differences.length)} differences. Nothing was changed.`,
    ...(left.length > 0 ? [`Not asked, without a key or a list: ${left.join(', ')}.`] : []),
    '',
  ].join('\n')

const usage = (): StudioError =>
  new StudioError({
    code: 'USAGE',
    what: 'The command was not understood.',
    why: 'models can do one thing: check.',
    fix: '“npm run backlot -- models --help” says what there is.',
  })
