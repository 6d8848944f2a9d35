import { bandpass, filter } from './pcm/biquad'
import { addToLoop, foldLoop } from './pcm/loop'
import { addTone } from './pcm/tone'
import { white } from './pcm/noise'

const rate = 48_000
type Random = () => number

/** Lets a loop swell and ebb by `depth`, in whole waves near `hz`, both sides together. */
export const swellLoop = (loop: Float32Array, { hz, depth }: { hz: number; depth: number }, seed: number): void => {
  const waves = Math.max(1, Math.round((hz * loop.length) / rate))
  const turn = (2 * Math.PI * waves) / loop.length
  const start = (seed % 100) * 0.0628
  shape(loop, (i) => 1 - depth * (0.5 + 0.5 * Math.sin(turn * i + start)))
}

const step = 64
/** Multiplies by a gain that changes slowly: asked every 64 samples, straight lines between. */
const shape = (sound: Float32Array, gainAt: (sample: number) => number): void => {
  let gain = gainAt(0)
  for (let from = 0; from < sound.length; from += step) {
    const rise = (gainAt(from + step) - gain) / step
    for (let i = from; i < Math.min(sound.length, from + step); i++, gain += rise) sound[i] = (sound[i] ?? 0) * gain
    gain = gainAt(from + step)
  }
}

/** A steady low tone with its octave, in whole waves. */
export const hum = (loop: Float32Array, hz: number, gain: number): void => {
  const turn = (2 * Math.PI * Math.max(1, Math.round((hz * loop.length) / rate))) / loop.length
  addTone(loop, turn, gain)
  addTone(loop, 2 * turn, 0.4 * gain)
}

/** Single raindrops, `perSecond` of them. */
export const drops = (loop: Float32Array, random: Random, perSecond: number): void => {
  for (let n = 0; n < (loop.length / rate) * perSecond; n++) {
    const turn = (2 * Math.PI * (1800 + 3200 * random())) / rate
    const drop = Float32Array.from({ length: 500 }, (_, i) => Math.sin(turn * i * (1 + i / 1500)) * Math.exp(-i / 90))
    addToLoop(loop, drop, { at: Math.floor(random() * loop.length), gain: 0.05 + 0.12 * random() ** 3 })
  }
}

/** Birds far off: a few phrases of falling or rising notes. */
export const birds = (loop: Float32Array, random: Random): void => {
  for (let n = 0; n < loop.length / rate / 3.2; n++) {
    const at = Math.floor(random() * loop.length)
    const [note, bend, gain] = [2600 + 1900 * random(), (random() - 0.4) * 900, 0.04 + 0.06 * random()]
    const notes = 2 + Math.floor(random() * 4)
    for (let k = 0; k < notes; k++) {
      const length = Math.floor(rate * (0.05 + 0.07 * random()))
      let phase = 0
      const sound = Float32Array.from({ length }, (_, i) => {
        phase += (2 * Math.PI * (note + (bend * i) / length + 140 * Math.sin(i / 300))) / rate
        return Math.sin(phase) * Math.sin((Math.PI * i) / length)
      })
      addToLoop(loop, sound, { at: at + k * Math.floor(rate * 0.14), gain })
    }
  }
}

/** Crickets: two of them, each a trill of three pulses, over and over. */
export const crickets = (loop: Float32Array, random: Random): void => {
  for (const hz of [4150 + 200 * random(), 4700 + 250 * random()]) {
    const chirp = Float32Array.from({ length: Math.round(0.13 * rate) }, (_, i) => {
      const t = i / rate
      return Math.sin(2 * Math.PI * hz * t) * Math.max(0, Math.sin(2 * Math.PI * 23 * t)) ** 2
    })
    const every = 0.55 + 0.35 * random()
    const count = Math.max(1, Math.round(loop.length / rate / every))
    for (let n = 0; n < count; n++)
      if (random() > 0.15)
        addToLoop(loop, chirp, { at: Math.round((n / count) * loop.length), gain: 0.012 + 0.012 * random() })
  }
}

/** Wood that cracks in a fire, at uneven times. */
export const crackle = (loop: Float32Array, random: Random): void => {
  for (let n = 0; n < (loop.length / rate) * 7; n++) {
    const fall = 40 + 200 * random()
    const crack = white(900, Math.floor(random() * 1e9)).map((x, i) => x * Math.exp(-i / fall))
    addToLoop(loop, crack, { at: Math.floor(random() * loop.length), gain: 0.03 + 0.22 * random() ** 4 })
  }
}

/** Many people too far off to be understood: noise through vowels at the pace of syllables. */
export const babble = (loop: Float32Array, random: Random): void => {
  const overlap = Math.min(rate, loop.length)
  for (let voice = 0; voice < 7; voice++) {
    const first = 320 + 420 * random()
    const noise = white(loop.length + overlap, Math.floor(random() * 1e9))
    const sound = foldLoop(
      filter(noise, bandpass({ rate, hz: first, q: 7 }), bandpass({ rate, hz: first * 1.6, q: 1 })),
      overlap,
    )
    const waves = Math.max(1, Math.round(((2.6 + 2.2 * random()) * loop.length) / rate))
    const [turn, slow] = [
      (2 * Math.PI * waves) / loop.length,
      (2 * Math.PI * Math.max(1, Math.round(waves / 9))) / loop.length,
    ]
    const start = random() * 6.28
    shape(sound, (i) => {
      const syllable = Math.max(0, Math.sin(turn * i + start + 1.4 * Math.sin(slow * 2 * i)))
      return syllable * (0.35 + 0.65 * Math.max(0, Math.sin(slow * i + start * 3)))
    })
    addToLoop(loop, sound, { at: 0, gain: 2.2 })
  }
}
