import { describe, expect, it } from 'vitest'
import { readEmphasis, withoutEmphasis } from '@/domain/screenplay/emphasis'

const short = (text: string): string[] =>
  readEmphasis(text).map(({ text: words, bold, italic, underline }) =>
    [words, bold ? 'b' : '', italic ? 'i' : '', underline ? 'u' : ''].filter(Boolean).join('|'),
  )

describe('emphasis', () => {
  it.each([
    ['a *b* c', ['a ', 'b|i', ' c']],
    ['a **b** c', ['a ', 'b|b', ' c']],
    ['***b***', ['b|b|i']],
    ['_a **b**_', ['a |u', 'b|b|u']],
    ['***a** b*', ['a|b|i', ' b|i']],
    ['\\*a\\*', ['*a*']],
    ['5 * 3 * 2', ['5 * 3 * 2']],
    ['*one', ['*one']],
    ['*a\nb*', ['*a\nb*']],
    ['snake_case_name', ['snake_case_name']],
    ['****a****', ['****a****']],
    ['', []],
  ])('of %j', (text, runs) => {
    expect(short(text)).toEqual(runs)
  })

  it('leaves the words a voice says', () => {
    expect(withoutEmphasis('I *said* **no**, \\_not_ maybe.')).toBe('I said no, _not_ maybe.')
  })
})
