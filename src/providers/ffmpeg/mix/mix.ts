import { mkdtemp, open, rm } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { toInt16, wavHead } from '../../previs/sound/wav'
import type { SoundCue, SoundMix } from '../../spec/filmTools'
import type { MediaToolPaths } from '../../spec/mediaToolPaths'
import { loudness } from '../loudness'
import { runFfmpeg } from '../runTool'
import { sameFile } from '../wholeFile'
import { soundShelf } from './cueSource'
import { levelForecast } from './levelForecast'
import { isRight, levelSearch, type Heard, type Level } from './levelSearch'
import { limiter } from './limiter'
import { blockFrames, mixBlocks, type MixBlock, type Stereo } from './mixBlocks'

export type MixWish = {
  cues: SoundCue[]
  samples: number
  stems: Record<SoundCue['stem'], string> | null
  to: string
  scratch: string
  signal: AbortSignal
}
type Blocks = () => AsyncGenerator<MixBlock>
type Stem = SoundCue['stem']
type Files = { tracks: { film: string } & Record<string, string>; aac: string }

const attempts = 12

/**
 * The film's one sound track; see `FilmTools.mix`. The mix is cheap, so it is made anew for each pass instead of being
 * kept: once to hear it, then with the gain a forecast gives, again only if what comes out of AAC is not right.
 */
export const mix = async (tools: MediaToolPaths, wish: MixWish): Promise<SoundMix> => {
  const scratch = await mkdtemp(join(wish.scratch, 'mix-'))
  const shelf = soundShelf(tools, { scratch, signal: wish.signal })
  const blocks: Blocks = () => mixBlocks({ ...wish, shelf })
  const stems = Object.entries(wish.stems ?? {}) as [Stem, string][]
  const made = stems.map(([stem]) => [stem, join(scratch, `${stem}.wav`)] as const)
  const tracks = { film: join(scratch, 'film.wav'), ...Object.fromEntries(made) }
  const files: Files = { tracks, aac: join(scratch, 'film.m4a') }
  try {
    const heard = await findLevel(tools, wish, { blocks, files })
    await sameFile(extname(wish.to) === '.wav' ? files.tracks.film : files.aac, wish.to)
    for (const [i, [, to]] of stems.entries()) await sameFile(made[i]?.[1] ?? '', to)
    return { file: wish.to, loudnessLufs: heard.lufs, truePeakDbtp: heard.truePeakDbtp }
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/** Hears the mix once, makes it as the forecast says and listens; the twelfth attempt stands as it is, with what was measured. */
const findLevel = async (
  tools: MediaToolPaths,
  wish: MixWish,
  { blocks, files }: { blocks: Blocks; files: Files },
): Promise<Heard> => {
  const forecast = levelForecast(wish.samples)
  const heardNow = stereo()
  for await (const block of blocks()) forecast.hear(sumOf(block, heardNow), block.frames)
  const search = levelSearch(forecast)
  for (let left = attempts; ; left--) {
    const level = search.level()
    await writeTracks(wish.samples, files.tracks, finished(blocks(), level, Object.keys(files.tracks)))
    const heard = await afterAac(tools, wish, files)
    if (left === 1 || isRight(heard)) return heard
    search.learn(level, heard)
  }
}

const afterAac = async (tools: MediaToolPaths, { signal }: MixWish, files: Files): Promise<Heard> => {
  const encode = [
    '-c:a',
    'aac',
    '-aac_coder',
    'fast',
    '-b:a',
    '192k',
    '-map_metadata',
    '-1',
    '-fflags',
    '+bitexact',
    '-flags:a',
    '+bitexact',
  ]
  await runFfmpeg(tools.ffmpeg, ['-i', files.tracks.film, ...encode, files.aac], { signal })
  return loudness(tools, files.aac, signal)
}

/** Gain, limiter, 16 bit: the film and the stems that are wanted, all under the same gain. */
async function* finished(blocks: AsyncGenerator<MixBlock>, level: Level, tracks: string[]): AsyncGenerator<Buffer[]> {
  const limit = limiter(level)
  const write = ({ block, sum }: { block: MixBlock; sum: Stereo }) => {
    const gains = limit.gains(block.frames)
    return tracks.map((track) => {
      if (track in block.stems) return samplesOf(block.stems[track as Stem], gains)
      for (const side of sum) for (let i = 0; i < gains.length; i++) side[i] = (side[i] ?? 0) * (gains[i] ?? 0)
      return samplesOf(sum, null, block.frames)
    })
  }
  const sums = [stereo(), stereo()] // one is being measured while the one before is written
  let n = 0
  let before: { block: MixBlock; sum: Stereo } | null = null
  for await (const block of blocks) {
    const sum = sumOf(block, sums[n++ % sums.length] ?? stereo())
    limit.measure(sum, block.frames)
    if (before) yield write(before)
    before = { block: { ...block }, sum }
  }
  if (before) yield write(before)
}

const samplesOf = ([left, right]: Stereo, gains: Float32Array | null, frames = gains?.length ?? 0): Buffer => {
  const samples = new Int16Array(frames * 2)
  for (let i = 0; i < frames; i++) {
    const gain = gains ? (gains[i] ?? 0) : 1
    samples[2 * i] = toInt16((left[i] ?? 0) * gain)
    samples[2 * i + 1] = toInt16((right[i] ?? 0) * gain)
  }
  return Buffer.from(samples.buffer)
}

const writeTracks = async (
  samples: number,
  tracks: Record<string, string>,
  pieces: AsyncGenerator<Buffer[]>,
): Promise<void> => {
  const handles = await Promise.all(Object.values(tracks).map((file) => open(file, 'w')))
  try {
    const head = wavHead({ rate: 48_000, channels: 2, frames: samples })
    for (const handle of handles) await handle.writeFile(head)
    for await (const piece of pieces)
      for (const [i, handle] of handles.entries()) await handle.writeFile(piece[i] ?? Buffer.alloc(0))
  } finally {
    for (const handle of handles) await handle.close()
  }
}

/** The whole film's samples of a block, into `sum`. */
const sumOf = ({ stems: { dialogue, music, effects }, frames }: MixBlock, sum: Stereo): Stereo => {
  for (const [c, side] of sum.entries()) {
    const [a, b, e] = [dialogue[c] ?? side, music[c] ?? side, effects[c] ?? side]
    for (let i = 0; i < frames; i++) side[i] = (a[i] ?? 0) + (b[i] ?? 0) + (e[i] ?? 0)
  }
  return sum
}
const stereo = (): Stereo => [new Float32Array(blockFrames), new Float32Array(blockFrames)]
