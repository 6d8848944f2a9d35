import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gatherDatabase, projectSlug, qualifiedDatabase, slugFrom } from '@/domain/project/projectSlug'

describe('the slug of a film', () => {
  it('names two databases', () => {
    const slug = projectSlug('aladdin-2024')
    expect(gatherDatabase(slug)).toBe('gather_aladdin-2024')
    expect(qualifiedDatabase(slug)).toBe('qualified_aladdin-2024')
  })
  it.each(['', 'a', '-radio', 'radio-', 'Radio', 'ra dio', 'ra.dio', '../x', 'ra$dio', 'a'.repeat(49), 'rádio', 'a\n'])(
    'refuses %j and offers another',
    (text) => {
      expect(() => projectSlug(text)).toThrow(/Choose another, for example "[a-z0-9-]+"/)
    },
  )
  it('keeps a database name under the 64 bytes MongoDB has room for', () => {
    expect(qualifiedDatabase(projectSlug('a'.repeat(48))).length).toBeLessThan(64)
  })
  it.each([
    ['The Radio', 'the-radio'],
    ['  Ünïcode — Café! ', 'unicode-cafe'],
    ['7', '7-film'],
    ['東京', 'film'],
    ['', 'film'],
  ])('makes of the title %j the slug %j', (title, slug) => {
    expect(slugFrom(title)).toBe(slug)
  })
  it('makes a good slug of any title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => projectSlug(slugFrom(title)) !== ''),
    )
  })
})
