import type { PictureFormat } from '@/domain/format'
import type { PictureSegment } from '../spec/filmTools'
import type { MediaToolPaths } from '../spec/mediaToolPaths'
import { isHouseClip, mustHaveFrames, type HouseHeaders } from './conform'
import { houseEncodeArgs, houseQuality } from './houseEncode'
import { readMp4Header } from './mp4Header'
import { runFfmpeg } from './runTool'
import { sameFile, wholeFile } from './wholeFile'

export type SegmentWish = {
  segment: PictureSegment
  format: PictureFormat
  to: string
  scratch: string
  signal: AbortSignal
}
type Join = Extract<PictureSegment, { kind: 'join' }>

/** One segment of the picture track; see `FilmTools.segment`. Clips must be house clips. */
export const makeSegment = async (tools: MediaToolPaths, house: HouseHeaders, wish: SegmentWish): Promise<void> => {
  const { segment, format, to, signal } = wish
  if (segment.kind === 'body' && segment.fromFrame === 0) {
    const header = await readMp4Header(segment.clip)
    if (isHouseClip(header, await house(format, wish.scratch), segment.frames)) return sameFile(segment.clip, to)
  }
  await wholeFile(to, async (out) => {
    const encode = ['-frames:v', String(segment.frames), ...houseEncodeArgs(format, houseQuality.conform)]
    await runFfmpeg(tools.ffmpeg, [...sourceOf(tools, segment, format), '-an', ...encode, out], { signal })
    await mustHaveFrames(out, segment.frames)
  })
}

const sourceOf = (tools: MediaToolPaths, segment: PictureSegment, format: PictureFormat): string[] => {
  if (segment.kind === 'join') return joinOf(tools, segment, format)
  const fade =
    segment.kind === 'black' ? `,fade=t=${segment.fade}:start_frame=0:nb_frames=${Math.max(1, segment.frames)}` : ''
  return [
    ...seek(segment.clip, segment.fromFrame, format),
    '-map',
    '0:v:0',
    '-vf',
    `${cut(segment.frames, format)}${fade}`,
  ]
}

const joinOf = (tools: MediaToolPaths, join: Join, format: PictureFormat): string[] => {
  const [out, into] = ['[0:v:0]', '[1:v:0]'].map((input) => `${input}${cut(join.frames, format)}`)
  const effect = tools.filters.has('xfade') ? xfade(join, format) : blend(join, format)
  const graph = `${out}[a];${into}[b];[a][b]${effect},setsar=1,format=yuv420p[v]`
  const inputs = [...seek(join.out, join.outFrom, format), ...seek(join.in, join.inFrom, format)]
  return [...inputs, '-filter_complex', graph, '-map', '[v]']
}

// Half a frame early, so that rounding never loses the first frame.
const seek = (clip: string, frame: number, { fps }: PictureFormat) => [
  ...(frame > 0 ? ['-ss', ((frame - 0.5) / fps).toFixed(6)] : []),
  ...['-i', clip],
]
const cut = (frames: number, { fps }: PictureFormat) =>
  `trim=end_frame=${frames},settb=1/${fps * 1000},setpts=N*1000,fps=${fps}`

const xfadeNames = { dissolve: 'fade', fade: 'fadeblack', wipe: 'wipeleft' } as const
const xfade = ({ effect, frames }: Join, { fps }: PictureFormat) =>
  `xfade=transition=${xfadeNames[effect]}:duration=${(frames / fps).toFixed(6)}:offset=0`

// For builds before 4.3: p runs from 0 to just below 1. By time, for builds disagree whether N begins at 0 or 1.
const blend = ({ effect, frames }: Join, { fps }: PictureFormat) => {
  const p = `(T*${fps}/${frames})`
  if (effect === 'dissolve') return `blend=all_expr=A*(1-${p})+B*${p}`
  if (effect === 'wipe') return `blend=all_expr=if(gte(X\\,W*(1-${p}))\\,B\\,A)`
  const through = (black: number) =>
    `if(lt(${p}\\,.5)\\,A*(1-2*${p})+${black}*2*${p}\\,B*(2*${p}-1)+${black}*(2-2*${p}))`
  return `blend=c0_expr=${through(16)}:c1_expr=${through(128)}:c2_expr=${through(128)}`
}
