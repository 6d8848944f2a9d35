import { randomUUID } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { StudioError } from '@/domain/errors/StudioError'
import type { MediaToolPaths } from '../spec/mediaToolPaths'
import { toRgb } from './colour'
import { probeMedia } from './probe'
import { firstComplaint, runTool } from './runTool'
import { holdsSomething, wholeFile } from './wholeFile'

/**
 * The last picture of a clip as PNG. Seeking near the end is quick and finds nothing, with exit code 0, when sound
 * outlives picture, the last picture is held, or timestamps are shifted; so two slower ways stand behind it.
 */
export const lastFrame = async (
  tools: MediaToolPaths,
  { clip, to, signal }: { clip: string; to: string; signal: AbortSignal },
): Promise<void> => {
  const rgb = await rgbOf(tools, clip, signal)
  const ways = [['-sseof', '-1'], ['-noaccurate_seek', '-sseof', '-1'], []]
  await asPng(to, async (picture) => {
    let complaint = ''
    for (const seek of ways) {
      const end = await still(tools, { seek, clip, filter: rgb, picture, signal, only: [] })
      if (await holdsSomething(picture)) return
      complaint = firstComplaint(end.stderr)
    }
    throw noPicture(clip, 'no last picture', complaint)
  })
}

/** Frame `frame` (from 0) of a clip of constant `fps` as PNG: by seeking half a frame early, else by counting. */
export const frameAt = async (
  tools: MediaToolPaths,
  { clip, frame, fps, to, signal }: { clip: string; frame: number; fps: number; to: string; signal: AbortSignal },
): Promise<void> => {
  const rgb = await rgbOf(tools, clip, signal)
  const one = ['-frames:v', '1']
  await asPng(to, async (picture) => {
    const seek = frame > 0 ? ['-ss', ((frame - 0.5) / fps).toFixed(6)] : []
    await still(tools, { seek, clip, filter: rgb, picture, signal, only: one })
    if (await holdsSomething(picture)) return
    const counted = `select=eq(n\\,${frame}),${rgb}`
    const end = await still(tools, { seek: [], clip, filter: counted, picture, signal, only: one })
    if (!(await holdsSomething(picture))) throw noPicture(clip, `no frame ${frame}`, firstComplaint(end.stderr))
  })
}

/** A frame as JPEG; sharp writes it with the matrix that JPEG viewers expect. */
export const poster = async (
  tools: MediaToolPaths,
  {
    film,
    frame,
    fps,
    to,
    scratch,
    signal,
  }: { film: string; frame: number; fps: number; to: string; scratch: string; signal: AbortSignal },
): Promise<void> => {
  const png = join(scratch, `poster-${randomUUID()}.png`)
  await frameAt(tools, { clip: film, frame, fps, to: png, signal })
  await wholeFile(to, (jpeg) => sharp(png).jpeg({ quality: 88, chromaSubsampling: '4:4:4' }).toFile(jpeg))
  await rm(png, { force: true })
}

const asPng = (to: string, make: (picture: string) => Promise<void>) =>
  wholeFile(to, async (png) => {
    const picture = `${png}.ppm`
    try {
      await make(picture)
      await ppmToPng(picture, png)
    } finally {
      await rm(picture, { force: true })
    }
  })

const ppmToPng = async (ppm: string, png: string) => {
  const bytes = await readFile(ppm)
  const [head, width, height] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 64)) ?? []
  if (!head) throw noPicture(ppm, 'no whole picture', 'the picture was cut off')
  const raw = { width: Number(width), height: Number(height), channels: 3 as const }
  await sharp(bytes.subarray(head.length), { raw }).png({ compressionLevel: 5 }).toFile(png)
}

const rgbOf = async (tools: MediaToolPaths, clip: string, signal: AbortSignal) => {
  const { video } = await probeMedia(tools, clip, signal)
  if (!video) throw noPicture(clip, 'no picture', 'it holds sound only')
  return toRgb(video)
}

type Still = { seek: string[]; clip: string; filter: string; picture: string; only: string[]; signal: AbortSignal }

// Every picture after the seek is written over the one before, so it is written plain; and not every ffmpeg has PNG.
const still = (tools: MediaToolPaths, { seek, clip, filter, picture, only, signal }: Still) =>
  runTool(
    tools.ffmpeg,
    [
      ...['-nostdin', '-y', '-hide_banner', '-v', 'error', ...seek, '-i', clip, '-map', '0:v:0', '-an', '-sn', '-dn'],
      ...(tools.fpsMode ? ['-fps_mode', 'passthrough'] : ['-vsync', '0']),
      ...['-vf', filter, ...only, '-c:v', 'ppm', '-f', 'image2', '-update', '1', picture],
    ],
    { signal },
  )

const noPicture = (clip: string, lacks: string, complaint: string) =>
  new StudioError({
    code: 'FRAME_NOT_THERE',
    what: `${clip} has ${lacks}.`,
    why: `ffmpeg decoded it and found none; it said: ${complaint}.`,
    fix: 'Play the clip; if it is broken or shorter than it should be, make the take again.',
    retry: 'afterFix',
  })
