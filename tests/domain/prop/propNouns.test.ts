import { describe, expect, it } from 'vitest'
import { knownProps, propIn } from '@/domain/prop/propNouns'

const nouns = (text: string) => propIn(text).map((hit) => hit.noun)

describe('the things a text names', () => {
  it('finds a thing by its own noun, by a synonym and in the plural, with the word as written', () => {
    expect(propIn('Mara lifts the LANTERN. Two Flashlights and an old telephone lie there.')).toEqual([
      { noun: 'lantern', word: 'LANTERN' },
      { noun: 'torch', word: 'Flashlights' },
      { noun: 'phone', word: 'telephone' },
    ])
    expect(nouns('Knives, loaves of bread, boxes')).toEqual(['knife', 'bread', 'box'])
  })

  it('reads two words as one thing', () => {
    expect(nouns('She opens the pocket watch beside the oil lamp.')).toEqual(['watch', 'lantern'])
  })

  it('takes no verb for a thing', () => {
    for (const text of [
      'The bell rings twice.',
      'She books a room.',
      'He wants to book a table.',
      'They watch the sea.',
      'She rose slowly.',
      'He phones her.',
      'They box him in.',
      'Key moment: nobody speaks.',
      'The camera pans over the harbour.',
      'A staff meeting.',
      'Behind the glass door.',
    ])
      expect(nouns(text), text).toEqual([])
  })

  it('takes the same words for things where a noun stands', () => {
    expect(nouns('A ring on the book. Her watch stops. The rusty key, a glass.')).toEqual([
      'ring',
      'book',
      'watch',
      'key',
      'glass',
    ])
    expect(nouns('The phone rings.')).toEqual(['phone'])
    expect(nouns('book, key, rose')).toEqual(['book', 'key', 'flower'])
    expect(nouns('Ilyas gives Juno the little brass key.')).toEqual(['key'])
  })

  it('finds no thing inside a longer word', () => {
    expect(nouns('A monkey in a boxing ballad, keyboards, glasses of chatter')).not.toContain('key')
    expect(nouns('The hatch. A ballad. Photosynthesis.')).toEqual([])
  })

  it('draws at least 36 things and names each of them itself', () => {
    expect(knownProps.length).toBeGreaterThanOrEqual(36)
    for (const noun of knownProps) expect(nouns(`the ${noun}`)).toEqual([noun])
  })
})
