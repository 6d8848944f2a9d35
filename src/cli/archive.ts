import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { StudioError } from '@/domain/errors/StudioError'
import { projectSlug } from '@/domain/project/projectSlug'
import { openStudio } from '@/studio/openStudio'
import { readEnv } from '@/studio/settings'
import type { Command } from './command'
import { whyRefused } from './whyRefused'
import { partOf } from './writeWhole'

/** Writes a whole project into one file: documents, both databases, media, checksums. */
export const archive: Command = async (argv, started) => {
  const { slug, out, json } = archiveArguments(argv)
  const log = () => undefined
  const studio = await openStudio({ env: readEnv(), found: started.found, log, onFinished: log })
  try {
    const to = out ?? join(studio.home, 'archives', `${slug}.zip`)
    const part = partOf(to)
    await mkdir(dirname(to), { recursive: true }).catch(notWritten(to))
    try {
      const { entries } = await studio.archive(slug, part)
      await rename(part, to)
      const media = entries.filter(({ path }) => path.startsWith('media/')).length
      if (json) process.stdout.write(`${JSON.stringify({ slug, file: to, entries: entries.length, media })}\n`)
      else process.stdout.write(`${to}\n`)
    } finally {
      await rm(part, { force: true })
    }
    return 0
  } finally {
    await studio.close()
  }
}

const archiveArguments = (argv: string[]) => {
  try {
    const options = { out: { type: 'string' }, json: { type: 'boolean' } } as const
    const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true })
    const [slug = '', ...more] = positionals
    if (slug === '' || more.length > 0) throw new Error('It takes the slug of one project.')
    return { slug: projectSlug(slug), out: values.out ? resolve(values.out) : null, json: values.json ?? false }
  } catch (error) {
    if (error instanceof StudioError) throw error
    throw new StudioError({
      code: 'USAGE',
      what: 'The command was not understood.',
      why: (error as Error).message.split('\n')[0] ?? '',
      fix: 'npm run backlot -- archive SLUG [--out FILE] [--json]',
    })
  }
}

const notWritten = (to: string) => (error: unknown) => {
  throw new StudioError({
    code: 'OUT_NOT_WRITTEN',
    what: `The archive could not be written to “${to.slice(-120)}”.`,
    why: whyRefused(error),
    fix: 'Make room or give yourself the right to write there, then run the command again.',
    field: 'out',
    cause: error,
  })
}
