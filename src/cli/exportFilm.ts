import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { StudioError } from '@/domain/errors/StudioError'
import { openStudio } from '@/studio/openStudio'
import { readEnv } from '@/studio/settings'
import { carryOut } from './carryOut'
import type { Command } from './command'
import { exportArguments } from './exportArguments'
import { progress } from './progress'
import { stopOnSignal } from './stopOnSignal'
import { whyRefused } from './whyRefused'
import { placeFile } from './writeWhole'

/** Writes a film for editing programs into a folder; the same command writes the same files. */
export const exportFilm: Command = async (argv, started) => {
  const { slug, out, json, wish } = exportArguments(argv)
  const view = progress(process.stderr)
  const stop = stopOnSignal()
  const log = () => undefined
  const studio = await openStudio({ env: readEnv(), found: started.found, log, onFinished: log })
  try {
    const project = await studio.desk.projectOfSlug(slug)
    const working = { studio, view, signal: stop.signal }
    const run = await carryOut(working, {
      project,
      wish: await studio.desk.wish.export(project, wish),
      name: 'Hand-off',
    })
    const files = await studio.desk.handed(run.runId)
    view.end()
    for (const { path, asset } of files) await place({ from: studio.desk.pathOf(asset.name), to: join(out, path), out })
    if (json) process.stdout.write(`${JSON.stringify({ slug, out, files: files.map(({ path }) => path) })}\n`)
    else process.stdout.write(files.map(({ path }) => `${join(out, path)}\n`).join(''))
    return 0
  } catch (error) {
    if (!stop.signal.aborted) throw error
    process.stderr.write('\nInterrupted. Nothing is lost. Run the same command again and it goes on where it was.\n')
    return 130
  } finally {
    view.end()
    stop.done()
    await studio.close()
  }
}

const place = async ({ from, to, out }: { from: string; to: string; out: string }): Promise<void> => {
  try {
    await mkdir(dirname(to), { recursive: true })
    await placeFile(from, to)
  } catch (error) {
    throw new StudioError({
      code: 'OUT_NOT_WRITTEN',
      what: `The files are made, but they could not be written to “${out.slice(-120)}”.`,
      why: whyRefused(error),
      fix: 'Make room or give yourself the right to write there, then run the command again.',
      field: 'out',
      cause: error,
    })
  }
}
