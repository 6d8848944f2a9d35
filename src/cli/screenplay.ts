import { parseArgs } from 'node:util'
import { StudioError } from '@/domain/errors/StudioError'
import { printFountain } from '@/domain/screenplay/printFountain'
import type { Command } from './command'
import { readScreenplayFile } from './readScreenplayFile'

/** Prints what the parser sees, as JSON or back as Fountain. */
export const screenplay: Command = async (argv) => {
  const { file, as } = asked(argv)
  const read = await readScreenplayFile(file)
  if (as === 'fountain')
    process.stdout.write(read.format === 'fountain' ? printFountain(read.screenplay) : read.fountain)
  else
    process.stdout.write(
      `${JSON.stringify({ titlePage: read.screenplay.titlePage, elements: read.screenplay.elements, notices: read.notices })}\n`,
    )
  return 0
}

const asked = (argv: string[]): { file: string; as: 'json' | 'fountain' } => {
  const parsed = parse(argv)
  const as = parsed?.values.as ?? 'json'
  const [file, more] = parsed?.positionals ?? []
  if (file !== undefined && more === undefined && (as === 'json' || as === 'fountain')) return { file, as }
  throw new StudioError({
    code: 'USAGE',
    what: 'The command was not understood.',
    why: 'It takes one screenplay file and --as fountain or --as json.',
    fix: 'npm run backlot -- screenplay FILE [--as fountain|json]',
  })
}

const parse = (args: string[]) => {
  try {
    return parseArgs({ args, options: { as: { type: 'string' }, json: { type: 'boolean' } }, allowPositionals: true })
  } catch {
    return null // an option that is none
  }
}
