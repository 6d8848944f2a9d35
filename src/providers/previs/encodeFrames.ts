import { setImmediate as turn } from 'node:timers/promises'
import type { PictureFormat } from '@/domain/format'
import { houseEncodeArgs } from '../ffmpeg/houseEncode'
import { runFfmpeg } from '../ffmpeg/runTool'
import { wholeFile } from '../ffmpeg/wholeFile'

/** Frames in order: `frame(i)` gives frame i as yuv420p, limited-range BT.709; it may reuse its memory for the next. */
export type Frames = { format: PictureFormat; count: number; frame: (index: number) => Uint8Array }

/** How ffmpeg is run: the real thing unless another is handed in. */
export type RunFfmpeg = typeof runFfmpeg

/**
 * Pipes frames into ffmpeg and writes a house clip without sound (houseEncode), whole or not at all. Same frames, same
 * bytes. Fails: the signal's reason when aborted; MEDIA_TOOL_KILLED, DISK_FULL (retry later), MEDIA_TOOL_FAILED.
 */
export const encodeFrames = (
  { format, count, frame }: Frames,
  to: string,
  { ffmpeg, run = runFfmpeg, signal }: { ffmpeg: string; run?: RunFfmpeg; signal: AbortSignal },
): Promise<void> => {
  signal.throwIfAborted()
  const raw = [
    '-f',
    'rawvideo',
    '-pix_fmt',
    'yuv420p',
    '-video_size',
    `${String(format.width)}x${String(format.height)}`,
  ]
  // Matrix and range must be told, or ffmpeg converts what it takes for BT.601; with primaries told as well it would
  // write a box that other house clips lack.
  const input = [
    ...raw,
    '-framerate',
    String(format.fps),
    '-colorspace',
    'bt709',
    '-color_range',
    'tv',
    '-i',
    'pipe:0',
    '-map',
    '0:v:0',
    '-an',
  ]
  const kept = ['-frames:v', String(count), ...houseEncodeArgs(format), '-f', 'mp4']
  return wholeFile(to, async (out) => {
    await run(ffmpeg, [...input, ...kept, out], { signal, input: drawn({ count, frame }, signal) })
  })
}

/** Draws one frame ahead of the encoder at most; between frames everything else in the process has its turn. */
async function* drawn({ count, frame }: Pick<Frames, 'count' | 'frame'>, signal: AbortSignal) {
  for (let i = 0; i < count; i++) {
    await turn()
    signal.throwIfAborted()
    yield Buffer.from(frame(i))
  }
}
