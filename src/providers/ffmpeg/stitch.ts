import { randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { StudioError } from '@/domain/errors/StudioError'
import type { MediaToolPaths } from '../spec/mediaToolPaths'
import { readMp4Header, type Mp4Header } from './mp4Header'
import { probeMedia } from './probe'
import { runFfmpeg } from './runTool'
import { wholeFile } from './wholeFile'

export type Stitch = {
  segments: string[]
  sound: string
  frames: number
  fps: number
  title: string
  to: string
  scratch: string
  signal: AbortSignal
}

const soundToleranceS = 0.06

/** Joins house segments and sound to a film; see `FilmTools.stitch`. Refuses segments that copy would join silently wrong. */
export const stitch = async (tools: MediaToolPaths, wish: Stitch): Promise<void> => {
  await mustFit(wish)
  const { audio } = await probeMedia(tools, wish.sound, wish.signal)
  if (!audio) throw filmWrong(`${wish.sound} holds no sound`, 'Mix the film again.')
  const list = join(wish.scratch, `concat-${randomUUID()}.txt`)
  await writeFile(list, wish.segments.map((file) => `file ${quoted(resolve(file))}\n`).join(''))
  try {
    await wholeFile(wish.to, async (film) => {
      await runFfmpeg(
        tools.ffmpeg,
        [
          ...[
            '-f',
            'concat',
            '-safe',
            '0',
            '-i',
            list,
            '-i',
            wish.sound,
            '-map',
            '0:v:0',
            '-map',
            '1:a:0',
            '-c:v',
            'copy',
          ],
          ...(audio.codec === 'aac' ? ['-c:a', 'copy'] : ['-c:a', 'aac', '-b:a', '192k', '-ar', '48000', '-ac', '2']),
          ...['-video_track_timescale', String(wish.fps * 1000), '-map_metadata', '-1', '-map_chapters', '-1'],
          ...['-metadata', `title=${wish.title}`, '-movflags', '+faststart', '-fflags', '+bitexact'],
          ...['-flags:a', '+bitexact', film],
        ],
        { signal: wish.signal },
      )
      await mustBeTheFilm(tools, film, wish)
    })
  } finally {
    await rm(list, { force: true })
  }
}

const mustFit = async ({ segments, frames }: Stitch): Promise<void> => {
  let first: Mp4Header | null = null
  let sum = 0
  for (const file of segments) {
    const header = await readMp4Header(file)
    if (!header) throw filmWrong(`${file} is no MP4 clip`, 'Conform it again.')
    first ??= header
    if (header.tracks !== 1 || unlike(header, first)) throw segmentsDiffer(file, segments[0] ?? '')
    sum += header.frames
  }
  if (!first || sum !== frames)
    throw filmWrong(
      `the segments hold ${sum} frames and the cut wants ${frames}`,
      'Make the segments of the cut again.',
    )
}

const unlike = (a: Mp4Header, b: Mp4Header) =>
  a.picture !== b.picture ||
  a.timescale !== b.timescale ||
  (a.frameTicks !== b.frameTicks && a.frames > 1 && b.frames > 1)

const mustBeTheFilm = async (tools: MediaToolPaths, film: string, { frames, fps, signal }: Stitch): Promise<void> => {
  const header = await readMp4Header(film)
  const { video, audio } = await probeMedia(tools, film, signal)
  const lengthS = frames / fps
  if (header?.tracks !== 2 || !video || !audio)
    throw filmWrong('the film has not one picture and one sound track', 'Assemble again.')
  if (header.frames !== frames)
    throw filmWrong(`the film has ${header.frames} frames, not ${frames}`, 'Assemble again.')
  if (Math.abs(audio.durationS - lengthS) > soundToleranceS)
    throw filmWrong(`the sound lasts ${audio.durationS} s, the picture ${lengthS} s`, 'Mix the film again.')
}

// The list is read line by line; inside single quotes only the quote itself is special.
const quoted = (file: string) => {
  if (/[\n\r]/.test(file)) throw filmWrong('a clip has a line break in its name', 'Rename the output folder.')
  return `'${file.replaceAll("'", "'\\''")}'`
}

const segmentsDiffer = (file: string, first: string) =>
  new StudioError({
    code: 'SEGMENTS_DIFFER',
    what: `${file} cannot be joined to ${first} without encoding.`,
    why: 'Size, rate, time scale, colour or codec settings differ; a copy would play at the wrong speed or break.',
    fix: 'Conform it to the house format first.',
    retry: 'afterFix',
  })

const filmWrong = (why: string, fix: string) =>
  new StudioError({
    code: 'FILM_NOT_WHOLE',
    what: 'The film could not be put together.',
    why: `${why}.`,
    fix,
    retry: 'later',
  })
