import type { PictureFormat } from '@/domain/format'

/** Constant rate factors: flat previs pictures need less, clips from elsewhere and what is made from them keep more. */
export const houseQuality = { previs: 23, conform: 19 } as const

const x264 = 'keyint=48:min-keyint=24:scenecut=0:stitchable=1:colorprim=bt709:transfer=bt709:colormatrix=bt709:range=tv'

/**
 * The one way Backlot encodes picture: output arguments of ffmpeg, before the file's name, beside `-an`.
 * All house clips carry the same parameter sets (`stitchable` keeps the quality out of them, `-aspect` makes the pixels
 * square even from raw video), so they may be joined by stream copy whatever their `crf`. Frames must arrive as
 * yuv420p, BT.709, limited range, `format.width`×`format.height` at `format.fps`.
 */
export const houseEncodeArgs = (format: PictureFormat, crf: number = houseQuality.previs): string[] => [
  ...['-c:v', 'libx264', '-preset', 'superfast', '-profile:v', 'high', '-crf', String(crf), '-threads', '1'],
  ...['-bf', '2', '-x264-params', x264, '-pix_fmt', 'yuv420p'],
  ...['-r', String(format.fps), '-aspect', `${format.width}:${format.height}`],
  ...['-video_track_timescale', String(format.fps * 1000)],
  ...['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709', '-color_range', 'tv'],
  ...['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact'],
]
