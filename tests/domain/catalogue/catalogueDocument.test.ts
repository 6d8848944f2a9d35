import { describe, expect, it } from 'vitest'
import { canonical } from '@/domain/canonical'
import { documentOf, mergedRow, rowOf } from '@/domain/catalogue/catalogueDocument'
import { builtInModels } from '@/domain/catalogue/models/builtInModels'
import { conditionsAsWords, conditionsIn } from '@/domain/money/priceConditions'

const [first] = builtInModels
if (!first) throw new Error('The catalogue is empty.')

describe('a row as a document', () => {
  it('is the same row when it is read again, with every one of them', () => {
    for (const row of builtInModels) {
      expect(rowOf(documentOf(row))).toEqual(row)
      expect(canonical(rowOf(documentOf(row)))).toBe(canonical(row))
    }
  })

  it('takes from the document what a person changed, and nothing else', () => {
    const document = { ...documentOf(first), title: 'Ours', endpoint: 'somewhere/else', says: 'Old words.' }
    expect(mergedRow(document, { builtIn: first, changed: ['title', 'provider', 'notes'] })).toEqual({
      ...first,
      title: 'Ours',
    })
    expect(mergedRow(document, { builtIn: first, changed: [] })).toBe(first)
  })

  it('names every fault at once', () => {
    const document = {
      ...documentOf(first),
      slug: 'No Slug',
      department: 'smell',
      facts: '[]',
      priceRules: [{ unit: 'image', nanodollars: 0.5, when: 'x' }],
    }
    expect(() => rowOf(document)).toThrow(
      expect.objectContaining({
        code: 'CATALOGUE_ROW_REFUSED',
        why: expect.stringMatching(/when.*source.*facts.*id/),
      }),
    )
  })
})

describe('when a price holds, in words', () => {
  it.each([
    ['', {}],
    ['resolution=4k, audio=no', { resolution: '4k', audio: false }],
    ['seconds=6', { seconds: 6 }],
    [' tokensInAbove = 272000 ,', { tokensInAbove: 272_000 }],
  ])('“%s” is read and written', (words, when) => {
    expect(conditionsIn(words)).toEqual(when)
    expect(conditionsIn(conditionsAsWords(when))).toEqual(when)
  })

  it.each(['always', 'audio=maybe', 'seconds=-1', 'seconds=', 'tokensInAbove=1.5', 'a=b=c', 'on Sundays'])(
    '“%s” is not',
    (words) => {
      expect(conditionsIn(words)).toBeNull()
    },
  )
})
