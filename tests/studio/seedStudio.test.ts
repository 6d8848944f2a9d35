import { describe, expect, it } from 'vitest'
import { defaultPrompts } from '@/domain/prompt/defaultPrompts'
import type { Stores } from '@/pipeline/stores'
import { seedStudio } from '@/studio/seedStudio'

type Row = Record<string, unknown> & { id: string }

/** A library that keeps its documents in a list. */
const libraryOf = (...prompts: Row[]) => {
  const rows: Record<string, Row[]> = { prompts, models: [] }
  const library = {
    find: (collection: string) => Promise.resolve(rows[collection] ?? []),
    create: (collection: string, data: Record<string, unknown>) => {
      const row = { id: `${collection}${String(rows[collection]?.length)}`, ...data }
      rows[collection]?.push(row)
      return Promise.resolve(row)
    },
    update: (collection: string, { where, data }: { where: { id: string }; data: Record<string, unknown> }) =>
      Promise.resolve(
        rows[collection]?.some((row) => row.id === where.id && Object.assign(row, data) === row) ?? false,
      ),
  }
  return { rows, stores: { library } as unknown as Pick<Stores, 'library'> }
}

describe('a new studio', () => {
  it('has every template with its variables, required or not, described', async () => {
    const { rows, stores } = libraryOf()
    await seedStudio(stores)
    expect(rows['prompts']).toHaveLength(defaultPrompts.length)
    const person = rows['prompts']?.find(({ slug }) => slug === 'scene-person')
    expect(person?.['variables']).toContainEqual({
      name: 'wears',
      required: false,
      description: 'Costume and its state in this scene, from the text.',
      example: 'yellow coat, wet',
    })
    await seedStudio(stores)
    expect(rows['prompts']).toHaveLength(defaultPrompts.length)
  })

  it('that exists gets newer words for what nobody edited, and keeps the rest', async () => {
    const old = (id: string, slug: string, more: object): Row => ({ id, slug, text: 'Old words.', ...more })
    const { rows, stores } = libraryOf(
      old('a', 'scene-place', { rev: 1 }),
      old('b', 'scene-person', { rev: 2 }),
      old('c', 'scene-prop', { rev: 1, project: 'p' }),
    )
    await seedStudio(stores)
    const textOf = (id: string) => rows['prompts']?.find((row) => row.id === id)?.['text']
    expect(textOf('a')).toMatch(/^First layer of a film picture/)
    expect([textOf('b'), textOf('c')]).toEqual(['Old words.', 'Old words.'])
    expect(rows['prompts']?.filter(({ slug }) => slug === 'scene-prop')).toHaveLength(2)
  })
})
