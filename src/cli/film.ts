import { join, resolve } from 'node:path'
import { StudioError } from '@/domain/errors/StudioError'
import { limits } from '@/domain/limits'
import { breakIntoScenes } from '@/domain/screenplay/breakdown'
import { targetNotices } from '@/domain/screenplay/targetLength'
import { projectSlug, type ProjectSlug } from '@/domain/project/projectSlug'
import { openStudio, type OpenStudio } from '@/studio/openStudio'
import { readEnv } from '@/studio/settings'
import { filmArguments, nameFilm, type FilmArguments } from './filmArguments'
import { inDollars } from '@/domain/money/nanodollars'
import { makeFilm, type MadeFilm, type Tally } from './makeFilm'
import { tell, type Command, type Started } from './command'
import { murmuredNotice } from './murmuredNotice'
import { makeOutFolder, refuseOthersFilm } from './outFolder'
import { progress, type Progress } from './progress'
import { readFilmInput, type FilmInput } from './readFilmInput'
import type { ScreenplayFile } from './readScreenplayFile'
import { stopOnSignal } from './stopOnSignal'
import { writeFilmFolder } from './writeFilmFolder'
import { reportStills, writeStills } from './writeStills'

const example = 'examples/the-last-ferry/the-last-ferry.fountain'

/** Makes the film of a screenplay; the same command goes on where it stopped. */
export const film: Command = async (argv, started) => {
  const asked = filmArguments(argv)
  const input = await readFilmInput(asked.file ?? join(started.root, example))
  const { file } = input
  const assumed = refuseTooLong(file, asked)
  const { title, slug } = nameFilm(asked, { title: file.title, fileName: file.name })
  if (asked.out !== null && !asked.fresh) await refuseOthersFilm(asked.out, slug)
  const withdraw = asked.out === null ? null : await makeOutFolder(asked.out)
  try {
    return await openAndMake({ asked, input, assumed, title, slug, started })
  } finally {
    await withdraw?.() // takes away only what is empty still
  }
}

type Filming = {
  asked: FilmArguments
  input: FilmInput
  assumed: string[]
  title: string
  slug: ProjectSlug
  started: Started
}

const openAndMake = async ({ asked, input, assumed, title, slug, started }: Filming): Promise<number> => {
  const { file, material } = input
  const view = progress(process.stderr)
  const tally: Tally = { ran: 0, begun: false }
  let slugNow = slug
  const stop = stopOnSignal()
  const env = readEnv()
  tellNotices(file, view)
  for (const what of [...assumed, ...input.notices]) view.say(`note: ${what}`)
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
    slugNow = free
    if (asked.out !== null) await refuseOthersFilm(asked.out, free)
    const out = resolve(asked.out ?? join(studio.home, 'films', free))
    const made = await makeFilm({ studio, asked, file, material, title, slug: free, view, tally, signal: stop.signal })
    const { startedAt } = started
    if (made.film === null) {
      reportStills(await writeStills({ studio, made, out, startedAt }), { json: asked.json, say: view.say })
      return 0
    }
    const facts = await writeFilmFolder({ studio, made, file, out, clips: asked.clips, startedAt, ran: tally.ran })
    report({ made, out, facts, json: asked.json, say: view.say })
    return made.filled.length > 0 ? 1 : 0
  } catch (error) {
    view.end()
    if (stop.signal.aborted) return interrupted(asked, slugNow)
    tell(error, asked.json)
    return isRefusal(error, tally) ? 2 : 1
  } finally {
    view.end()
    stop.done()
    await studio.close()
  }
}

/** What is found out only with the database open, and before anything is changed. */
const refusals = new Set([
  'SLUG_TAKEN', 'OUT_TAKEN', 'OWN_MATERIAL_REFUSED', 'BUDGET_NEEDED', 'PROVIDER_KEY_MISSING', 'MODEL_UNKNOWN',
  'MODEL_SHUT_DOWN', 'PRICE_UNKNOWN', 'WISH_NOT_MET', 'PRICE_TOO_HIGH',
]) // prettier-ignore

const isRefusal = (error: unknown, { begun }: Tally): boolean =>
  error instanceof StudioError && !begun && refusals.has(error.code)

const noticesTold = 10
const tellNotices = ({ notices }: ScreenplayFile, view: Progress): void => {
  for (const { what, line } of notices.slice(0, noticesTold)) view.say(`note: line ${String(line)}: ${what}`)
  const more = notices.length - noticesTold
  if (more > 0) view.say(`note: and ${String(more)} more; “npm run backlot -- screenplay FILE” lists them all.`)
}

const interrupted = ({ json, fresh }: FilmArguments, slug: ProjectSlug): number => {
  const what = 'Interrupted.'
  const why = 'Nothing is lost.'
  const how = fresh ? `the command again with --slug ${slug} instead of --fresh` : 'the same command again'
  const fix = `Run ${how} and it goes on where it was.`
  process.stderr.write(`\n${what} ${why} ${fix}\n`)
  const error = { code: 'INTERRUPTED', message: `${what} ${why} ${fix}`, what, why, fix }
  if (json) process.stdout.write(`${JSON.stringify({ errors: [error] })}\n`)
  return 130
}

/** Gives what a target length means for this film. */
const refuseTooLong = ({ screenplay }: ScreenplayFile, { fps, target }: FilmArguments): string[] => {
  const targetSeconds = typeof target === 'number' ? target : null
  const { scenes, target: proposal } = breakIntoScenes(screenplay, { fps: fps ?? 24, targetSeconds })
  const count = scenes.length
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
  return proposal ? targetNotices(proposal) : []
}

const freeSlug = async ({ desk }: OpenStudio, slug: ProjectSlug): Promise<ProjectSlug> => {
  for (let n = 1; ; n++) {
    const free = n === 1 ? slug : projectSlug(`${slug.slice(0, 48 - String(n).length - 1)}-${String(n)}`)
    if (!(await desk.isTaken(free))) return free
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
  const murmured = murmuredNotice(made.film.cut.scenes)
  if (murmured) say(`note: ${murmured}`)
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
      : `Made in ${wallS.toFixed(0)} s, ${costOf(made)}.`
    process.stdout.write(`${path}\n`)
    say(`${String(scenes)} scenes, ${durationS.toFixed(1)} s. ${news}`)
  }
}

const costOf = ({ spent: { nanodollars } }: MadeFilm): string =>
  nanodollars === 0 ? 'free of charge' : `for ${inDollars(nanodollars)} in all`
