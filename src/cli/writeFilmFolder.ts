import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { StudioError } from '@/domain/errors/StudioError'
import { manifestOf } from '@/domain/film/manifest'
import type { OpenStudio } from '@/studio/openStudio'
import { version } from '../../package.json'
import type { MadeFilm } from './makeFilm'
import { filmFiles } from './outFolder'
import type { ScreenplayFile } from './readScreenplayFile'
import { whyRefused } from './whyRefused'
import { writeMirrors } from './writeMirrors'
import { partOf, placeFile, removeParts, writeText } from './writeWhole'

type Writing = {
  studio: OpenStudio
  made: MadeFilm
  file: ScreenplayFile
  out: string
  clips: boolean
  startedAt: number
  ran: number
}

/**
 * Writes the film folder: the film and what goes with it, and last the manifest, so that it never speaks of another film.
 * While the film changes the new manifest stands there unfinished, which says whose folder it is.
 */
export const writeFilmFolder = async ({ studio, made, file, out, clips, startedAt, ran }: Writing) => {
  const { film } = made
  await mkdir(out, { recursive: true })
  const manifestFile = join(out, 'manifest.json')
  const manifest = manifestFrom({ made, file, ran, startedAt, makers: await studio.desk.clipMakers(made.project) })
  const unfinished = partOf(manifestFile)
  try {
    await writeFile(unfinished, `${JSON.stringify(manifest, null, 2)}\n`)
    if ((await filmInManifest(manifestFile)) !== manifest.film.sha256) await rm(manifestFile, { force: true })
    const media = (name: string) => studio.desk.pathOf(name)
    await placeFile(media(film.stitched.film.name), join(out, 'film.mp4'))
    await placeFile(media(film.poster.name), join(out, 'poster.jpg'))
    await placeFile(media(film.contactSheet.name), join(out, 'contact-sheet.jpg'))
    await placeFile(media(film.srt.name), join(out, 'film.srt'))
    await placeFile(media(film.vtt.name), join(out, 'film.vtt'))
    await placeFile(media(film.continuity.name), join(out, 'continuity.md'))
    if (file.path !== join(out, 'film.fountain')) await writeText(join(out, 'film.fountain'), file.fountain)
    if (clips) await writeClips({ studio, made, out })
    if (clips) await writeMirrors({ studio, made, out })
    await rename(unfinished, manifestFile)
    await removeParts(filmFiles.map((name) => join(out, name)))
  } catch (error) {
    throw notWritten({ out, slug: made.project.slug, error })
  }
  return { durationS: manifest.durationS, wallS: manifest.run.wallS, scenes: manifest.scenes.length }
}

const notWritten = ({ out, slug, error }: { out: string; slug: string; error: unknown }): StudioError =>
  new StudioError({
    code: 'OUT_NOT_WRITTEN',
    what: `The film is made, but it could not be written to “${out.slice(-120)}”.`,
    why: whyRefused(error),
    fix: `Make room or give yourself the right to write there, then run the command again with --slug ${slug}: nothing is made twice.`,
    field: 'out',
    cause: error,
  })

type Told = Pick<Writing, 'made' | 'file' | 'ran' | 'startedAt'> & { makers: ReadonlyMap<string, string> }

const manifestFrom = ({ made, file, ran, startedAt, makers }: Told) => {
  const { film } = made
  const wallS = Math.round((Date.now() - startedAt) / 10) / 100
  const { user, system } = process.cpuUsage()
  return manifestOf({
    version,
    slug: made.project.slug, title: made.project.title, source: { file: file.name, sha256: file.sha256 },
    fps: film.cut.fps, width: film.width, height: film.height, frames: film.cut.frames,
    loudnessLufs: film.stitched.loudnessLufs, truePeakDbtp: film.stitched.truePeakDbtp, filmSha256: film.stitched.film.sha256,
    scenes: film.cut.scenes.map(({ id, scene, startFrame, frames, conformed }) => ({
      fields: scene, startFrame, frames, takes: conformed.shot.takes, verdict: conformed.shot.verdict, boundary: conformed.shot.boundary,
      clipSha256: conformed.shot.clip.asset.sha256,
      clipBy: conformed.shot.verdict === 'filled' ? null : (makers.get(id) ?? null),
    })),
    run: {
      id: made.runId, steps: made.steps, ran, reused: Math.max(0, made.steps - ran),
      retakes: film.cut.scenes.reduce((sum, { conformed }) => sum + Math.max(0, conformed.shot.takes - 1), 0),
      wallS, cpuS: Math.round((user + system) / 10_000) / 100,
    },
    spent: made.spent,
  }) // prettier-ignore
}

const filmInManifest = async (file: string): Promise<string | null> => {
  try {
    return (JSON.parse(await readFile(file, 'utf8')) as { film?: { sha256?: string } }).film?.sha256 ?? null
  } catch {
    return null // none, or one that was never finished: it goes
  }
}

const writeClips = async ({ studio, made, out }: Pick<Writing, 'studio' | 'made' | 'out'>): Promise<void> => {
  await mkdir(join(out, 'clips'), { recursive: true })
  await mkdir(join(out, 'stems'), { recursive: true })
  const { cut, mix } = made.film
  for (const { scene, conformed } of cut.scenes)
    await placeFile(
      studio.desk.pathOf(conformed.shot.clip.asset.name),
      join(out, 'clips', `${basename(String(scene.clipName))}.mp4`),
    )
  for (const [stem, asset] of Object.entries(mix.stems))
    if (existsSync(studio.desk.pathOf(asset.name)))
      await placeFile(studio.desk.pathOf(asset.name), join(out, 'stems', `${stem}.wav`))
}
