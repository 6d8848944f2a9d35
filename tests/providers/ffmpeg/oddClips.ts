import { readFileSync, writeFileSync } from 'node:fs'
import { ffmpeg, place } from './mediaTools'

// A picture that differs in every frame, so that a neighbour is never taken for the last one.
const moving = (seconds: number, rate = '24', size = '320x180') => [
  '-f',
  'lavfi',
  '-i',
  `testsrc2=s=${size}:r=${rate}:d=${seconds}`,
]
const tone = (seconds: number) => ['-f', 'lavfi', '-i', `sine=f=300:r=48000:d=${seconds}`]
const x264 = (...more: string[]) => ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', ...more]

/** The nineteen clips that some way of taking the last frame gets wrong, by name. */
export const oddClips: Record<string, () => string> = {
  'a normal clip': () => made('normal.mp4', ...moving(3), ...tone(3), ...x264('-preset', 'veryfast', '-g', '48')),
  'long groups with 16 B-frames': () =>
    made('gop250.mp4', ...moving(4), ...x264('-preset', 'fast', '-g', '250', '-bf', '16')),
  'open groups': () =>
    made('open.mp4', ...moving(4), ...x264('-preset', 'veryfast', '-x264-params', 'keyint=37:open-gop=1')),
  'a varying frame rate': () =>
    made('vfr.mp4', ...moving(3), '-vf', "select='not(mod(n,3))+gt(t,2)'", '-fps_mode', 'vfr', ...x264()),
  HEVC: () =>
    made('hevc.mp4', ...moving(3), '-c:v', 'libx265', '-preset', 'ultrafast', '-x265-params', 'log-level=none'),
  'VP9 at 29.97': () =>
    made('vp9.webm', ...moving(2, '30000/1001'), '-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '8'),
  'sound outlives picture': () => made('audiolong.mp4', ...moving(2), ...tone(5), ...x264()),
  'picture outlives sound': () => made('audioshort.mp4', ...moving(3), ...tone(1), ...x264()),
  'the last frame held for 4 s': () =>
    made('held.mkv', ...moving(2), '-vf', "setpts='if(gte(N,47),PTS+4/TB,PTS)'", '-fps_mode', 'vfr', ...x264()),
  'one frame under 5 s of sound': () => made('one-audio.mp4', ...moving(1), ...tone(5), '-frames:v', '1', ...x264()),
  'starts at ten seconds': () => made('offset.mkv', ...moving(2), ...x264(), '-output_ts_offset', '10'),
  'a transport stream': () => made('stream.ts', ...moving(3), ...tone(3), ...x264('-g', '24')),
  'a cut-off transport stream': () => {
    const whole = readFileSync(made('stream2.ts', ...moving(3), ...x264('-g', '24')))
    writeFileSync(place('cut.ts'), whole.subarray(0, Math.floor(whole.length * 0.7)))
    return place('cut.ts')
  },
  'an edit list': () => {
    const whole = made('whole.mp4', ...moving(4), ...x264('-g', '48'))
    return made('edited.mp4', '-ss', '1.3', '-i', whole, '-c', 'copy', '-t', '2')
  },
  'a single frame': () => made('one.mp4', ...moving(1), '-frames:v', '1', ...x264()),
  'less than half a second': () => made('short.mp4', ...moving(0.4), ...x264()),
  ProRes: () => made('prores.mov', ...moving(1), '-c:v', 'prores_ks', '-profile:v', '2', '-pix_fmt', 'yuv422p10le'),
  fragmented: () => made('fragmented.mp4', ...moving(2), ...x264('-g', '24', '-movflags', 'frag_keyframe+empty_moov')),
  'Motion JPEG in AVI': () => made('mjpeg.avi', ...moving(2), '-c:v', 'mjpeg', '-q:v', '3', '-pix_fmt', 'yuvj420p'),
}

const made = (name: string, ...args: string[]): string => {
  ffmpeg(...args, place(name))
  return place(name)
}
