import { textOf } from '@/domain/words'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Asset } from '@/domain/generation/generationKey'
import { lineWidth } from '@/domain/timeline/breakLines'
import { subtitlesOf } from '@/domain/timeline/subtitles'
import { toSrt, toVtt } from '@/domain/timeline/subtitleFiles'
import { defineStep, type StepContext, type Values } from '../defineStep'
import { mediaDocument } from '@/stores/mediaDocument'
import { cutIn, type Cut } from './cutFilm'
import { filmLines } from '@/domain/film/filmLines'
import { mixIn, type Stitched } from './stitchFilm'
import type { Mix } from './mixSound'
import { reportIn } from './reportContinuity'

/** Everything a film folder is written from. */
export type FinishedFilm = {
  cut: Cut
  stitched: Stitched
  mix: Mix
  poster: Asset
  contactSheet: Asset
  srt: Asset
  vtt: Asset
  /** What continuity found, as Markdown. */
  continuity: Asset
  complete: boolean
  width: number
  height: number
}

/** Poster, contact sheet and subtitles; puts the film into the library and completes the project. */
export const finishFilm = defineStep({
  id: 'film.finish',
  says: 'Poster, contact sheet, subtitles',
  version: 3,
  slot: 'cpu',
  seconds: 1,
  reads: {
    title: true,
    settings: ['fps', 'aspect', 'resolution'],
    from: ['film.cut', 'film.mix-sound', 'film.report-continuity', 'film.stitch'],
  },
  run: async (values, context) => {
    const cut = cutIn(values)
    const { stitched } = values.from['film.stitch']?.[0] as { stitched: Stitched }
    const [poster, contactSheet] = [await makePoster(context, cut, stitched), await makeSheet(context, cut)]
    const [srt, vtt] = await makeSubtitles(context, cut)
    const complete = cut.scenes.every((scene) => scene.conformed.shot.verdict !== 'filled')
    const { width = 0, height = 0 } = stitched.film
    const film: FinishedFilm = {
      cut,
      stitched,
      mix: mixIn(values),
      poster,
      contactSheet,
      srt,
      vtt,
      continuity: reportIn(values),
      complete,
      width,
      height,
    }
    return { gives: { film }, files: filesOf(values, film), write: storeFilm(context, film) }
  },
})

const filesOf = (_: Values, { stitched, poster, contactSheet, srt, vtt, continuity }: FinishedFilm): string[] =>
  [stitched.film, poster, contactSheet, srt, vtt, continuity].map(({ name }) => name)

const makePoster = async (
  { providers, stores, project, scratch, signal }: StepContext,
  cut: Cut,
  { film }: Stitched,
): Promise<Asset> => {
  const best = cut.scenes.reduce((a, b) => (Number(b.scene.tension ?? 0) > Number(a.scene.tension ?? 0) ? b : a))
  const to = join(scratch, 'poster.jpg')
  const frame = best.startFrame + Math.floor(best.frames / 2)
  await providers.film.poster({ film: stores.assets.pathOf(film.name), frame, fps: cut.fps }, to, { signal, scratch })
  return stores.assets.keep(to, project.id)
}

const makeSheet = async ({ providers, stores, project, scratch, signal }: StepContext, cut: Cut): Promise<Asset> => {
  const pictures = cut.scenes.map(({ scene, conformed }) => ({
    file: stores.assets.pathOf(conformed.shot.picture.name),
    caption: `${String(scene.clipName)}  ${textOf(scene.heading)}`,
  }))
  const to = join(scratch, 'contact-sheet.jpg')
  await providers.film.contactSheet({ pictures, columns: 4 }, to, { signal, scratch })
  return stores.assets.keep(to, project.id)
}

const makeSubtitles = async ({ stores, project, scratch }: StepContext, cut: Cut): Promise<[Asset, Asset]> => {
  const spoken = filmLines(cut).map((line) => ({ ...line, endS: line.startS + line.durationS }))
  const widest = lineWidth[project.settings.aspect]
  const cues = subtitlesOf(spoken, { durationS: cut.frames / cut.fps, fps: cut.fps, widest })
  const keep = async (name: string, text: string) => {
    await writeFile(join(scratch, name), text)
    return stores.assets.keep(join(scratch, name), project.id)
  }
  return [await keep('film.srt', toSrt(cues)), await keep('film.vtt', toVtt(cues))]
}

const storeFilm =
  ({ stores, project, runId }: StepContext, film: FinishedFilm) =>
  async (tx: Parameters<typeof mediaDocument>[2]): Promise<void> => {
    const media = await mediaDocument(
      stores,
      { project: project.id, asset: film.stitched.film, kind: 'film', alt: project.title },
      tx,
    )
    const poster = await mediaDocument(
      stores,
      { project: project.id, asset: film.poster, kind: 'poster', alt: `Poster of ${project.title}` },
      tx,
    )
    await stores.library.update('projects', { where: { id: project.id }, data: { film: media, poster } }, tx)
    await stores.films.put({ _id: project.id, runId, gives: { film }, at: new Date() }, tx)
  }
