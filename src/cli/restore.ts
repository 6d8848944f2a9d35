import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { StudioError } from '@/domain/errors/StudioError'
import { openStudio } from '@/studio/openStudio'
import { readEnv } from '@/studio/settings'
import type { Command } from './command'

/** Puts an archived project back; a broken or foreign archive is refused before anything is written. */
export const restore: Command = async (argv, started) => {
  const json = argv.includes('--json')
  const [file, ...more] = argv.filter((one) => one !== '--json')
  if (file === undefined || more.length > 0 || !existsSync(file)) throw usage(file)
  const log = () => undefined
  const studio = await openStudio({ env: readEnv(), found: started.found, log, onFinished: log })
  try {
    const { project, entries } = await studio.restore(resolve(file))
    if (json) process.stdout.write(`${JSON.stringify({ slug: project.slug, entries: entries.length })}\n`)
    else process.stdout.write(`“${project.title}” is back as ${project.slug}.\n`)
    return 0
  } finally {
    await studio.close()
  }
}

const usage = (file: string | undefined) =>
  new StudioError({
    code: 'USAGE',
    what: 'The command was not understood.',
    why: file === undefined ? 'It takes the file of an archive.' : `There is no file “${file.slice(-120)}”.`,
    fix: 'npm run backlot -- restore FILE [--json]',
  })
