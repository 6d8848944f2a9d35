import { describe, expect, it } from 'vitest'
import { parseFountain } from '@/domain/screenplay/fountain'
import { daysLater } from '@/domain/story/time/daysLater'
import { scenesOfText } from '../../../support/filmScenes'
import { storyDays } from '@/domain/story/time/storyDays'

const daysOf = (...headings: string[]) => {
  const { times, notices } = storyDays(parseFountain(headings.map((heading) => `${heading}\n\nRain.\n`).join('\n')).elements) // prettier-ignore
  return { days: times.map(({ day }) => day), notices }
}

describe('the days of a story', () => {
  it('pass where a heading says so', () => {
    expect(daysOf('INT. HALL - DAY', 'INT. HALL - NEXT MORNING', 'EXT. SEA - TWO DAYS LATER', 'EXT. SEA - DAY 9', 'INT. HALL - A WEEK LATER').days).toEqual([1, 2, 4, 9, 16]) // prettier-ignore
    expect(['LATER', 'YEARS LATER', 'THE FOLLOWING NIGHT', '3 months later'].map(daysLater)).toEqual([0, 730, 1, 90])
  })

  it('pass where morning follows night, and not where night follows evening', () => {
    expect(daysOf('EXT. SEA - MORNING', 'EXT. SEA - EVENING', 'INT. HALL - NIGHT', 'INT. ROOM - NIGHT', 'EXT. SEA - DAWN', 'EXT. SEA - LATER').days).toEqual([1, 1, 1, 1, 2, 2]) // prettier-ignore
  })

  it('go on with CONTINUOUS, which cannot change the hour', () => {
    const { days, notices } = daysOf('EXT. SEA - NIGHT', 'INT. HALL - CONTINUOUS', 'INT. ROOM - CONTINUOUS - MORNING')
    expect(days).toEqual([1, 1, 1])
    expect(notices.map(({ code, line }) => [code, line])).toEqual([['STORY_TIME_CONTRADICTED', 9]])
  })

  it('stand still in a flashback', () => {
    expect(daysOf('EXT. SEA - NIGHT', 'EXT. SCHOOL - DAY - FLASHBACK', 'EXT. SEA - NIGHT').days).toEqual([1, 1, 1])
  })

  it('are told by titles, too', () => {
    expect(daysOf('EXT. SEA - NIGHT', 'EXT. SCHOOL - DAY\n\nSUPER: “Ten years later”').days).toEqual([1, 3652])
  })
})

describe('the days of scene documents', () => {
  const daysOfFilm = (...headings: string[]) =>
    scenesOfText(headings.map((heading) => `${heading}\n\nMara waits.\n`).join('\n')).days

  it('are those of the heading they stand under', () => {
    expect(daysOfFilm('INT. A - MORNING', 'INT. B - NIGHT', 'INT. C - MORNING')).toEqual([1, 1, 2])
    expect(daysOfFilm('INT. A - DAY', 'INT. B - THE NEXT DAY')).toEqual([1, 2])
    expect(scenesOfText('Rain falls.\n\nINT. A - DAY\n\nMara waits.\n').days).toEqual([1, 1])
  })

  it('are 0 in a flashback, so that nothing worn or wet comes back from it', () => {
    expect(daysOfFilm('INT. A - NIGHT', 'INT. FLASHBACK: HOUSE - DAY', 'INT. A - NIGHT')).toEqual([1, 0, 1])
  })
})
