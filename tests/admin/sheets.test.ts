import { describe, expect, it } from 'vitest'
import { changedValues, withLists } from '@/admin/sheets/changedValues'

const standing = {
  id: 'a',
  rev: 3,
  name: 'Mara',
  alternates: [],
  costume: { color: 'grey', layers: [] },
  props: ['lamp'],
  height: 0,
}

describe('what a form would change', () => {
  it('is only what was typed: an empty list that Payload counts as 0 is none', () => {
    const form = { ...standing, rev: 2, alternates: 0, costume: { color: 'red', layers: 0 }, props: 1 }
    const fields = {
      alternates: { rows: [] },
      'costume.layers': { rows: [] },
      'costume.color': {},
      props: { rows: [{}] },
    }
    const held = withLists({ ...form, props: ['lamp'] }, fields)
    expect(changedValues(held, standing)).toEqual({ costume: { color: 'red', layers: [] } })
  })

  it('is nothing where only row ids and kinds of empty differ', () => {
    const rows = { views: [{ id: 'x', view: 'front', note: '' }], scar: false }
    expect(changedValues(rows, { views: [{ id: 'y', view: 'front' }], scar: null })).toEqual({})
  })

  it('is a list that was emptied', () => {
    expect(changedValues(withLists({ props: 0 }, { props: { rows: [] } }), standing)).toEqual({ props: [] })
  })
})
