import type { MediaProbe } from '../spec/filmTools'

type Video = NonNullable<MediaProbe['video']>

/** The YUV matrix a clip's pixels are in; clips that do not say are BT.709 from 720 lines up, BT.601 below. */
export const matrixOf = (video: Video): string => {
  if (!/^yuv|^nv\d|^p01/.test(video.pixFmt)) return 'auto' // RGB and grey have no matrix
  const tagged: Record<string, string> = {
    bt709: 'bt709',
    smpte170m: 'smpte170m',
    bt470bg: 'bt470bg',
    bt2020nc: 'bt2020',
    bt2020c: 'bt2020',
    fcc: 'fcc',
    smpte240m: 'smpte240m',
  }
  return tagged[video.colorSpace] ?? (Math.min(video.height, video.width) >= 720 ? 'bt709' : 'smpte170m')
}

const rangeOf = (video: Video) => (video.colorRange === 'pc' || video.pixFmt.startsWith('yuvj') ? 'pc' : 'tv')

/** What `scale` must be told about the pixels that come in: convert *and* tag, or colours drift (media.md §2.2). */
export const colourIn = (video: Video): string =>
  matrixOf(video) === 'auto' ? '' : `in_color_matrix=${matrixOf(video)}:in_range=${rangeOf(video)}`

export const colourOut = 'out_color_matrix=bt709:out_range=tv'

/** The filter that turns a clip's pixels into RGB as they are meant. */
export const toRgb = (video: Video): string => `scale=${colourIn(video) || 'w=iw'},format=rgb24`
