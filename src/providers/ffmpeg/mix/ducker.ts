import { step } from '../../previs/sound/pcm/truePeak'

const threshold = 0.03 // of full scale: quieter is no speech
const attack = 1 - Math.exp(-step / (48_000 * 0.015))
const release = 1 - Math.exp(-step / (48_000 * 0.4))
const ways = { music: { slope: 5 / 6, mostDb: 12 }, effects: { slope: 1 / 2, mostDb: 5 } }

type Stems = { dialogue: Float32Array[]; music: Float32Array[]; effects: Float32Array[] }

/** Lowers music a lot and effects a little while the dialogue sounds; keeps its state from block to block. */
export const ducker = () => {
  let level = 0
  const last = { music: 1, effects: 1 }
  return ({ dialogue, music, effects }: Stems, frames: number) => {
    const levels = new Float32Array(Math.ceil(frames / step))
    for (let n = 0; n < levels.length; n++) {
      const loud = rms(dialogue, n * step, Math.min(frames, (n + 1) * step))
      level += (loud > level ? attack : release) * (loud - level)
      levels[n] = level
    }
    last.music = lower(music, { levels, frames, way: ways.music, gain: last.music })
    last.effects = lower(effects, { levels, frames, way: ways.effects, gain: last.effects })
  }
}

const rms = ([left, right]: Float32Array[], from: number, to: number): number => {
  if (!left || !right) return 0
  let sum = 0
  for (let i = from; i < to; i++) sum += (left[i] ?? 0) ** 2 + (right[i] ?? 0) ** 2
  return sum === 0 ? 0 : Math.sqrt(sum / (to - from)) // a sine's peak, as a compressor would see it
}

type Lowered = { levels: Float32Array; frames: number; way: { slope: number; mostDb: number }; gain: number }
/** Gives the gain at the end, from which the next block goes on. */
const lower = (stem: Float32Array[], { levels, frames, way, gain: start }: Lowered): number => {
  let gain = start
  for (let n = 0; n < levels.length; n++) {
    const level = levels[n] ?? 0
    const overDb = level > threshold ? 20 * Math.log10(level / threshold) : 0
    const wish = overDb > 0 ? 10 ** (-Math.min(way.mostDb, overDb * way.slope) / 20) : 1
    if (wish < 1 || gain < 1) slide(stem, { from: n * step, to: Math.min(frames, (n + 1) * step), gain, wish })
    gain = wish
  }
  return gain
}

const slide = (
  stem: Float32Array[],
  { from, to, gain, wish }: { from: number; to: number; gain: number; wish: number },
) => {
  const rise = (wish - gain) / (to - from)
  for (const channel of stem)
    for (let i = from, now = gain + rise; i < to; i++, now += rise) channel[i] = (channel[i] ?? 0) * now
}
