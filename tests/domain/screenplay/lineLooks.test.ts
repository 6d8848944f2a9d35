import { describe, expect, it } from 'vitest'
import { lineLooks } from '@/domain/screenplay/lineLooks'

const text = `Title: Lamp

INT. LIGHTHOUSE - NIGHT

MARA lights
a lamp.

MARA
(low)
Again.

> CUT TO:

EXT. PIER - DAY #12A#

Rain.
`

describe('how an editor shows a screenplay', () => {
  it('is how the house reads it, line by line', () => {
    const { kinds } = lineLooks(text)
    expect(kinds.slice(2)).toEqual([
      'scene_heading', null, 'action', 'action', null, 'character', 'parenthetical', 'dialogue', null, 'transition', null,
      'scene_heading', null, 'action', null,
    ]) // prettier-ignore
  })

  it('has the number each scene has in the film beside its heading', () => {
    expect([...lineLooks(text).numbers]).toEqual([
      [3, '1'],
      [14, '12A'],
    ])
  })
})
