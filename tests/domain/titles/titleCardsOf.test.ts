import { describe, expect, it } from 'vitest'
import { parseFountain } from '@/domain/screenplay/fountain'
import { titleCardsOf, titleNotices } from '@/domain/titles/titleCardsOf'

const page = (title: string, more = '') => `Title: ${title}\n${more}\nINT. A - DAY\n\nHe waits.\n`

describe('a film', () => {
  it('opens with its title and author and ends as its language does', () => {
    const cards = titleCardsOf(page('_**Night Rain**_', 'Credit: a film by\nAuthor: Ida Berg\nLanguage: de\n'))
    expect(cards?.opening).toEqual({ at: 'opening', large: 'Night Rain', small: 'a film by Ida Berg' })
    expect(cards?.end).toEqual({ at: 'end', large: 'Ende', small: 'Ida Berg' })
    expect(titleCardsOf(page('Sea', 'Credit: A short film\nAuthor: Ida Berg\n'))?.opening.small).toBe(
      'A short film · Ida Berg',
    )
    expect(titleCardsOf(page('Sea'))?.end).toEqual({ at: 'end', large: 'The End', small: 'Sea' })
  })

  it('without a title has no cards', () => {
    expect(titleCardsOf('INT. A - DAY\n\nHe waits.\n')).toBeNull()
  })

  it('says which letters of its title it cannot draw', () => {
    expect(titleNotices(parseFountain(page('雨 Night')))[0]?.what).toContain('雨')
    expect(titleNotices(parseFountain(page('Ночь, Łódź – “Über”')))).toEqual([])
  })
})
