import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ffmpegFilm } from '@/providers/ffmpeg/ffmpegFilm'
import { readWav, writeWav } from '@/providers/previs/sound/wav'
import type { SoundCue } from '@/providers/spec/filmTools'
import { at, place, tools } from './mediaTools'

const film = ffmpegFilm(tools)
const second = 48_000

const sound = async (name: string, seconds: number, wave: (t: number, i: number) => number) => {
  const channel = Float32Array.from({ length: Math.round(seconds * second) }, (_, i) => wave(i / second, i))
  await writeWav(place(name), { rate: second, channels: [channel] })
  return place(name)
}
// Bursts at the pace of syllables with a voice's harmonics and crest.
const speech = (t: number) => {
  const syllable = Math.max(0, Math.sin(2 * Math.PI * 4 * t)) ** 2 * (t % 2 < 1.6 ? 1 : 0)
  return 0.25 * syllable * [1, 2, 3, 4, 5].reduce((sum, h) => sum + Math.sin(2 * Math.PI * 130 * h * t + h) / h, 0)
}
let seed = 7
const hiss = () => ((seed = (Math.imul(seed, 1664525) + 1013904223) | 0) / 2 ** 31) * 0.02
type Span = [stem: SoundCue['stem'], fromS: number, toS: number, more?: Partial<SoundCue>]
const cue = (file: string, ...[stem, from, to, more = {}]: Span): SoundCue => ({
  stem, file, startSample: from * second, endSample: to * second, gainDb: 0, fadeInS: 0, fadeOutS: 0, loop: false, ...more,
}) // prettier-ignore

const films: Record<string, { seconds: number; cues: () => Promise<SoundCue[]> }> = {
  'speech over music': {
    seconds: 20,
    cues: async () => [
      cue(await sound('speech.wav', 8, speech), 'dialogue', 2, 12),
      cue(await sound('music.wav', 6, (t) => 0.2 * Math.sin(2 * Math.PI * 220 * t)), 'music', 0, 20, {
        loop: true,
        fadeInS: 1,
        fadeOutS: 2,
      }),
    ],
  },
  'only a bed': {
    seconds: 12,
    cues: async () => [cue(await sound('bed.wav', 5, hiss), 'effects', 0, 12, { loop: true, gainDb: -12 })],
  },
  'one word': { seconds: 15, cues: async () => [cue(await sound('word.wav', 0.3, speech), 'dialogue', 5, 8)] },
  'one knock': {
    seconds: 10,
    cues: async () => [
      cue(await sound('knock.wav', 0.2, (t) => Math.sin(900 * t) * Math.exp(-60 * t)), 'effects', 4, 6),
    ],
  },
  'loud speech only': {
    seconds: 10,
    cues: async () => [cue(await sound('loud.wav', 10, (t) => 3.5 * speech(t)), 'dialogue', 0, 10, { gainDb: 6 })],
  },
  'nothing at all': { seconds: 8, cues: () => Promise.resolve([]) },
}

describe('the mix', () => {
  for (const [name, { seconds, cues }] of Object.entries(films))
    it(`of ${name} reaches −14 LUFS ± 0.5 and stays below −1 dBTP after AAC`, async () => {
      const made = await film.mix(
        { cues: await cues(), samples: seconds * second, stems: null },
        place(`${name}.m4a`),
        at,
      )
      const heard = await film.loudness(made.file, at)
      expect(Math.abs(heard.lufs + 14)).toBeLessThanOrEqual(0.5)
      expect(heard.truePeakDbtp).toBeLessThanOrEqual(-1)
      expect(heard).toEqual({ lufs: made.loudnessLufs, truePeakDbtp: made.truePeakDbtp })
    })

  it('is sample-exact, and its stems add up to it', async () => {
    const { cues, seconds } = films['speech over music']!
    const stems = { dialogue: place('d.wav'), music: place('m.wav'), effects: place('e.wav') }
    const samples = seconds * second - 1234
    await film.mix({ cues: await cues(), samples, stems }, place('exact.wav'), at)
    const whole = await readWav(place('exact.wav'))
    expect(whole.channels[0]!.length).toBe(samples)
    const parts = await Promise.all(Object.values(stems).map(readWav))
    let worst = 0
    for (let i = 0; i < samples; i++)
      worst = Math.max(
        worst,
        Math.abs(whole.channels[1]![i]! - parts.reduce((sum, part) => sum + part.channels[1]![i]!, 0)),
      )
    expect(worst).toBeLessThan(3 / 32768)
    expect(existsSync(stems.effects)).toBe(true)
  })

  it('lowers the music while somebody speaks', async () => {
    const stems = { dialogue: place('d2.wav'), music: place('m2.wav'), effects: place('e2.wav') }
    const { cues } = films['speech over music']!
    await film.mix({ cues: await cues(), samples: 20 * second, stems }, place('duck.wav'), at)
    const music = (await readWav(stems.music)).channels[0]!
    const level = (from: number) => Math.hypot(...music.subarray(from * second, (from + 1) * second))
    expect(20 * Math.log10(level(15) / level(5))).toBeGreaterThan(4)
  })

  it('joins twenty sounds of exact length without a hole', async () => {
    const tone = await sound('tone.wav', 0.7, (t) => 0.3 * Math.sin(2 * Math.PI * 100 * t))
    const cues = Array.from({ length: 20 }, (_, i) => ({
      ...cue(tone, 'effects', 0, 1),
      startSample: i * 33_600,
      endSample: (i + 1) * 33_600,
    }))
    await film.mix({ cues, samples: 20 * 33_600, stems: null }, place('twenty.wav'), at)
    const { channels } = await readWav(place('twenty.wav'))
    expect(channels[0]!.length).toBe(20 * 33_600)
    const windows = Array.from({ length: 1400 }, (_, i) =>
      Math.hypot(...channels[0]!.subarray(i * 480, (i + 1) * 480)),
    ).slice(2, -2)
    const median = [...windows].sort((a, b) => a - b)[windows.length >> 1]!
    expect(Math.min(...windows)).toBeGreaterThan(0.7 * median)
  })

  it('of the same cues is the same file, byte for byte', async () => {
    const { cues } = films['one word']!
    for (const name of ['a.m4a', 'b.m4a'])
      await film.mix({ cues: await cues(), samples: 5 * second, stems: null }, place(name), at)
    expect(readFileSync(place('a.m4a')).equals(readFileSync(place('b.m4a')))).toBe(true)
  })

  it('of a hundred seconds needs no more memory than a few blocks', async () => {
    const bed = await sound('long.wav', 5, hiss)
    const before = process.memoryUsage().rss
    let most = 0
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50)
    await film.mix(
      { cues: [cue(bed, 'effects', 0, 100, { loop: true })], samples: 100 * second, stems: null },
      place('long.m4a'),
      at,
    )
    clearInterval(watch)
    expect(most - before).toBeLessThan(120e6)
  })
})
