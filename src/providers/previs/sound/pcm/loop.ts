import { filter, type Biquad } from './biquad'
import { loudnessOf } from './loudnessMeter'
import { peakOf } from './peakOf'

/** Folds the last `overlap` samples onto the first, with equal power, so that the rest loops without a seam. */
export const foldLoop = (samples: Float32Array, overlap: number): Float32Array => {
  const loop = samples.slice(0, samples.length - overlap)
  for (let i = 0; i < Math.min(overlap, loop.length); i++) {
    const turn = (Math.PI / 2) * (i / overlap)
    loop[i] = (loop[i] ?? 0) * Math.sin(turn) + (samples[loop.length + i] ?? 0) * Math.cos(turn)
  }
  return loop
}

/** Filters a loop in place as if it had sounded before. */
export const filterLoop = (loop: Float32Array, ...filters: Biquad[]): Float32Array => {
  const before = Math.min(loop.length, 24_000)
  const line = new Float32Array(before + loop.length)
  line.set(loop.subarray(loop.length - before))
  line.set(loop, before)
  loop.set(filter(line, ...filters).subarray(before))
  return loop
}

/** Adds `sound` to a loop from `at` on; what is too long goes on at its beginning. */
export const addToLoop = (
  loop: Float32Array,
  sound: Float32Array,
  { at, gain }: { at: number; gain: number },
): void => {
  for (let from = 0, to = at % loop.length; from < sound.length; to = 0) {
    const count = Math.min(sound.length - from, loop.length - to)
    for (let i = 0; i < count; i++) loop[to + i] = (loop[to + i] ?? 0) + gain * (sound[from + i] ?? 0)
    from += count
  }
}

/** Brings channels to `lufs` by gain alone, but no peak above `peakMost`. */
export const toLoudness = (
  channels: Float32Array[],
  { lufs, peakMost = 0.7 }: { lufs: number; peakMost?: number },
): Float32Array[] => {
  const peak = Math.max(1e-9, ...channels.map((channel) => peakOf(channel)))
  const gain = Math.min(10 ** ((lufs - loudnessOf(channels)) / 20), peakMost / peak)
  for (const channel of channels) for (let i = 0; i < channel.length; i++) channel[i] = (channel[i] ?? 0) * gain
  return channels
}
