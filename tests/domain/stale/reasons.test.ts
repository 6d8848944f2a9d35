import { describe, expect, it } from 'vitest'
import { changedParts } from '@/domain/stale/changedParts'
import { colourWord } from '@/domain/stale/colourWord'
import { differencesOf } from '@/domain/stale/differences'
import { partFields, type Part, type PartRole } from '@/domain/stale/part'
import { documentReason, reasonOf } from '@/domain/stale/reasonOf'
import { joinReasons, staleCauses, type StaleReason } from '@/domain/stale/staleReason'

const digest = (text: string): string => `${String(text.length)}${text.slice(-8)}`
const part = (role: PartRole, of: string, value: Record<string, unknown>): Part => ({
  role,
  of,
  fields: partFields(value, digest),
})
const reasonFor = (role: PartRole, of: string, [before, after]: [object, object]): string => {
  const [difference] = differencesOf(part(role, of, { ...before }), part(role, of, { ...after }))
  if (!difference) return ''
  return reasonOf({ role, of, difference, last: { by: 'ann@studio', at: new Date('2026-11-21T14:02:31Z') } })
}
const last = { by: '', at: null }

describe('what a document gave to a scene', () => {
  it('is told field by field, groups taken apart, files and lists as a whole', () => {
    const fields = partFields({ look: { costume: 'coat', hat: null }, reference: { sha256: 'ab', name: 'x' }, views: [1] }, digest)
    expect(fields.map(({ path }) => path)).toEqual(['look.costume', 'reference', 'views'])
  }) // prettier-ignore
  it('is the same whether nothing is null, empty text or an empty list', () => {
    expect(partFields({ a: null, b: '', c: [], d: { e: '' } }, digest)).toEqual([])
    expect(partFields({ a: false, b: 0 }, digest)).toHaveLength(2)
  })
})

describe('the reason of a mark', () => {
  it('names whose field it was, from what to what, when and by whom', () => {
    expect(
      reasonFor('cast', 'characters/MARA', [
        { look: { costumeColor: '#7d8288' } },
        { look: { costumeColor: '#c01818' } },
      ]),
    ).toBe('MARA’s costume color changed from grey to red at 14:02 on 2026-11-21 (ann@studio).')
    expect(reasonFor('scene', 'scenes/1', [{ timeOfDay: 'night' }, { timeOfDay: 'dawn' }])).toBe(
      'The scene’s time of day changed from night to dawn at 14:02 on 2026-11-21 (ann@studio).',
    )
    expect(reasonFor('previous', 'scenes/1', [{ weather: 'rainy' }, { weather: 'clear' }])).toMatch(
      /^In the scene before, the weather changed from rainy to clear/,
    )
  })
  it('says what was added and taken out, and keeps long texts short', () => {
    expect(reasonFor('look', 'style-guides', [{}, { lens: '40 mm' }])).toMatch(/^The style guide’s lens was added: “40 mm”/)
    expect(reasonFor('place', 'locations/PIER', [{ description: 'Wet.' }, {}])).toMatch(
      /^PIER’s description was taken out \(it was “?Wet\.”?\)/,
    )
    const long = reasonFor('scene', 'scenes/1', [{ action: 'a'.repeat(400) }, { action: 'b'.repeat(400) }])
    expect(long.length).toBeLessThan(260)
    expect(long).toContain('…')
  }) // prettier-ignore
  it('names whole documents that are gone, new, or read in place of another', () => {
    expect(documentReason({ role: 'cast', of: 'characters/TOM', how: 'gone' })).toBe('TOM is no longer there.')
    expect(documentReason({ role: 'cast', of: 'characters/TOM', how: 'new' })).toBe('TOM is described now.')
    expect(documentReason({ role: 'place', of: 'locations/PIER', how: 'another' })).toBe('It now plays in PIER.')
    expect(documentReason({ role: 'previous', of: 'scenes/2', how: 'another' })).toBe(
      'Another scene comes before it now.',
    )
  })
  it('calls colours as people do', () => {
    expect(['#7d8288', '#c01818', '#1a7a2a', '#101010', '#f4f2ee', '#5a3218', '#2040c0'].map(colourWord)).toEqual([
      'grey', 'red', 'dark green', 'black', 'white', 'brown', 'blue',
    ]) // prettier-ignore
    expect(colourWord('oak')).toBe('oak')
  })
})

describe('what differs for a scene', () => {
  const mara = (coat: string) => part('cast', 'characters/MARA', { name: 'MARA', coat })
  it('is nothing when every document says the same, whatever its order', () => {
    const scene = part('scene', 'scenes/1', { action: 'x' })
    expect(changedParts([scene, mara('grey')], [mara('grey'), scene])).toEqual([])
  })
  it('follows from the scene’s own fields where it names another place', () => {
    const before = [part('scene', 'scenes/1', { location: 'PIER' }), part('place', 'locations/PIER', { a: 1 })]
    const after = [part('scene', 'scenes/1', { location: 'SEA' }), part('place', 'locations/SEA', { a: 2 })]
    expect(changedParts(before, after).map(({ role, how }) => [role, how])).toEqual([['scene', 'fields']])
  })
  it('is told of a person who went away while the scene still names them', () => {
    expect(changedParts([mara('grey')], [])).toEqual([{ role: 'cast', of: 'characters/MARA', how: 'gone' }])
  })
})

describe('a change that many scenes show', () => {
  const told = (field: string, step: string): StaleReason => ({
    of: 'characters/MARA', field, reason: 'MARA’s coat changed.', now: '"red"', makes: [step], ...last,
  }) // prettier-ignore
  it('is one line with their number', () => {
    const marked = Array.from({ length: 6 }, (_, i) => ({ id: String(i), reasons: [told('coat', 'scene.plan-shot')] }))
    expect(staleCauses(marked, 'scene').map(({ says }) => says)).toEqual(['MARA’s coat changed; six scenes show it.'])
  })
  it('is one reason of a scene, with all the steps that read it', () => {
    const joined = joinReasons([
      told('coat', 'scene.plan-shot'),
      told('coat', 'scene.verify-picture'),
      told('hat', 'x'),
    ])
    expect(joined.map(({ field, makes }) => [field, makes.length])).toEqual([['coat', 2], ['hat', 1]]) // prettier-ignore
  })
})
