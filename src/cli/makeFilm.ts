import { existsSync } from 'node:fs'
import { StudioError } from '@/domain/errors/StudioError'
import type { ProjectSlug } from '@/domain/project/projectSlug'
import type { OpenStudio } from '@/studio/openStudio'
import type { FilmDesk } from '@/studio/filmDesk'
import type { GivenFile } from '@/studio/ownDesk'
import type { Still } from '@/studio/stillsOf'
import { carryOut } from './carryOut'
import type { FilmArguments } from './filmArguments'
import { afterStop, agreePrice, moneySettings, stopOf, tellBill, tellDifference } from './filmPrice'
import type { Progress } from './progress'
import type { ScreenplayFile } from './readScreenplayFile'

/** `begun`: the price was agreed to, and something may have been written since. */
export type Tally = { ran: number; begun: boolean }
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

/** A film that rests: its pictures are there, and wait for a person. */
export type MadeStills = Pick<MadeFilm, 'project' | 'spent' | 'nothingToDo'> & { film: null; stills: Still[] }

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

/**
 * Gather → qualify → scenes → film, each a run of its own; what stands is not made again. What costs money is priced
 * first, and stops where it was asked to.
 */
export const makeFilm = async (making: Making): Promise<MadeFilm | MadeStills> => {
  const { studio, asked, file, material, title, slug, view, tally } = making
  const { desk } = studio
  const given = { ...file, text: file.fountain }
  await desk.refuseTaken(slug, given, existsSync)
  const looked =
    material && (await desk.own.lookAt({ slug, screenplay: file.fountain, settings: settingsOf(asked) }, material))
  for (const notice of looked?.notices ?? []) view.say(`note: ${notice}`)
  const settings = { ...settingsOf(asked), ...(await moneySettings(making)) }
  const quote = await agreePrice(making, settings)
  tally.begun = true
  const project = await desk.openProject({ slug, title, titled: titledBy(making), settings })
  if (asked.budget !== null) await studio.money.limit(project)
  await studio.money.agreed(project, { quote, of: [file.sha256, stopOf(asked)] })
  if (asked.again) view.say(againTold(await studio.money.again(project)))
  const news = await desk.giveScreenplay(project, given)
  if (news !== 'same') tellAssumed(desk.assumed(project, file.fountain), view)
  if (news === 'edited') view.say('The screenplay was edited: only what changed is made again.')

  if (looked && (await desk.giveMaterial(project, looked)) === 'edited')
    view.say(`Your own material: ${String(looked.matches.length)} files.`)
  try {
    return await carryThrough(making, project)
  } catch (error) {
    throw await afterStop(making, { project, error })
  }
}

const againTold = (calls: number): string =>
  calls === 0
    ? 'note: nothing failed that may have been charged; --again changes nothing.'
    : `note: ${String(calls)} ${calls === 1 ? 'call that failed is' : 'calls that failed are'} made again, and may be paid twice.`

/** The runs, one after the other. */
const carryThrough = async (making: Making, project: Project): Promise<MadeFilm | MadeStills> => {
  const { studio, asked, view, tally, signal } = making
  const { desk, money } = studio
  const until = stopOf(asked)
  let steps = 0
  let runId = ''
  for (const [kind, name] of until === 'stills' ? stages.slice(0, 2) : stages) {
    const wish = kind === 'generate' ? await desk.wish.generate(project, until) : await desk.wish[kind](project)
    const run = await carryOut(making, { project, wish, name })
    steps += run.total
    runId = run.runId
    for (const notice of run.notices.slice(0, 5)) view.say(`note: ${notice}`)
    signal.throwIfAborted()
  }
  await money.settled(project, { signal, say: view.say })
  tellBill(await money.bill(project), view)
  tellDifference(await money.difference(project), view)
  const made = { project, nothingToDo: tally.ran === 0, spent: await desk.spent(project) }
  if (until === 'stills') return { ...made, film: null, stills: await desk.stills(runId) }
  const film = await desk.film(project)
  if (!film) throw filmMissing()
  const filled = film.cut.scenes
    .filter(({ conformed }) => conformed.shot.verdict === 'filled')
    .map(({ scene }) => String(scene.clipName))
  return { ...made, film, runId, steps, filled }
}

const filmMissing = () =>
  new StudioError({
    code: 'FILM_MISSING',
    what: 'The film is not there.',
    why: 'Its run ended without one.',
    fix: 'Run the same command again.',
  })

const assumedTold = 10
const tellAssumed = (notices: readonly { what: string; line: number }[], view: Progress): void => {
  for (const { what, line } of notices.slice(0, assumedTold)) view.say(`note: line ${String(line)}: ${what}`)
  const more = notices.length - assumedTold
  if (more > 0) view.say(`note: and ${String(more)} more; “npm run backlot -- breakdown FILE” lists them all.`)
}

/** Only what was asked for: the rest stays as the project has it. */
const settingsOf = ({ aspect, resolution, fps, target }: FilmArguments) => ({
  ...(aspect ? { aspect } : {}),
  ...(resolution ? { resolution } : {}),
  ...(fps ? { fps } : {}),
  ...(target === null ? {} : { targetSeconds: target === 'none' ? null : target }),
})
