import { createHash } from 'node:crypto'
import { StudioError } from '@/domain/errors/StudioError'
import type { MediaToolPaths } from '../spec/mediaToolPaths'
import type { MediaProbe } from '../spec/filmTools'
import { firstComplaint, runTool } from './runTool'

type Stream = Record<string, string | number | undefined>

/** What a media file holds. `frames` is what the file says, else counted from length and rate. Throws MEDIA_UNREADABLE. */
export const probeMedia = async (tools: MediaToolPaths, file: string, signal: AbortSignal): Promise<MediaProbe> => {
  const ask = ['-v', 'error', '-show_streams', '-show_format', '-show_data_hash', 'md5', '-of', 'json', file]
  const end = await runTool(tools.ffprobe, ask, { signal })
  const told = end.code === 0 ? parse(end.stdout) : null
  const streams = told?.streams ?? []
  const video = streams.find((stream) => stream.codec_type === 'video' && stream.codec_name !== undefined)
  const audio = streams.find((stream) => stream.codec_type === 'audio' && stream.codec_name !== undefined)
  if (!told || (!video && !audio)) throw unreadable(file, firstComplaint(end.stderr))
  const durationS = lengthOf([told.format]) || lengthOf([video, audio])
  return {
    durationS,
    video: video ? videoOf(video, durationS) : null,
    audio: audio ? audioOf(audio, durationS) : null,
    copyKey: copyKeyOf(video),
  }
}

const lengthOf = (parts: (Stream | undefined)[]) => Math.max(...parts.map((part) => number(part?.duration)))

const videoOf = (stream: Stream, fileS: number): NonNullable<MediaProbe['video']> => {
  const fps = rate(stream.avg_frame_rate) || rate(stream.r_frame_rate)
  const aspect = word(stream.sample_aspect_ratio)
  return {
    codec: word(stream.codec_name),
    width: number(stream.width),
    height: number(stream.height),
    fps,
    frames: number(stream.nb_frames) || Math.round((number(stream.duration) || fileS) * fps),
    pixFmt: word(stream.pix_fmt),
    colorSpace: word(stream.color_space),
    colorRange: word(stream.color_range),
    pixelAspect: aspect === 'unknown' || aspect === '0:1' ? '1:1' : aspect,
    interlaced: ['tt', 'bb', 'tb', 'bt'].includes(word(stream.field_order)),
  }
}

const audioOf = (stream: Stream, fileS: number): NonNullable<MediaProbe['audio']> => ({
  codec: word(stream.codec_name),
  sampleRate: number(stream.sample_rate),
  channels: number(stream.channels),
  durationS: number(stream.duration) || fileS,
})

const keyFields = [
  'codec_name', 'profile', 'width', 'height', 'pix_fmt', 'sample_aspect_ratio', 'r_frame_rate', 'avg_frame_rate',
  'time_base', 'color_space', 'color_range', 'field_order', 'extradata_hash',
] as const // prettier-ignore

const copyKeyOf = (video: Stream | undefined) =>
  createHash('sha256')
    .update(JSON.stringify(keyFields.map((field) => String(video?.[field] ?? ''))))
    .digest('hex')

const parse = (json: string): { streams?: Stream[]; format?: Stream } | null => {
  try {
    return JSON.parse(json) as { streams?: Stream[]; format?: Stream }
  } catch {
    return null
  }
}

const number = (value: unknown) => {
  const read = Number(value)
  return Number.isFinite(read) ? read : 0
}
const word = (value: unknown) => (typeof value === 'string' && value !== '' ? value : 'unknown')
const rate = (value: unknown) => {
  const [over, under] = String(value).split('/').map(Number)
  return over && under ? over / under : 0
}

const unreadable = (file: string, complaint: string) =>
  new StudioError({
    code: 'MEDIA_UNREADABLE',
    what: `${file} cannot be read as a picture, clip or sound.`,
    why: complaint,
    fix: 'Give a file that plays elsewhere, or make the take again.',
    retry: 'afterFix',
  })
