import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loudnessOf } from '@/providers/previs/sound/pcm/loudnessMeter'
import { previsSound } from '@/providers/previs/sound/previsSound'
import { readWav } from '@/providers/previs/sound/wav'
import { bedNames as beds } from '@/domain/sound/ambience'
import { effectNames as effects } from '@/domain/sound/effectsOf'
import { musicMoods as moods } from '@/domain/sound/soundCuesOf'
import type { SoundRequest } from '@/providers/spec/soundModel'

const dir = mkdtempSync(join(tmpdir(), 'backlot-sound-'))
afterAll(() => {
  rmSync(dir, { recursive: true, force: true })
})
const sounds = previsSound()
const signal = new AbortController().signal
const make = async (request: SoundRequest, name = 'sound.wav') => {
  const { durationS } = await sounds.make(request, { file: join(dir, name), signal })
  const wav = await readWav(join(dir, name))
  return {
    durationS,
    wav,
    sha: createHash('sha256')
      .update(readFileSync(join(dir, name)))
      .digest('hex'),
  }
}
const rms = (sound: Float32Array) => Math.sqrt(sound.reduce((sum, x) => sum + x * x, 0) / sound.length)
/** Share of energy above `hz`, by a one-pole split: enough to tell rain from a hum. */
const bright = (sound: Float32Array, hz: number) => {
  const a = Math.exp((-2 * Math.PI * hz) / 48_000)
  let low = 0
  return rms(sound.map((x) => x - (low = low * a + x * (1 - a)))) / rms(sound)
}

describe('the beds', () => {
  for (const bed of beds)
    it(`of ${bed} last as long as asked, loop without a click, and stay below the voices`, async () => {
      const { durationS, wav } = await make(
        { kind: 'bed', bed, muffled: false, durationS: 12.5, seed: 3 },
        `${bed}.wav`,
      )
      expect(durationS).toBe(12.5)
      expect([wav.rate, wav.channels.length, wav.channels[0]!.length]).toEqual([48_000, 2, 600_000])
      const lufs = loudnessOf(wav.channels)
      expect(lufs).toBeLessThan(-20)
      expect(lufs).toBeGreaterThan(-32)
      const [left, right] = wav.channels as [Float32Array, Float32Array]
      const steps = left.map((x, i) => Math.abs(x - left[(i + 1) % left.length]!))
      expect(steps.at(-1)!).toBeLessThan(1.5 * [...steps].sort((a, b) => b - a)[100]!)
      const windows = Array.from({ length: 25 }, (_, i) => rms(left.subarray(i * 24_000, (i + 1) * 24_000)))
      expect(Math.min(...windows)).toBeGreaterThan(Math.max(...windows) / 30)
      expect(rms(left.map((x, i) => x - right[i]!))).toBeGreaterThan(0.3 * rms(left))
    })

  it('sound like different places', async () => {
    const of = async (bed: (typeof beds)[number]) =>
      bright((await make({ kind: 'bed', bed, muffled: false, durationS: 4, seed: 1 })).wav.channels[0]!, 1500)
    expect(await of('rain')).toBeGreaterThan(2 * (await of('wind')))
    const muffled = (await make({ kind: 'bed', bed: 'rain', muffled: true, durationS: 4, seed: 1 })).wav.channels[0]!
    expect(await of('rain')).toBeGreaterThan(4 * bright(muffled, 1500))
    expect(await of('forest')).toBeGreaterThan(2 * (await of('city')))
  })
})

describe('the effects', () => {
  for (const effect of effects)
    it(`have a ${effect} that is heard, is not clipped and ends in silence`, async () => {
      const { durationS, wav } = await make({ kind: 'effect', effect, seed: 5 }, `${effect}.wav`)
      const peak = Math.max(
        ...wav.channels.map((channel) => channel.reduce((most, x) => Math.max(most, Math.abs(x)), 0)),
      )
      expect(durationS).toBeLessThanOrEqual(3)
      expect(peak).toBeGreaterThan(0.08)
      expect(peak).toBeLessThan(0.85)
      expect(Math.abs(wav.channels[0]!.at(-1)!)).toBeLessThan(0.002)
      expect(loudnessOf(wav.channels)).toBeGreaterThan(-34)
    })
})

describe('the music', () => {
  for (const mood of moods)
    it(`for ${mood} never stops, loops and is as loud as a voice`, async () => {
      const { wav } = await make({ kind: 'music', mood, durationS: 24, seed: 2 }, `${mood}.wav`)
      const [left] = wav.channels as [Float32Array]
      expect(left.length).toBe(24 * 48_000)
      expect(Math.abs(loudnessOf(wav.channels) + 18)).toBeLessThan(1.5)
      const windows = Array.from({ length: 24 }, (_, i) => rms(left.subarray(i * 48_000, (i + 1) * 48_000)))
      expect(Math.min(...windows)).toBeGreaterThan(Math.max(...windows) / 12)
      expect(Math.abs(left[0]! - left.at(-1)!)).toBeLessThan(0.03)
    })
})

describe('every sound', () => {
  it('is the same file for the same request and another for another seed', async () => {
    for (const request of [
      { kind: 'bed', bed: 'forest', muffled: false, durationS: 3 },
      { kind: 'effect', effect: 'door' },
      { kind: 'music', mood: 'sad', durationS: 12 },
    ] as const) {
      const first = await make({ ...request, seed: 1 })
      expect((await make({ ...request, seed: 1 })).sha).toBe(first.sha)
      expect((await make({ ...request, seed: 2 })).sha).not.toBe(first.sha)
    }
  })

  it('costs little: bed and music for a minute in a few seconds of a shared core', async () => {
    const began = process.cpuUsage()
    await make({ kind: 'bed', bed: 'crowd', muffled: false, durationS: 20, seed: 1 })
    await make({ kind: 'music', mood: 'calm', durationS: 48, seed: 1 })
    const { user, system } = process.cpuUsage(began)
    expect((user + system) / 1e6).toBeLessThan(2.5)
  })
})
