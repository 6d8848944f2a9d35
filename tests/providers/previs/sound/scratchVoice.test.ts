import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { levelsPerFrame } from '@/providers/previs/sound/levelsPerFrame'
import { loudnessOf } from '@/providers/previs/sound/pcm/loudnessMeter'
import { sayable } from '@/providers/previs/sound/sayable'
import { scratchVoice } from '@/providers/previs/sound/scratchVoice'
import { timbreOf } from '@/providers/previs/sound/timbre'
import { readWav } from '@/providers/previs/sound/wav'
import type { Voice } from '@/domain/sound/castVoices'
import { apart, bandDb, soundPrint } from './soundPrint'
import type { SpeechRequest } from '@/providers/spec/speech'

const dir = mkdtempSync(join(tmpdir(), 'backlot-voice-'))
afterAll(() => {
  rmSync(dir, { recursive: true, force: true })
})
const file = join(dir, 'line.wav')
const signal = new AbortController().signal
const voices = scratchVoice()
const woman: Voice = { gender: 'woman', age: 'adult', variant: 0 }
const line = 'Say that again, whoever you are, before the storm comes.'
const say = async (more: Partial<SpeechRequest>) => {
  const said = await voices.say({ text: line, voice: woman, fitS: 10, channel: 'near', ...more }, { file, signal })
  return { ...said, sha: createHash('sha256').update(readFileSync(file)).digest('hex'), wav: await readWav(file) }
}

