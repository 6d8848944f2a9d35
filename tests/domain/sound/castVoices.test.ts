import { describe, expect, it } from 'vitest'
import { castVoices } from '@/domain/sound/castVoices'
import { voiceChannel } from '@/domain/sound/voiceChannel'

const part = (name: string, gender: 'woman' | 'man' | 'unknown', lines = 1) => ({ name, gender, lines })

describe('a cast of voices', () => {
  it('gives everybody one of their own, by gender and age', () => {
    const cast = Array.from({ length: 12 }, (_, i) => part(`PART ${i}`, i % 3 ? 'man' : 'unknown'))
    const voices = [...castVoices(cast, (name) => (name.endsWith('5') ? 'elder' : undefined)).values()]
    expect(new Set(voices.map((voice) => JSON.stringify(voice))).size).toBe(12)
    expect(voices.filter(({ age }) => age === 'elder')).toHaveLength(1)
    expect(voices.every(({ gender }) => gender !== 'unknown')).toBe(true)
  })

  it('keeps the first voices for those who speak, and a name’s own guess where the text says nothing', () => {
    const voices = castVoices([part('CROWD', 'man', 0), part('ELIAS', 'man')], () => 'adult')
    expect([voices.get('ELIAS')?.variant, voices.get('CROWD')?.variant]).toEqual([0, 1])
    const guess = (cast: ReturnType<typeof part>[]) => castVoices(cast, () => 'adult').get('SAM')?.gender
    expect(guess([part('SAM', 'unknown')])).toBe(guess([part('ANNA', 'woman'), part('SAM', 'unknown')]))
  })
})

describe('a line is heard', () => {
  const heard = (more: Partial<Parameters<typeof voiceChannel>[0]>) =>
    voiceChannel({ extension: '', parenthetical: '', heading: 'INT. OFFICE - DAY', seen: true, ...more })

  it('through the telephone when extension, parenthetical or heading say so', () => {
    for (const extension of ['ON PHONE', 'on phone', 'O.S., FILTERED', 'over radio', 'INTERCOM', 'V.O., ON TV'])
      expect(heard({ extension, seen: false }), extension).toBe('phone')
    expect(heard({ parenthetical: 'over the radio', seen: false })).toBe('phone')
    expect(heard({ heading: 'INT. CAR / PHONE CALL - NIGHT', seen: false })).toBe('phone')
  })

  it('as itself by the one who holds the telephone', () => {
    expect(heard({ parenthetical: 'into the phone' })).toBe('near')
    expect(heard({ heading: 'INT. CAR / PHONE CALL - NIGHT' })).toBe('near')
  })

  it('dry as a voice-over, and from the next room off screen', () => {
    expect(heard({ extension: 'V.O.', seen: false })).toBe('near')
    expect(heard({ extension: 'O.S.', seen: false })).toBe('off')
    expect(heard({ extension: 'O.C.' })).toBe('off')
    expect(heard({ seen: false })).toBe('off')
    expect(heard({ extension: "CONT'D" })).toBe('near')
  })
})
