import { describe, expect, it } from 'vitest'
import { renames } from '@/domain/project/renames'

describe('the title of a film that stands', () => {
  it('is changed by --title and by an edited title page', () => {
    expect(renames({ title: 'Two Doors', titled: 'asked', pageBefore: 'Two Rooms' })).toBe(true)
    expect(renames({ title: 'Two Doors', titled: 'page', pageBefore: 'Two Rooms' })).toBe(true)
  })

  it('stays when the page says what it said, or nothing is said', () => {
    expect(renames({ title: 'Two Rooms', titled: 'page', pageBefore: 'Two Rooms' })).toBe(false)
    expect(renames({ title: 'rooms', titled: 'file name', pageBefore: 'Two Rooms' })).toBe(false)
  })
})
