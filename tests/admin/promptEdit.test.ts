import { describe, expect, it } from 'vitest'
import { isEdited, missingNow, noEdit, partsOf, stateOf, textNow } from '@/admin/prompt/promptEdit'
import type { Job } from '@/admin/prompt/promptShape'

const from = { of: 'scene', name: '', field: 'weather', document: null } as const
const job = (more: Partial<Job> = {}): Job => ({
  kind: 'still', layer: 0, subject: 'PIER', own: '', missing: [], text: '', references: [],
  template: { slug: 'scene-place', id: null, title: '', revision: 1, text: 'The pier, [weather].\nMood: [mood]', required: ['weather'], optional: ['mood'] },
  values: [{ name: 'weather', value: 'rainy', from }, { name: 'mood', value: '', from }],
  ...more,
}) // prettier-ignore

describe('a prompt that is changed', () => {
  it('is filled anew with the values a person tries, and only the changed ones count as changed', () => {
    const edit = { values: { weather: 'foggy' }, text: null }
    expect(textNow(job(), noEdit)).toBe('The pier, rainy.')
    expect(textNow(job(), edit)).toBe('The pier, foggy.')
    expect([isEdited(noEdit), isEdited(edit)]).toEqual([false, true])
    expect(stateOf(job(), { edit, sent: 'The pier, rainy.', name: 'weather' })).toBe('changed')
    expect(stateOf(job(), { edit: noEdit, sent: 'The pier, rainy.', name: 'weather' })).toBe('filled')
    expect(stateOf(job(), { edit: noEdit, sent: 'The pier, sunny.', name: 'weather' })).toBe('changed')
    expect(stateOf(job(), { edit: noEdit, sent: null, name: 'mood' })).toBe('empty')
  })

  it('stops while a required variable is empty', () => {
    const edit = { values: { weather: ' ' }, text: null }
    expect(missingNow(job(), edit)).toEqual(['weather'])
    expect(textNow(job(), edit)).toContain('[weather]')
    expect(stateOf(job(), { edit, sent: null, name: 'weather' })).toBe('missing')
    expect(missingNow(job(), { values: {}, text: 'My own words.' })).toEqual([])
  })

  it('keeps a person’s own words until a value is tried against the template', () => {
    const own = job({ own: 'Only fog.', text: 'Only fog.' })
    expect(textNow(own, noEdit)).toBe('Only fog.')
    expect(textNow(own, { values: { weather: 'snowy' }, text: null })).toBe('The pier, snowy.')
  })

  it('is told in its parts', () => {
    expect(partsOf('The [place], at [hour].')).toEqual([{ text: 'The ' }, { variable: 'place' }, { text: ', at ' }, { variable: 'hour' }, { text: '.' }]) // prettier-ignore
  })
})
