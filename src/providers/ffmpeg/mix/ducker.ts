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
    for (let from = 0; from < frames; from += step) {
      const to = Math.min(frames, from + step)
      const loud = rms(dialogue, from, to)
      level += (loud > level ? attack : release) * (loud - level)
      const overDb = level > threshold ? 20 * Math.log10(level / threshold) : 0
      for (const [name, stem] of [
        ['music', music],
        ['effects', effects],
      ] as const) {
        const gain = 10 ** (-Math.min(ways[name].mostDb, overDb * ways[name].slope) / 20)
        if (gain < 1 || last[name] < 1) slide(stem, { from, to, start: last[name], end: gain })
        last[name] = gain
      }
    }
  }
}

const rms = (stem: Float32Array[], from: number, to: number) => {
  let sum = 0
  for (const channel of stem)
    for (let i = from; i < to; i++) {
      const value = channel[i] ?? 0
      sum += value * value
    }
  return Math.sqrt((2 * sum) / (stem.length * (to - from))) // a sine's peak, as a compressor would see it
}

const slide = (
  stem: Float32Array[],
  { from, to, start, end }: { from: number; to: number; start: number; end: number },
) => {
  for (const channel of stem)
    for (let i = from; i < to; i++)
      channel[i] = (channel[i] ?? 0) * (start + ((end - start) * (i - from + 1)) / (to - from))
}