describe('a scratch voice', () => {
  it('speaks every line at −18 LUFS ± 2, mono 48 kHz, without silence around it', async () => {
    const channels = ['near', 'off', 'phone'] as const
    for (const [g, gender] of (['woman', 'man', 'unknown'] as const).entries())
      for (const [a, age] of (['child', 'adult', 'elder'] as const).entries()) {
        const channel = channels[(g + a) % 3]!
        const { wav, durationS, spoken } = await say({ voice: { gender, age, variant: 0 }, channel })
        const sound = wav.channels[0]!
        expect([wav.rate, wav.channels.length, spoken]).toEqual([48_000, 1, true])
        expect(durationS).toBeCloseTo(sound.length / 48_000, 5)
        expect(Math.abs(loudnessOf(wav.channels) + 18), `${gender} ${age} ${channel}`).toBeLessThan(2)
        const heard = (from: number, to: number) => Math.max(...sound.slice(from, to).map(Math.abs))
        expect(heard(0, 4800)).toBeGreaterThan(0.01)
        expect(heard(sound.length - 4800, sound.length)).toBeGreaterThan(0.003)
      }
  })

  it('says one word as loudly as a speech', async () => {
    for (const text of ['No.', 'You knew.', 'Ah!'])
      expect(Math.abs(loudnessOf((await say({ text })).wav.channels) + 18)).toBeLessThan(2)
  })

  it('is the same file for the same request, and differs from part to part', async () => {
    const parts = Array.from({ length: 8 }, (_, variant) => ({ ...woman, variant }))
    const first = await Promise.all(
      parts.map((voice) =>
        voices.say(
          { text: line, voice, fitS: 10, channel: 'near' },
          { file: join(dir, `${voice.variant}.wav`), signal },
        ),
      ),
    )
    expect(first).toHaveLength(8)
    const shas = parts.map(({ variant }) =>
      createHash('sha256')
        .update(readFileSync(join(dir, `${variant}.wav`)))
        .digest('hex'),
    )
    expect(new Set(shas).size).toBe(8)
    expect((await say({ voice: parts[3]! })).sha).toBe(shas[3])
    const timbres = ['woman', 'man'].flatMap((gender) =>
      Array.from({ length: 20 }, (_, variant) =>
        JSON.stringify(timbreOf({ gender: gender as 'man', age: 'adult', variant })),
      ),
    )
    expect(new Set(timbres).size).toBe(40)
  })

  it('is told from every other by ear: twelve women, twelve men, and a mixed cast with children and elders', async () => {
    const kinds = (gender: Voice['gender'], age: Voice['age'], count: number) =>
      Array.from({ length: count }, (_, variant): Voice => ({ gender, age, variant }))
    const mixed = [...kinds('man', 'adult', 3), ...kinds('woman', 'adult', 3), ...kinds('man', 'elder', 2), ...kinds('woman', 'elder', 2), ...kinds('unknown', 'child', 2)] // prettier-ignore
    const heard = new Map<string, ReturnType<typeof soundPrint>>()
    for (const cast of [kinds('woman', 'adult', 12), kinds('man', 'adult', 12), mixed]) {
      const prints: ReturnType<typeof soundPrint>[] = []
      for (const voice of cast) {
        const name = JSON.stringify(voice)
        const { wav } = heard.has(name)
          ? { wav: null }
          : await say({ text: 'Forty years I have waited. One more wet night.', voice, fitS: 20 })
        if (wav) heard.set(name, soundPrint(wav.channels[0]!, wav.rate))
        prints.push(heard.get(name)!)
      }
      prints.forEach((one, i) => {
        for (const [j, other] of prints.entries())
          if (j < i) expect(apart(one, other), JSON.stringify([cast[j], cast[i]])).toBeGreaterThan(0.75)
      })
    }
  })

  it('goes up with the semitones a person set, and slower with the rate', async () => {
    const plain = await say({})
    const set = await say({ voice: { ...woman, pitch: 3, rate: 0.8 } })
    const [before, after] = [plain, set].map(({ wav }) => soundPrint(wav.channels[0]!, wav.rate))
    expect(after!.hz / before!.hz).toBeGreaterThan(1.12)
    expect(set.durationS / plain.durationS).toBeGreaterThan(1.15)
  })

  it('has the band of a telephone on the phone: little below 300 Hz and above 3400 Hz', async () => {
    const [near, phone] = [await say({}), await say({ channel: 'phone' })].map(({ wav }) => wav.channels[0]!)
    const loss = (hz: number) =>
      bandDb(near!, hz, 48_000) - bandDb(near!, 1000, 48_000) - (bandDb(phone!, hz, 48_000) - bandDb(phone!, 1000, 48_000)) // prettier-ignore
    expect(loss(140)).toBeGreaterThan(12)
    expect(loss(6000)).toBeGreaterThan(9)
    expect(Math.abs(loss(1800))).toBeLessThan(6)
  })

  it('hurries by at most 1.35 to fit its slot, and never loses words', async () => {
    const free = await say({})
    const fitted = await say({ fitS: free.durationS / 1.2 })
    expect(fitted.speed).toBeGreaterThan(1.1)
    expect(fitted.durationS).toBeLessThanOrEqual(free.durationS / 1.2)
    const tight = await say({ fitS: 0.5 })
    expect(tight.speed).toBe(1.35)
    expect(tight.durationS).toBeGreaterThan(free.durationS / 1.45)
  })

  it('murmurs what it cannot say, within the slot, and says so', async () => {
    for (const text of ['你好，你是谁？', 'مرحبا يا صديقي', '…', '🌊🌊']) {
      const { spoken, durationS, wav } = await say({ text, fitS: 1.5 })
      expect(spoken).toBe(false)
      expect(durationS).toBeLessThanOrEqual(1.5)
      expect(Math.abs(loudnessOf(wav.channels) + 18), text).toBeLessThan(2)
    }
    for (const [text, words] of [
      ['Où êtes-vous, *señor*?', 'Ou etes-vous, senor ?'],
      ['Кто здесь', 'Kto zdes'],
      ['<b>“It’s” $5 — 50%', "b It's $5 , 50 percent"],
    ] as const)
      // prettier-ignore
      expect(sayable(text).replace(/j\b/g, '')).toBe(words)
  })

  it('takes hostile lines as words', async () => {
    for (const text of ['"; rm -rf / #', '-o /etc/passwd', '%s %n \\ ${HOME}', 'a'.repeat(300), 'one\ntwo\r\n\tthree'])
      expect((await say({ text })).durationS).toBeGreaterThan(0.1)
    await expect(say({ text: '  ' })).rejects.toMatchObject({ code: 'LINE_EMPTY' })
  })

  it('gives the mouth one level per frame, open and shut', async () => {
    const { durationS } = await say({})
    const levels = await levelsPerFrame(file, 24)
    expect(levels).toHaveLength(Math.ceil(durationS * 24))
    expect(Math.max(...levels)).toBe(1)
    expect(Math.min(...levels)).toBeLessThan(0.16)
    expect(levels.filter((level) => level > 0.5).length).toBeGreaterThan(levels.length / 10)
    expect(levels[0]).toBe(levels[1])
  })
})
