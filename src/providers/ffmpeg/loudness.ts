import { StudioError } from '@/domain/errors/StudioError'
import type { MediaToolPaths } from '../spec/mediaToolPaths'
import { runFfmpeg, runTool } from './runTool'

/** Integrated loudness (LUFS, −70 for silence) and true peak (dBTP) of the first sound track, by ebur128. */
export const loudness = async (tools: MediaToolPaths, file: string, signal: AbortSignal) => {
  const measure = ['-af', 'ebur128=peak=true:framelog=verbose', '-f', 'null', '-']
  const args = ['-nostdin', '-hide_banner', '-nostats', '-i', file, '-vn', '-sn', '-map', '0:a:0', ...measure]
  const { stderr } = await runTool(tools.ffmpeg, args, { signal })
  const summary = stderr.split('Summary:').at(-1) ?? ''
  const lufs = Number(/I:\s+(-?[\d.]+) LUFS/.exec(summary)?.[1])
  const peak = /Peak:\s+(-?[\d.]+|-inf) dBFS/.exec(summary)?.[1]
  if (!Number.isFinite(lufs) || peak === undefined) throw notMeasured(file)
  return { lufs, truePeakDbtp: peak === '-inf' ? -120 : Number(peak) }
}

/** Decodes everything in a file; throws MEDIA_BROKEN with ffmpeg's first complaint. */
export const decode = async (tools: MediaToolPaths, file: string, signal: AbortSignal): Promise<void> => {
  const end = await runTool(tools.ffmpeg, ['-nostdin', '-hide_banner', '-v', 'error', '-i', file, '-f', 'null', '-'], {
    signal,
  })
  const complaint = end.stderr.trim().split('\n')[0] ?? ''
  if (end.code === 0 && complaint === '') return
  throw new StudioError({
    code: 'MEDIA_BROKEN',
    what: `${file} is broken.`,
    why: complaint || `ffmpeg ended with ${end.code}.`,
    fix: 'Make the take again, or give a file that plays to its end.',
    retry: 'afterFix',
  })
}

/** Any sound as 48 kHz stereo 16-bit WAV. */
export const toWav = (
  tools: MediaToolPaths,
  { file, to, signal }: { file: string; to: string; signal: AbortSignal },
) => {
  const pcm = ['-vn', '-sn', '-map', '0:a:0', '-af', 'aresample=48000,aformat=sample_fmts=s16:channel_layouts=stereo']
  return runFfmpeg(tools.ffmpeg, ['-i', file, ...pcm, '-c:a', 'pcm_s16le', '-fflags', '+bitexact', to], { signal })
}

const notMeasured = (file: string) =>
  new StudioError({
    code: 'LOUDNESS_NOT_MEASURED',
    what: `The loudness of ${file} could not be measured.`,
    why: 'It holds no sound, or this ffmpeg has no ebur128 filter.',
    fix: 'Give a file with sound; npm run doctor says which filters are missing.',
    retry: 'afterFix',
  })
