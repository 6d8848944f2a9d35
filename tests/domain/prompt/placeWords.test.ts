import { describe, expect, it } from 'vitest'
import { placeWords } from '@/domain/prompt/placeWords'

describe('what is said of an empty place', () => {
  it('leaves out everybody in it, by name, in capitals or as “she”', () => {
    const text =
      'Rain falls on a lonely petrol station. IDA, fifty, stands under the roof. A phone rings behind the glass. Ida takes it. Leon waves. She smiles. One lamp swings.'
    expect(placeWords(text, ['LEON'])).toBe(
      'Rain falls on a lonely petrol station. A phone rings behind the glass. One lamp swings.',
    )
  })

  it('is nothing where the text says nothing', () => {
    expect(placeWords('Not in the text.', [])).toBe('')
    expect(placeWords('', ['IDA'])).toBe('')
  })
})
