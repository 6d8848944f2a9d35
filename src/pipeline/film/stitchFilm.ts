import { join } from 'node:path'
import type { Asset } from '@/domain/generation/generationKey'
import { StudioError } from '@/domain/errors/StudioError'
import { defineStep, type Values } from '../defineStep'
import { cutIn } from './cutFilm'
import type { Mix } from './mixSound'

export type Stitched = { film: Asset; loudnessLufs: number; truePeakDbtp: number }

/** Joins picture by stream copy and puts the one sound track under it. Fails: FILM_NOT_AS_CUT. */
export const stitchFilm = defineStep({
  id: 'film.stitch',
  says: 'Join picture and sound',
  version: 1,
  slot: 'cpu',
  seconds: 1,
  reads: { title: true, settings: ['fps'], from: ['film.cut', 'film.mix-sound'] },
  run: async (values, context) => {
    const cut = cutIn(values)
    const mix = mixIn(values)
    const { stores, scratch, signal, project, providers } = context
    const to = join(scratch, 'film.mp4')
    const segments = cut.segments.map((segment) => stores.assets.pathOf(segment.name))
    await providers.film.stitch(
      { segments, sound: stores.assets.pathOf(mix.asset.name), frames: cut.frames, fps: cut.fps, title: project.title },
      to,
      { signal, scratch },
    )
    const { video, durationS } = await providers.film.probe(to, { signal })
    if (video?.frames !== cut.frames) throw notAsCut(cut.frames, video?.frames ?? 0)
    const { lufs, truePeakDbtp } = await providers.film.loudness(to, { signal })
    const film = await stores.assets.keep(to, project.id, {
      width: video.width,
      height: video.height,
      frames: video.frames,
      durationS,
    })
    const stitched: Stitched = { film, loudnessLufs: lufs, truePeakDbtp }
    return { gives: { stitched }, files: [film.name] }
  },
})

export const mixIn = (values: Values): Mix => (values.from['film.mix-sound']?.[0] as { mix: Mix }).mix

const notAsCut = (wanted: number, got: number) =>
  new StudioError({
    code: 'FILM_NOT_AS_CUT',
    what: `The joined film has ${String(got)} frames.`,
    why: `The cut has ${String(wanted)}.`,
    fix: 'Run the same command again; if it stays, report it with the manifest.',
    retry: 'later',
  })
