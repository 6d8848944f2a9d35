import type { CollectionConfig, Field, Tab } from 'payload'
import { describe, expect, it } from 'vitest'
import { Scenes } from '@/collections/Scenes/index'
import { studioCollections } from '@/collections/studioCollections'

const collections = studioCollections({ singleUser: true, mediaDir: '/nowhere' })

const inside = (field: Field | Tab): Field[] => {
  if ('type' in field && field.type === 'tabs') return field.tabs.flatMap((tab) => tab.fields)
  return 'fields' in field ? field.fields : []
}
const all = (fields: Field[]): Field[] => fields.flatMap((field) => [field, ...all(inside(field))])
const named = (fields: Field[]) => all(fields).filter((field) => 'name' in field)
const tabsOf = ({ fields }: CollectionConfig): Tab[] =>
  fields.flatMap((field) => (field.type === 'tabs' ? field.tabs : []))

describe('a scene document', () => {
  it('has more than a hundred fields', () => {
    expect(named(Scenes.fields).length).toBeGreaterThan(100)
  })
})

describe.each(collections.map((collection) => [collection.slug, collection] as const))('%s', (_, collection) => {
  it('has tabs of at most 20 fields that say what empty means', () => {
    for (const tab of tabsOf(collection)) {
      expect(tab.fields.length, String(tab.label)).toBeLessThanOrEqual(20)
      expect(JSON.stringify(tab.admin?.description), String(tab.label)).toMatch(/Empty means/)
    }
  })
  it('stands in a group of the menu, with a title, columns and a sentence for people', () => {
    expect(collection.admin?.group).toBeTruthy()
    expect(collection.admin?.useAsTitle).toBeTruthy()
    expect(collection.admin?.defaultColumns?.length).toBeGreaterThan(2)
    expect(collection.admin?.description).toMatchObject({
      en: expect.stringMatching(/\.$/),
      de: expect.stringMatching(/\.$/),
    })
  })
  it('shows only columns and a title it has', () => {
    const own = new Set(['id', 'createdAt', 'updatedAt', '_status', 'email', 'filename', 'filesize'])
    for (const field of named(collection.fields)) if ('name' in field && field.name) own.add(field.name)
    const shown = [...(collection.admin?.defaultColumns ?? []), collection.admin?.useAsTitle ?? 'id']
    expect(shown.filter((name) => !own.has(name))).toEqual([])
  })
  it('can be listed by every document it is linked to', () => {
    const links = collection.fields.filter((field) => field.type === 'relationship')
    expect(links.filter((field) => field.index !== true).map(({ name }) => name)).toEqual([])
  })
  it('needs no editor from another place', () => {
    const shown = all(collection.fields).filter(({ admin }) => !(admin && 'disabled' in admin && admin.disabled))
    const types = shown.map(({ type }) => type as string)
    expect(types.filter((type) => type === 'json' || type === 'code' || type === 'richText')).toEqual([])
  })
  it('says about old versions what it does', () => {
    expect(collection.versions).toBeDefined()
    const editable = typeof collection.versions === 'object'
    expect(editable).toBe(collection.fields.some((field) => 'name' in field && field.name === 'rev'))
    if (editable)
      expect(collection.versions).toMatchObject({
        maxPerDoc: 25,
        drafts: collection.slug === 'prompts' ? expect.anything() : false,
      })
  })
})
