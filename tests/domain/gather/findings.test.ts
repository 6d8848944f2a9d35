import { describe, expect, it } from 'vitest'
import type { FoundIn } from '@/domain/gather/finding'
import { findingsIn } from '@/domain/gather/findings'

let count = 0
type Given = [kind: FoundIn['kind'], title: string, text: string, more?: Partial<FoundIn>]
const entry = (...[kind, title, text, more = {}]: Given): FoundIn => ({
  id: String(++count), kind, title, text, data: {}, author: 'mara@example.org', file: null, ...more,
}) // prettier-ignore
const file = { name: 'film.fountain', sha256: 'a', bytes: 1 }

describe('what is gathered twice', () => {
  it('is found by names and by words, with where each stands', () => {
    const items = [
      entry('character', 'Jonathan', 'A keeper.'),
      entry('character', 'Jonathon', 'The keeper.', { place: { row: 3 }, file: { ...file, name: 'people.csv' } }),
      entry('character', 'Otto', 'A fisherman.'),
      entry('location', 'The cliff', 'High.'),
      entry('location', 'THE CLIFF', 'Grassy.'),
      entry('note', 'a', 'The keeper hears a voice on the dead radio at night.'),
      entry('note', 'b', 'At night, the keeper hears a voice on the dead radio!'),
      entry('note', 'c', 'The keeper is not afraid of anything at all.'),
    ]
    const { duplicates } = findingsIn(items)
    expect(duplicates.map(({ what }) => what).sort()).toEqual([
      'JONATHAN and JONATHON may be one character.', 'Two entries describe the location THE CLIFF.', 'Two notes say the same.',
    ]) // prettier-ignore
    for (const { alike } of duplicates) expect(alike).toBeGreaterThanOrEqual(0.85)
    const [spelled] = duplicates.filter(({ what }) => what.startsWith('JONATHAN'))
    expect(spelled?.sources[1]).toMatchObject({ file: 'people.csv', place: { row: 3 }, author: 'mara@example.org' })
  })

  it('is an entry spelled unlike the screenplay, and a second screenplay', () => {
    const text = 'INT. HUT - DAY\n\nMARIANNE waits.\n\nMARIANNE\nNow?\n'
    const items = [
      entry('screenplay', 'old.fountain', 'INT. HUT - DAY\n\nNobody.\n', { file }),
      entry('screenplay', 'film.fountain', text, { file }),
      entry('character', 'Mariane', 'Sixty.'),
    ]
    expect(findingsIn(items).duplicates.map(({ what }) => what)).toEqual([
      '2 screenplays are gathered; the film is made from the last.', 'MARIANE has an entry; the screenplay writes MARIANNE.',
    ]) // prettier-ignore
    expect(findingsIn(items).duplicates[1]?.sources[1]).toMatchObject({ file: 'film.fountain', place: { line: 3 } })
  })
})

describe('what contradicts itself', () => {
  it('is two ages, two coats and two hours, each with its words and its place', () => {
    const items = [
      entry('screenplay', 'film.fountain', 'INT. HUT - DAY\n\nMARA, sixty, in a grey coat, waits. The ferry leaves at nine.\n\nMARA\nNow?\n', { file }),
      entry('character', 'Mara', 'Forty-two, in a red coat.'),
      entry('note', 'Times', 'The ferry leaves at 9. The wedding begins at noon.'),
      entry('note', 'More', 'The wedding begins at midnight.'),
    ] // prettier-ignore
    const { contradictions } = findingsIn(items)
    expect(contradictions.map(({ of, about, values }) => [of, about, ...values.map(({ value }) => value)])).toEqual([
      ['MARA', 'age', 'sixty', 'Forty-two'], ['MARA', 'costume over', 'grey coat', 'red coat'], ['WEDDING', 'hour', 'noon', 'midnight'],
    ]) // prettier-ignore
    expect(contradictions[0]?.values[0]?.source).toMatchObject({ kind: 'screenplay', file: 'film.fountain', place: { line: 3 } })
    expect(contradictions[0]?.what).toBe('Of MARA, age is said to be “sixty” and “Forty-two”.')
  }) // prettier-ignore

  it('is a field with two values; what is only said in other words, or changes, is none', () => {
    const items = [
      entry('character', 'Mara', 'Sixty, with grey hair.', { data: { age: 60, origin: 'Oban' } }),
      entry('character', 'MARA', 'Mara wears a hat.', { data: { age: 'sixty', origin: 'Mallaig' } }),
      entry('scene', 'INT. HUT - DAY', 'MARA, 60, is now in a red coat.'),
      entry('note', 'a', 'Mara has grey hair.'),
    ]
    const { contradictions } = findingsIn(items)
    expect(contradictions.map(({ about, values }) => [about, ...values.map(({ value }) => value)])).toEqual([['origin', 'Oban', 'Mallaig']]) // prettier-ignore
  })

  it('is nothing in a screenplay that is sound', () => {
    const text = 'INT. HUT - DAY\n\nMARA, sixty, in a grey coat, waits.\n\nMARA\nNow?\n'
    expect(findingsIn([entry('screenplay', 'f', text, { file })])).toEqual({ duplicates: [], contradictions: [] })
  })
})
