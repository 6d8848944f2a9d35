import { copyFile, link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { manifestOf } from '@/domain/film/manifest'
import type { OpenStudio } from '@/studio/openStudio'
import { version } from '../../package.json'
import type { MadeFilm } from './makeFilm'
import type { ScreenplayFile } from './readScreenplayFile'

type Writing = {
  studio: OpenStudio
  made: MadeFilm
  file: ScreenplayFile
  out: string
  clips: boolean
  startedAt: number
  ran: number
}

/** Writes the film folder: the film and what goes with it, and last the manifest, so that it never speaks of another film. */
export const writeFilmFolder = async ({ studio, made, file, out, clips, startedAt, ran }: Writing) => {
  const { film } = made
  await mkdir(out, { recursive: true })
  const manifestFile = join(out, 'manifest.json')
  const sha256 = film.stitched.film.sha256
  if ((await filmInManifest(manifestFile)) !== sha256) await rm(manifestFile, { force: true })
  const media = (name: string) => studio.desk.pathOf(name)
  await place(media(film.stitched.film.name), join(out, 'film.mp4'))
  await place(media(film.poster.name), join(out, 'poster.jpg'))
  await place(media(film.contactSheet.name), join(out, 'contact-sheet.jpg'))
  await place(media(film.srt.name), join(out, 'film.srt'))
  await place(media(film.vtt.name), join(out, 'film.vtt'))
  await writeWhole(join(out, 'film.fountain'), file.fountain)
  if (clips) await writeClips({ studio, made, out })

  const wallS = Math.round((Date.now() - startedAt) / 10) / 100
  const { user, system } = process.cpuUsage()
  const manifest = manifestOf({
    version,
    slug: made.project.slug, title: made.project.title, source: { file: file.name, sha256: file.sha256 },
    fps: film.cut.fps, width: film.width, height: film.height, frames: film.cut.frames,
    loudnessLufs: film.stitched.loudnessLufs, truePeakDbtp: film.stitched.truePeakDbtp, filmSha256: sha256,
    scenes: film.cut.scenes.map(({ scene, startFrame, frames, conformed }) => ({
      fields: scene, startFrame, frames, takes: conformed.shot.takes, verdict: conformed.shot.verdict, boundary: conformed.shot.boundary,
      clipSha256: conformed.shot.clip.asset.sha256,
    })),
    run: {
      id: made.runId, steps: made.steps, ran, reused: Math.max(0, made.steps - ran),
      retakes: film.cut.scenes.reduce((sum, { conformed }) => sum + Math.max(0, conformed.shot.takes - 1), 0),
      wallS, cpuS: Math.round((user + system) / 10_000) / 100,
    },
    spent: made.spent,
  }) // prettier-ignore
  await writeWhole(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`)
  return { durationS: manifest.durationS, wallS, scenes: manifest.scenes.length }
}

const filmInManifest = async (file: string): Promise<string | null> => {
  try {
    return (JSON.parse(await readFile(file, 'utf8')) as { film?: { sha256?: string } }).film?.sha256 ?? null
  } catch {
    return null // none, or one that was never finished: it goes
  }
}

/** The same bytes under another name: a hard link where the disk allows, else a copy; whole or not at all. */
const place = async (from: string, to: string): Promise<void> => {
  const part = `${to}.part`
  await rm(part, { force: true })
  await link(from, part).catch(() => copyFile(from, part))
  await rename(part, to)
  await rm(part, { force: true }) // renaming a link onto itself leaves both
}

const writeWhole = async (to: string, text: string): Promise<void> => {
  await writeFile(`${to}.part`, text)
  await rename(`${to}.part`, to)
}

const writeClips = async ({ studio, made, out }: Pick<Writing, 'studio' | 'made' | 'out'>): Promise<void> => {
  await mkdir(join(out, 'clips'), { recursive: true })
  await mkdir(join(out, 'stems'), { recursive: true })
  const { cut, mix } = made.film
  for (const { scene, conformed } of cut.scenes)
    await place(
      studio.desk.pathOf(conformed.shot.clip.asset.name),
      join(out, 'clips', `${basename(String(scene.clipName))}.mp4`),
    )
  for (const [stem, asset] of Object.entries(mix.stems))
    if (existsSync(studio.desk.pathOf(asset.name)))
      await place(studio.desk.pathOf(asset.name), join(out, 'stems', `${stem}.wav`))
}
