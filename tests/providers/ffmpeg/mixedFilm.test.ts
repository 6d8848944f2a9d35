import { beforeAll, describe, expect, it } from 'vitest'
import { soundtrackOf, type HeardScene } from '@/domain/sound/soundtrackOf'
import { ffmpegFilm } from '@/providers/ffmpeg/ffmpegFilm'
import { loudnessOf } from '@/providers/previs/sound/pcm/loudnessMeter'
import { previsSound } from '@/providers/previs/sound/previsSound'
import { scratchVoice } from '@/providers/previs/sound/scratchVoice'
import { readWav } from '@/providers/previs/sound/wav'
import type { SoundCue } from '@/providers/spec/filmTools'
import { at, ffmpeg, place, tools } from './mediaTools'

const second = 48_000
const fps = 24
const spoken = [
  { startS: 6, text: 'Forty years I have waited.', voice: { gender: 'man', age: 'elder', variant: 0 }, channel: 'near' },
  { startS: 9.5, text: 'No.', voice: { gender: 'woman', age: 'child', variant: 0 }, channel: 'near' },
  { startS: 11.6, text: 'Keep a light on, and I will find the door.', voice: { gender: 'woman', age: 'adult', variant: 1 }, channel: 'phone' },
  { startS: 16, text: 'Who is there? Say that again!', voice: { gender: 'man', age: 'adult', variant: 2 }, channel: 'off' },
] as const // prettier-ignore
const scene = (index: number, more: Partial<HeardScene>): HeardScene => ({
  startFrame: index * 120, frames: 120, heading: 'EXT. PIER - NIGHT', ambience: 'sea, rain', effects: [], mood: 'calm', tension: 0.7,
  transitionOut: 'cut', spoken: [], ...more,
}) // prettier-ignore
const scenes = [
  scene(0, { effects: [{ name: 'door', atS: 1 }, { name: 'gunshot', atS: 2.5 }] }), // prettier-ignore
  scene(1, {}),
  scene(2, { heading: 'INT. ROOM', ambience: 'room', tension: 0.7 }),
  scene(3, { heading: 'INT. ROOM', ambience: 'room', mood: '', tension: 0.7 }),
]
const frames = 480
type Sound = Float32Array[]
const heard = { film: [] as Sound, dialogue: [] as Sound, music: [] as Sound, effects: [] as Sound }
const durations: number[] = []

/** Loudness of a stretch in dB, by its mean square. */
const level = ([left, right]: Sound, fromS: number, toS: number): number => {
  let sum = 0
  for (const side of [left!, right!])
    for (const x of side.subarray(Math.round(fromS * second), Math.round(toS * second))) sum += x * x
  return 10 * Math.log10(sum / (2 * (toS - fromS) * second) + 1e-12)
}

beforeAll(async () => {
  const [sounds, voices] = [previsSound(), scratchVoice()]
  const cues: SoundCue[] = []
  for (const [i, line] of spoken.entries()) {
    const file = place(`line-${i}.wav`)
    const { durationS } = await voices.say({ ...line, fitS: 6 }, { file, signal: at.signal })
    durations.push(durationS)
    cues.push({ stem: 'dialogue', file, startSample: line.startS * second, endSample: Math.ceil((line.startS + durationS) * second), gainDb: 0, fadeInS: 0, fadeOutS: 0, loop: false }) // prettier-ignore
  }
  for (const [i, planned] of soundtrackOf(scenes, { fps, frames }).entries()) {
    const { request, startS, endS, ...how } = planned
    const file = place(`sound-${i}.wav`)
    await sounds.make(request, { file, signal: at.signal })
    cues.push({ ...how, file, startSample: Math.round(startS * second), endSample: Math.round(endS * second) })
  }
  const stems = { dialogue: place('fd.wav'), music: place('fm.wav'), effects: place('fe.wav') }
  await ffmpegFilm(tools).mix({ cues, samples: 20 * second, stems }, place('whole.m4a'), at)
  ffmpeg('-i', place('whole.m4a'), '-t', '20', place('whole.wav'))
  heard.film = (await readWav(place('whole.wav'))).channels
  for (const stem of ['dialogue', 'music', 'effects'] as const) heard[stem] = (await readWav(stems[stem])).channels
}, 120_000)

describe('a film as it is heard', () => {
  it('has every line within 2 LU of the others, whoever speaks, from a word to a sentence, near, off or on the phone', () => {
    const lines = spoken.map(({ startS }, i) =>
      loudnessOf(
        heard.dialogue.map((side) => side.slice(startS * second, Math.ceil((startS + durations[i]!) * second))),
      ),
    )
    const middle = lines.reduce((a, b) => a + b, 0) / lines.length
    for (const one of lines) expect(Math.abs(one - middle)).toBeLessThanOrEqual(2)
  })

  it('is never digitally silent for a fifth of a second, and never clips', () => {
    let [quiet, longest, peak] = [0, 0, 0]
    for (const x of heard.film[0]!) {
      quiet = x === 0 ? quiet + 1 : 0
      longest = Math.max(longest, quiet)
      peak = Math.max(peak, Math.abs(x))
    }
    expect(longest / second).toBeLessThan(0.2)
    expect(peak).toBeLessThan(0.95)
    for (let s = 0; s < 19.8; s += 0.2) expect(level(heard.film, s, s + 0.2)).toBeGreaterThan(-75)
  })

  it('lowers the music by 6 dB at least while somebody speaks, and lets it come back', () => {
    const under = level(heard.music, 6.4, 7.4)
    expect(level(heard.music, 3.6, 5.6) - under).toBeGreaterThanOrEqual(6)
    expect(level(heard.music, 19, 20)).toBeLessThan(-60)
  })

  it('crosses from one place to the next without a step', () => {
    const windows = Array.from({ length: 40 }, (_, i) => level(heard.effects, 9 + i * 0.05, 9.05 + i * 0.05))
    const drops = windows.slice(1).map((now, i) => Math.abs(now - windows[i]!))
    expect(Math.max(...drops)).toBeLessThan(6)
    expect(level(heard.effects, 4.8, 5)).toBeGreaterThan(level(heard.effects, 5, 5.2) - 3)
    expect(level(heard.effects, 4.8, 5)).toBeLessThan(level(heard.effects, 5, 5.2) + 3)
  })
})
