import { hashBytes } from '../world/random'
import type { World } from '../world/openWorld'
import { runFfmpeg } from './runFfmpeg'

export type SoundFormat = 'wav' | 'mp3'
const rate = 24_000

/** Seconds a line takes to say: some fourteen letters a second, with room to breathe. */
export const spokenSeconds = (text: string, speed = 1): number =>
  Math.max(0.5, Math.round((text.length / 14 / speed) * 100) / 100 + 0.2)

/** Something with the rhythm of speech: one tone a syllable, its pitch from the words and the voice. */
export const speak = (
  world: World,
  asked: { text: string; voice: string; seconds: number; format: SoundFormat },
): Promise<Buffer> => {
  const pitches = hashBytes(`${asked.voice}\n${asked.text}`)
  const base = 100 + (hashBytes(asked.voice)[0] ?? 0) / 2
  const syllable = 0.19
  const samples = tones(asked.seconds, (t) => {
    const n = Math.floor(t / syllable)
    const within = (t % syllable) / syllable
    const pitch = base * (1 + ((pitches[n % pitches.length] ?? 0) / 255 - 0.5) * 0.35)
    return Math.sin(Math.PI * within) ** 2 * (voiced(t, pitch) + 0.4 * voiced(t, pitch * 2)) * 0.25
  })
  return inFormat(world, samples, asked.format)
}

/** Slow chords from the words. */
export const playMusic = (
  world: World,
  asked: { words: string; seconds: number; format: SoundFormat },
): Promise<Buffer> => {
  const hash = hashBytes(asked.words)
  const root = 110 * 2 ** ((hash[0] ?? 0) / 255)
  const steps = [0, 3, 5, 7, 10]
  const samples = tones(asked.seconds, (t) => {
    const bar = Math.floor(t / 2)
    const chord = [0, 4, 7].map(
      (third) => root * 2 ** ((third + (steps[(hash[bar % hash.length] ?? 0) % steps.length] ?? 0)) / 12),
    )
    const swell = 0.4 + 0.6 * Math.sin((Math.PI * (t % 2)) / 2)
    return chord.reduce((sum, pitch) => sum + voiced(t, pitch), 0) * 0.08 * swell
  })
  return inFormat(world, samples, asked.format)
}

const voiced = (t: number, pitch: number): number => Math.sin(2 * Math.PI * pitch * t)

const tones = (seconds: number, at: (t: number) => number): Buffer => {
  const count = Math.round(seconds * rate)
  const samples = Buffer.alloc(count * 2)
  for (let n = 0; n < count; n++)
    samples.writeInt16LE(Math.round(Math.max(-1, Math.min(1, at(n / rate))) * 32_000), n * 2)
  return samples
}

/** 16 bits, mono, with a RIFF head. */
const wav = (samples: Buffer): Buffer => {
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + samples.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(rate * 2, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(samples.length, 40)
  return Buffer.concat([head, samples])
}

const inFormat = async (world: World, samples: Buffer, format: SoundFormat): Promise<Buffer> =>
  format === 'wav'
    ? wav(samples)
    : runFfmpeg(world, {
        files: { 'in.wav': wav(samples) },
        args: ['-i', 'in.wav', '-c:a', 'libmp3lame', '-b:a', '96k'],
        out: 'out.mp3',
      })
