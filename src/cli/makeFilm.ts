import { existsSync } from 'node:fs'
import { StudioError } from '@/domain/errors/StudioError'
import type { ProjectSlug } from '@/domain/project/projectSlug'
import type { OpenStudio } from '@/studio/openStudio'
import type { FilmDesk } from '@/studio/filmDesk'
import type { GivenFile } from '@/studio/ownDesk'
import { carryOut } from './carryOut'
import type { FilmArguments } from './filmArguments'
import type { Progress } from './progress'
import type { ScreenplayFile } from './readScreenplayFile'

export type Tally = { ran: number }
type Project = Awaited<ReturnType<FilmDesk['openProject']>>
type FinishedFilm = NonNullable<Awaited<ReturnType<FilmDesk['film']>>>

export type MadeFilm = {
  project: Project
  film: FinishedFilm
  runId: string
  steps: number
  nothingToDo: boolean
  /** Clip names of scenes that were filled. */
  filled: string[]
  spent: { nanodollars: number; generations: number }
}

type Making = {
  studio: OpenStudio
  asked: FilmArguments
  file: ScreenplayFile
  /** Files of a person's own; null when no folder was given: what stands in the project stays. */
  material: GivenFile[] | null
  title: string
  slug: ProjectSlug
  view: Progress
  tally: Tally
  signal: AbortSignal
}

const stages = [
  ['qualify', 'Qualified data'],
  ['generate', 'Scenes'],
  ['assemble', 'Film'],
] as const

/** Who gave the film its name. */
const titledBy = ({ asked, file }: Making): 'asked' | 'page' | 'file name' =>
  asked.title !== null ? 'asked' : file.title !== '' ? 'page' : 'file name'

/** Gather → qualify → scenes → film, each a run of its own; what stands is not made again. */
export const makeFilm = async (making: Making): Promise<MadeFilm> => {
  const { studio, asked, file, material, title, slug, view, tally, signal } = making
  const { desk } = studio
  const given = { ...file, text: file.fountain }
  await desk.refuseTaken(slug, given, existsSync)
  const looked =
    material && (await desk.own.lookAt({ slug, screenplay: file.fountain, settings: settingsOf(asked) }, material))
  for (const notice of looked?.notices ?? []) view.say(`note: ${notice}`)
  const project = await desk.openProject({ slug, title, titled: titledBy(making), settings: settingsOf(asked) })
  const news = await desk.giveScreenplay(project, given)
  if (news !== 'same') tellAssumed(desk.assumed(project, file.fountain), view)
  if (news === 'edited') view.say('The screenplay was edited: only what changed is made again.')

  if (looked && (await desk.giveMaterial(project, looked)) === 'edited')
    view.say(`Your own material: ${String(looked.matches.length)} files.`)
  let steps = 0
  let runId = ''
  for (const [kind, name] of stages) {
    const run = await carryOut(making, { project, wish: await desk.wish[kind](project), name })
    steps += run.total
    runId = run.runId
    for (const notice of run.notices.slice(0, 5)) view.say(`note: ${notice}`)
    signal.throwIfAborted()
  }
  const film = await desk.film(project)
  if (!film)
    throw new StudioError({
      code: 'FILM_MISSING',
      what: 'The film is not there.',
      why: 'Its run ended without one.',
      fix: 'Run the same command again.',
    })
  const filled = film.cut.scenes
    .filter(({ conformed }) => conformed.shot.verdict === 'filled')
    .map(({ scene }) => String(scene.clipName))
  return { project, film, runId, steps, nothingToDo: tally.ran === 0, filled, spent: await desk.spent(project) }
}

const assumedTold = 10
const tellAssumed = (notices: readonly { what: string; line: number }[], view: Progress): void => {
  for (const { what, line } of notices.slice(0, assumedTold)) view.say(`note: line ${String(line)}: ${what}`)
  const more = notices.length - assumedTold
  if (more > 0) view.say(`note: and ${String(more)} more; “npm run backlot -- breakdown FILE” lists them all.`)
}

/** Only what was asked for: the rest stays as the project has it. */
const settingsOf = ({ aspect, fps, target }: FilmArguments) => ({
  ...(aspect ? { aspect } : {}),
  ...(fps ? { fps } : {}),
  ...(target === null ? {} : { targetSeconds: target === 'none' ? null : target }),
})
