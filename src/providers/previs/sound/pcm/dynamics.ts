import { loudnessOf } from './loudnessMeter'
import { peakOf } from './peakOf'

const step = 16

/** Lowers what is above `threshold` (of full scale) by `ratio`, in place; about 8 ms attack, 120 ms release. */
export const compress = (
  samples: Float32Array,
  { threshold, ratio }: { threshold: number; ratio: number },
): Float32Array => {
  const attack = 1 - Math.exp(-1 / (48_000 * 0.008))
  const release = 1 - Math.exp(-1 / (48_000 * 0.12))
  const power = 1 / ratio - 1
  let level = 0
  let gain = 1
  for (let from = 0; from < samples.length; from += step) {
    const to = Math.min(samples.length, from + step)
    for (let i = from; i < to; i++) {
      const loud = Math.abs(samples[i] ?? 0)
      level += (loud > level ? attack : release) * (loud - level)
    }
    const wish = level > threshold ? (level / threshold) ** power : 1
    const rise = (wish - gain) / step
    for (let i = from; i < to; i++) samples[i] = (samples[i] ?? 0) * (gain += rise)
    gain = wish
  }
  return samples
}

/** Brings a sound to `lufs` in place; peaks above −1.5 dBFS are bent softly, which costs a little loudness, made good once. */
export const level = (channels: Float32Array[], lufs: number): Float32Array[] => {
  for (let pass = 0; pass < 3; pass++) {
    const now = loudnessOf(channels)
    if (now <= -70 || Math.abs(now - lufs) < 0.3) break
    const gain = 10 ** ((lufs - now) / 20)
    for (const channel of channels) for (let i = 0; i < channel.length; i++) channel[i] = bend((channel[i] ?? 0) * gain)
  }
  return channels
}

const knee = 0.6
const most = 0.84
/** Linear up to the knee, then towards `most` and never beyond. */
const bend = (x: number): number => {
  const size = Math.abs(x)
  if (size <= knee) return x
  const over = (size - knee) / (most - knee)
  return Math.sign(x) * (knee + (most - knee) * Math.tanh(over))
}

/** The part between the first and last sound louder than `floor` of the peak, with 5 ms to spare and 4 ms fades. */
export const trimSilence = (samples: Float32Array, floor = 0.006): Float32Array => {
  const peak = peakOf(samples)
  if (peak === 0) return samples
  let [from, to] = [0, samples.length - 1]
  while (Math.abs(samples[from] ?? 0) <= peak * floor) from++
  while (Math.abs(samples[to] ?? 0) <= peak * floor) to--
  const kept = samples.slice(Math.max(0, from - 240), to + 240)
  const fade = Math.min(192, kept.length >> 1)
  for (let i = 0; i < fade; i++) {
    kept[i] = (kept[i] ?? 0) * (i / fade)
    kept[kept.length - 1 - i] = (kept[kept.length - 1 - i] ?? 0) * (i / fade)
  }
  return kept
}
