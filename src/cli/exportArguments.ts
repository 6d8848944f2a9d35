import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { StudioError } from '@/domain/errors/StudioError'
import { handoffFormats, type HandoffFormat, type HandoffWish } from '@/domain/handoff/handoffWish'
import { projectSlug, type ProjectSlug } from '@/domain/project/projectSlug'

export type ExportArguments = { slug: ProjectSlug; out: string; json: boolean; wish: HandoffWish }

const flag = { type: 'boolean' } as const
const options = { formats: { type: 'string' }, out: { type: 'string' }, clips: flag, stems: flag, zip: flag, json: flag } as const // prettier-ignore

/** Reads the arguments of `backlot export`. Fails: USAGE, SLUG_REFUSED. */
export const exportArguments = (argv: string[]): ExportArguments => {
  const { values, positionals } = parsed(argv)
  const [slug, ...more] = positionals
  if (slug === undefined || more.length > 0) throw usage('It takes the slug of one film.')
  if (values.out === undefined || values.out.trim() === '') throw usage('--out names no folder.')
  const formats = formatsIn(values.formats ?? '')
  const [clips, stems, zip, json] = [values.clips, values.stems, values.zip, values.json].map(Boolean) as Flags
  if (formats.length === 0 && !clips && !stems) throw usage('Nothing was asked for.')
  return { slug: projectSlug(slug), out: resolve(values.out), json, wish: { formats, clips, stems, zip } }
}

type Flags = [boolean, boolean, boolean, boolean]

const formatsIn = (text: string): HandoffFormat[] => {
  const named = text.split(',').filter((one) => one !== '')
  const wrong = named.find((one) => !handoffFormats.some((known) => known === one))
  if (wrong !== undefined) throw usage(`There is no format “${wrong.slice(0, 40)}”.`)
  return handoffFormats.filter((one) => named.includes(one))
}

const parsed = (argv: string[]) => {
  try {
    return parseArgs({ args: argv, options, allowPositionals: true })
  } catch (error) {
    throw usage((error as Error).message.split(/\n|\. To specify/)[0] ?? '')
  }
}

const usage = (why: string) =>
  new StudioError({
    code: 'USAGE',
    what: 'The command was not understood.',
    why,
    fix: `npm run backlot -- export SLUG --formats ${handoffFormats.join(',')} --out DIR [--clips] [--stems] [--zip] [--json]`,
  })
