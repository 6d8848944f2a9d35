import { mkdir, access, constants } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { StudioError } from '@/domain/errors/StudioError'
import { limits } from '@/domain/limits'
import { breakIntoScenes } from '@/domain/screenplay/breakdown'
import { projectSlug, type ProjectSlug } from '@/domain/project/projectSlug'
import { openStudio, type OpenStudio } from '@/studio/openStudio'
import { readEnv } from '@/studio/settings'
import { filmArguments, nameFilm, type FilmArguments } from './filmArguments'
import { makeFilm, type MadeFilm, type Tally } from './makeFilm'
import { tell, type Command } from './command'
import { progress } from './progress'
import { readScreenplayFile, type ScreenplayFile } from './readScreenplayFile'
import { writeFilmFolder } from './writeFilmFolder'

const example = 'examples/the-last-ferry/the-last-ferry.fountain'

/** Makes the film of a screenplay; the same command goes on where it stopped. */
export const film: Command = async (argv, started) => {
  const asked = filmArguments(argv)
  const file = await readScreenplayFile(asked.file ?? join(started.root, example))
  refuseTooLong(file, asked)
  const { title, slug } = nameFilm(asked, { title: file.title, fileName: file.name })
  await mustBeWritable(asked.out)

  const view = progress(process.stderr)
  const tally: Tally = { ran: 0 }
  const stop = stopOnSignal()
  const env = readEnv()
  for (const { what, line } of file.notices.slice(0, 10)) view.say(`note: line ${String(line)}: ${what}`)
  const studio = await openStudio({
    env,
    found: started.found,
    log: env.BACKLOT_DEBUG ? view.say : () => undefined,
    onFinished: (_, event) => {
      if (event.type === 'done' && !event.reused) tally.ran++
    },
  })
  try {
    const free = asked.fresh ? await freeSlug(studio, slug) : slug
    const out = resolve(asked.out ?? join(studio.home, 'films', free))
    const made = await makeFilm({ studio, asked, file, title, slug: free, view, tally, signal: stop.signal })
    const facts = await writeFilmFolder({
      studio,
      made,
      file,
      out,
      clips: asked.clips,
      startedAt: started.startedAt,
      ran: tally.ran,
    })
    report({ made, out, facts, json: asked.json, say: view.say })
    return made.filled.length > 0 ? 1 : 0
  } catch (error) {
    view.end()
    if (stop.signal.aborted) {
      process.stderr.write('\nInterrupted. Nothing is lost: run the same command again and it goes on where it was.\n')
      return 130
    }
    tell(error, asked.json)
    return error instanceof StudioError && error.code === 'SLUG_TAKEN' ? 2 : 1
  } finally {
    view.end()
    stop.done()
    await studio.close()
  }
}

const refuseTooLong = ({ screenplay }: ScreenplayFile, { fps }: FilmArguments): void => {
  const count = breakIntoScenes(screenplay, { fps: fps ?? 24 }).scenes.length
  if (count > limits.sceneDocumentsMax)
    throw new StudioError({
      code: 'TOO_MANY_SCENES',
      what: `The screenplay makes ${String(count)} scenes of 3 to 7 seconds.`,
      why: `At most ${String(limits.sceneDocumentsMax)} fit into one film.`,
      fix: 'Split the screenplay into parts and make a film of each.',
    })
  if (count === 0)
    throw new StudioError({
      code: 'NOTHING_TO_FILM',
      what: 'The screenplay holds nothing that can be filmed.',
      why: 'No action, no dialogue and no heading with content was found.',
      fix: 'Write at least one line of action or dialogue.',
    })
}

const mustBeWritable = async (out: string | null): Promise<void> => {
  if (out === null) return
  try {
    await mkdir(resolve(out), { recursive: true })
    await access(resolve(out), constants.W_OK)
  } catch (error) {
    throw new StudioError({
      code: 'OUT_NOT_WRITABLE',
      what: `The film cannot be written to “${out.slice(-120)}”.`,
      why: (error as Error).message.split(',')[0] ?? '',
      fix: `Give --out a folder that can be written; its parent is ${dirname(resolve(out)).slice(-120)}.`,
      field: 'out',
      cause: error,
    })
  }
}

const freeSlug = async ({ desk }: OpenStudio, slug: ProjectSlug): Promise<ProjectSlug> => {
  for (let n = 1; ; n++) {
    const free = n === 1 ? slug : projectSlug(`${slug.slice(0, 48 - String(n).length - 1)}-${String(n)}`)
    if (!(await desk.isTaken(free))) return free
  }
}

/** The first signal ends the command in order; a second one ends it at once. */
const stopOnSignal = () => {
  const controller = new AbortController()
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(130)
    controller.abort(new Error('interrupted'))
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  return {
    signal: controller.signal,
    done: () => {
      process.off('SIGINT', onSignal)
      process.off('SIGTERM', onSignal)
      if (controller.signal.aborted) process.on('SIGINT', () => process.exit(130))
    },
  }
}

type Report = {
  made: MadeFilm
  out: string
  facts: { durationS: number; wallS: number; scenes: number }
  json: boolean
  say: (line: string) => void
}

const report = ({ made, out, facts, json, say }: Report): void => {
  const { durationS, wallS, scenes } = facts
  if (made.filled.length > 0) {
    say(
      `${String(made.filled.length)} scenes need a person and are filled with an unjudged animatic: ${made.filled.join(', ')}.`,
    )
  }
  const path = join(out, 'film.mp4')
  const result = {
    slug: made.project.slug,
    out,
    film: path,
    manifest: join(out, 'manifest.json'),
    scenes,
    durationS,
    wallS,
    spentNanodollars: made.spent.nanodollars,
  }
  if (json) process.stdout.write(`${JSON.stringify(result)}\n`)
  else {
    const news = made.nothingToDo
      ? 'Nothing has changed: the film stands as it was.'
      : `Made in ${wallS.toFixed(0)} s, free of charge.`
    process.stdout.write(`${path}\n`)
    say(`${String(scenes)} scenes, ${durationS.toFixed(1)} s. ${news}`)
  }
}
