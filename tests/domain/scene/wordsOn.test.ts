import { describe, expect, it } from 'vitest'
import { wordsOn } from '@/domain/scene/wordsOn'

const on = (noun: string, action: string) => wordsOn(noun, { action, timeOfDay: 'night' })

describe('what is to be read on a thing', () => {
  it('are the words that the action quotes', () => {
    expect(on('letter', 'The letter reads: “Come home, Anna.”')).toBe('Come home, Anna.')
    expect(on('letter', 'A note. It says COME HOME NOW.')).toBe('COME HOME NOW.')
    expect(on('letter', 'She opens the letter.')).toBe('')
    expect(on('key', '“Take it,” the key says.')).toBe('')
    expect(on('letter', `“${'many words '.repeat(40)}”`).length).toBeLessThanOrEqual(150)
  })

  it('is the time on a clock: as told, else by the hour of the day', () => {
    expect(on('clock', 'The clock shows 10:45.')).toBe('10:45')
    expect(on('clock', 'It is quarter to nine.')).toBe('8:45')
    expect(on('clock', 'The clock strikes three.')).toBe('3:00')
    expect(on('watch', 'Midnight.')).toBe('12:00')
    expect(on('clock', 'A clock ticks.')).toBe('22:50')
  })
})
