import sharp from 'sharp'
import { drawn } from '../world/random'
import type { World } from '../world/openWorld'
import { runFfmpeg } from './runFfmpeg'

export type ClipAsked = {
  /** A picture of any size; the clip's first frame is this picture, cut to the clip's shape. */
  start: Buffer
  end?: Buffer | undefined
  width: number
  height: number
  fps: number
  seconds: number
  sound: boolean
  words: string
}

/** The share of itself the picture grows by until the end. */
const growth = 0.06

/** An H.264 MP4 that begins with the start picture and slowly comes nearer; with an end picture it dissolves into it. */
export const filmClip = async (world: World, asked: ClipAsked): Promise<Buffer> => {
  const { width, height, fps, seconds } = asked
  const frames = Math.round(seconds * fps)
  const zoom = `1+${growth}*on/${frames}`
  const moving = [
    `zoompan=z='${zoom}':x='iw/2-iw/zoom/2':y='ih/2-ih/zoom/2':d=${frames}:s=${width}x${height}:fps=${fps}`,
    'setsar=1',
    'format=yuv420p',
  ].join(',')
  const dissolve = Math.min(1, seconds / 2)
  const picture = asked.end
    ? `[0:v]${moving}[a];[1:v]${moving}[b];[a][b]xfade=transition=fade:duration=${dissolve}:offset=${seconds - dissolve}[v]`
    : `[0:v]${moving}[v]`
  const pitch = 110 + Math.round(drawn(asked.words) * 220)
  const sound = asked.sound
    ? ['-f', 'lavfi', '-i', `sine=frequency=${pitch}:sample_rate=48000:duration=${seconds}`]
    : []
  const soundAt = asked.end ? 2 : 1
  return runFfmpeg(world, {
    files: {
      'start.rgb': await pixelsOf(asked.start, asked),
      ...(asked.end ? { 'end.rgb': await pixelsOf(asked.end, asked) } : {}),
    },
    args: [
      ...still('start.rgb', asked),
      ...(asked.end ? still('end.rgb', asked) : []),
      ...sound,
      ...['-filter_complex', picture, '-map', '[v]'],
      ...(asked.sound ? ['-map', `${soundAt}:a`, '-af', 'volume=0.1', '-c:a', 'aac', '-b:a', '96k', '-ac', '2'] : []),
      ...['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '24', '-threads', '1', '-r', `${fps}`],
      ...['-frames:v', `${frames}`, '-t', `${seconds}`, '-movflags', '+faststart'],
    ],
    out: 'clip.mp4',
  })
}

/** Not every ffmpeg reads PNG: pictures are handed over as pixels. */
const still = (file: string, { width, height }: ClipAsked): string[] => [
  ...['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-video_size', `${width}x${height}`, '-i', file],
]

const pixelsOf = (picture: Buffer, { width, height }: ClipAsked): Promise<Buffer> =>
  sharp(picture)
    .rotate()
    .resize(width, height, { fit: 'cover' })
    .flatten({ background: '#000' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer()
