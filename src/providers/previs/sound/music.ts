import type { SoundRequest } from '../../spec/soundModel'
import { lowpass } from './pcm/biquad'
import { addToLoop, filterLoop, toLoudness } from './pcm/loop'
import { randomFrom } from './pcm/noise'
import { addTone } from './pcm/tone'
import { upsampleLoop } from './pcm/upsampleLoop'

type MusicRequest = Extract<SoundRequest, { kind: 'music' }>
type Plucks = 'sparse' | 'pulse' | 'none'
/** Chords as MIDI notes; `bright` is where the low-pass lies; a drone sounds under all chords. */
type Recipe = { chords: number[][]; bright: number; plucks: Plucks; drone: number | null }

/** Nothing here sounds above 3 kHz: it is made at a quarter of the rate and brought up at the end. */
const upBy = 4
const rate = 48_000 / upBy
const chordS = 6
const recipes: Record<MusicRequest['mood'], Recipe> = {
  calm: {
    chords: [
      [57, 60, 64],
      [53, 57, 60],
      [48, 55, 64],
      [55, 59, 62],
    ],
    bright: 1400,
    plucks: 'sparse',
    drone: null,
  }, // Am F C G
  warm: {
    chords: [
      [48, 55, 64],
      [53, 57, 60],
      [57, 60, 64],
      [55, 59, 62],
    ],
    bright: 1800,
    plucks: 'sparse',
    drone: 36,
  }, // C F Am G
  sad: {
    chords: [
      [57, 60, 64],
      [52, 55, 59],
      [53, 57, 60],
      [50, 53, 57],
    ],
    bright: 1100,
    plucks: 'sparse',
    drone: null,
  }, // Am Em F Dm
  tense: {
    chords: [
      [45, 52, 57],
      [46, 52, 58],
      [45, 51, 57],
      [44, 52, 56],
    ],
    bright: 900,
    plucks: 'pulse',
    drone: 33,
  }, // Am B♭dim Am♭5 E/G♯
}
const lufs = -18

/**
 * Slow music of about `chordS` seconds a chord, exactly `durationS` long, which loops without a seam. The seed chooses
 * which chord begins and how the plucks go.
 */
export const music = ({ mood, durationS, seed }: MusicRequest): Float32Array[] => {
  const { chords, bright, plucks, drone } = recipes[mood]
  const length = Math.max(rate, Math.ceil(durationS * rate))
  const count = Math.max(1, Math.round(length / (chordS * rate)))
  const span = length / count
  const random = randomFrom(seed)
  const first = Math.floor(random() * chords.length)
  const sides = [new Float32Array(length), new Float32Array(length)]
  for (let n = 0; n < count; n++) {
    const chord = chords[(first + n) % chords.length] ?? []
    const at = Math.round(n * span)
    for (const [i, note] of chord.entries())
      sides.forEach((side, s) => {
        addToLoop(side, pad(note, span, 1 + 0.0006 * (s ? 1 : -1)), { at, gain: i === s ? 0.8 : 1 })
      })
    if (plucks !== 'none') pluckChord({ chord, at, span, plucks, sides, random, bar: n })
  }
  if (drone !== null) for (const side of sides) hold(side, drone)
  for (const side of sides) {
    filterLoop(side, lowpass({ rate, hz: bright }))
    echo(side)
  }
  const whole = Math.max(48_000, Math.round(durationS * 48_000))
  return toLoudness(
    sides.map((side) => upsampleLoop(side, upBy).subarray(0, whole)),
    { lufs },
  )
}

const hertz = (note: number) => 440 * 2 ** ((note - 69) / 12)

const wave = (into: Float32Array, hz: number, gain: number) => {
  addTone(into, (2 * Math.PI * hz) / rate, gain)
}

/** Two sines 0.4 % apart and a soft octave, swelling for 1.6 s and ringing over into the next chord. */
const pad = (note: number, span: number, detune: number): Float32Array => {
  const [swell, ring] = [Math.min(1.6 * rate, span / 2), Math.min(1.8 * rate, span / 2)]
  const length = Math.round(span + ring)
  const sound = new Float32Array(length)
  const hz = hertz(note) * detune
  wave(sound, hz, 0.5)
  wave(sound, hz * 1.004, 0.5)
  wave(sound, hz * 2, 0.25)
  for (let i = 0; i < swell; i++) sound[i] = (sound[i] ?? 0) * (0.5 - 0.5 * Math.cos(Math.PI * (i / swell)))
  for (let i = Math.floor(span); i < length; i++)
    sound[i] = (sound[i] ?? 0) * (0.5 + 0.5 * Math.cos(Math.PI * ((i - span) / ring)))
  return sound
}

type Plucking = {
  chord: number[]
  at: number
  span: number
  plucks: Plucks
  sides: Float32Array[]
  random: () => number
  bar: number
}

/** Sparse: a note of the chord every 1.5 s, two bars of three. Pulse: the root, low, twice a second. */
const pluckChord = ({ chord, at, span, plucks, sides, random, bar }: Plucking) => {
  const pulse = plucks === 'pulse'
  if (!pulse && bar % 3 === 2) return
  const steps = Math.max(1, Math.round(span / ((pulse ? 0.5 : 1.5) * rate)))
  for (let n = 0; n < steps; n++) {
    const note = pulse ? (chord[0] ?? 57) - 12 : (chord[Math.floor(random() * chord.length)] ?? 57) + 12
    const sound = pluck(hertz(note), pulse ? 9 : 2.2)
    const pan = pulse ? 0.5 : 0.3 + 0.4 * random()
    const gain = pulse ? (n % 4 === 0 ? 1 : 0.55) : 0.75
    sides.forEach((side, s) => {
      addToLoop(side, sound, { at: at + Math.round((n * span) / steps), gain: gain * Math.sqrt(s ? pan : 1 - pan) })
    })
  }
}

const pluck = (hz: number, decay: number): Float32Array => {
  const length = Math.round((rate * 4.5) / Math.max(1, decay / 2.2))
  const sound = new Float32Array(length)
  wave(sound, hz, 0.8)
  wave(sound, hz * 2.001, 0.3)
  wave(sound, hz * 3.003, 0.12)
  const fall = Math.exp(-decay / rate)
  for (let i = 0, level = 1; i < length; i++, level *= fall)
    sound[i] = (sound[i] ?? 0) * level * Math.min(1, (i * upBy) / 200, ((length - i) * upBy) / 2000)
  return sound
}

const hold = (side: Float32Array, note: number) => {
  const turns = Math.round((hertz(note) * side.length) / rate)
  const turn = (2 * Math.PI * turns) / side.length
  addTone(side, turn, 0.5)
  addTone(side, 2 * turn, 0.15)
}

const echo = (side: Float32Array) => {
  const dry = side.slice()
  addToLoop(side, dry, { at: Math.round(0.18 * rate), gain: 0.3 })
  addToLoop(side, dry, { at: Math.round(0.31 * rate), gain: 0.2 })
}
