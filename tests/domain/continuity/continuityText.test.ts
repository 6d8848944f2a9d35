import { describe, expect, it } from 'vitest'
import { continuityOf } from '@/domain/continuity/continuityOf'
import { continuityText } from '@/domain/continuity/continuityText'
import { block, drift, filmOf, plain } from './aFilm'

const still = plain(20, 20, 20)
const textOf = (...scenes: Parameters<typeof filmOf>[0]) => continuityText(continuityOf(filmOf(scenes)), 24)

describe('continuity.md', () => {
  it('of a film with nothing wrong says that nothing was found, and how much was compared', () => {
    const shot = { people: [drift('MARA', 0.02)], first: still, last: still }
    const text = textOf({ shot }, { shot }, { shot })
    expect(text).toContain('## What was found\n\nNothing found.')
    expect(text).toContain('3 people with their enrolled views, 2 cuts in the rear-view mirror')
    expect(text).toContain('| MARA | 3 | 0 | 0.020 · 0.020 · 0.020 | 5 % · 5 % · 5 % | SC001_SH010, frame 0 |')
    expect(text).toContain('| SC001_SH010 → SC001_SH020 | 96 | cut | 0.00 | 0.00 | 0.00 | smooth |')
    expect(text).toBe(textOf({ shot }, { shot }, { shot }))
  })

  it('names scene and frame of everything it found', () => {
    const pair = (one: 'left' | 'right', other: 'left' | 'right') => ({ blocking: [block('MARA', one), block('TOM', other)] }) // prettier-ignore
    expect(textOf(pair('left', 'right'), pair('right', 'left'))).toContain(
      '| SC001_SH020 | 96 | MARA and TOM have changed sides, and neither walked. | MARA was left of TOM in SC001_SH010 (frame 0), now right. | broken |',
    )
  })

  it('says who was too small, who was hidden and which scenes nobody judged', () => {
    const text = textOf(
      { shot: { people: [{ person: 'TOM', tall: 12, measured: null }], first: still, last: still } },
      { hidden: [{ subject: 'IDA', why: 'Only a dark shoulder is in the frame.' }] },
      { shot: null },
    )
    expect(text).toContain('| SC001_SH010 | 0 | TOM | 12 | too small |')
    expect(text).toContain('- IDA: Only a dark shoulder is in the frame. SC001_SH020')
    expect(text).toContain('- Filled with an animatic that nobody judged. SC001_SH030')
  })

  it('keeps a name with markup from breaking its table', () => {
    const shot = { people: [drift('A|B', 0.12)], first: still, last: still }
    expect(textOf({ shot })).toContain('| A\\|B | 1 |')
  })

  it('of an empty film is whole', () => {
    expect(textOf()).toContain('Nobody is seen.')
  })
})
