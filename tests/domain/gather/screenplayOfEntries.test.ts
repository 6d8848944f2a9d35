import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { gatheredScreenplay, screenplayOfEntries, type Told } from '@/domain/gather/screenplayOfEntries'
import { draftsOf } from '@/pipeline/qualify/draftsOf'
import { readScreenplay } from '@/domain/screenplay/readScreenplay'

const entry = (kind: Told['kind'], title: string, text: string): Told => ({ kind, title, text })

describe('a film without a screenplay file', () => {
  it('is written from notes, word for word, with the people in them', () => {
    const notes = [
      entry('note', 'One', 'In the market at noon nobody stops. Ida packs up.'),
      entry('note', 'Look', 'Warm colours, film grain.'),
      entry('character', 'Ida', 'A lamp maker, thirty, with red hair.'),
      entry('note', 'Two', 'The rooftop at night. Ida lights a lamp.'),
    ]
    expect(screenplayOfEntries(notes, 'Moon')).toBe(`Title: Moon

# What happens

EXT. MARKET - NOON

IDA, thirty, a lamp maker, thirty, with red hair.

In the market at noon nobody stops. Ida packs up.

# What happens

EXT. ROOFTOP - NIGHT

The rooftop at night. Ida lights a lamp.
`)
  })

  it('is written from scenes where there are any, in the order they came, with their places described', () => {
    const items = [
      entry('note', 'Idea', 'A keeper hears a radio.'),
      entry('scene', 'INT. LIGHTHOUSE - NIGHT', 'Mara listens.\n\nMARA\nSay that again.'),
      entry('location', 'Cliff', 'High over the sea, with yellow grass.'),
      entry('scene', 'The end', 'EXT. CLIFF - DAWN\n\nMara runs.'),
      entry('character', 'MARA', 'Mara is sixty and wears a grey coat.'),
    ]
    expect(screenplayOfEntries(items, '')).toBe(`INT. LIGHTHOUSE - NIGHT

MARA, sixty. MARA is sixty and wears a grey coat.

Mara listens.

MARA
Say that again.

EXT. CLIFF - DAWN

High over the sea, with yellow grass.

Mara runs.
`)
  })

  it('casts everybody who has an entry and is named, described as there', () => {
    const items = [
      entry('note', 'a', 'In the market at noon Ida and Pavel sit beside Otto.'),
      entry('character', 'Ida', 'A lamp maker, thirty, with short red hair and a green apron.'),
      entry('character', 'Pavel', 'Eight, her nephew, in a blue sweater.'),
      entry('character', 'OTTO', 'A fisherman in a yellow coat.'),
      entry('character', 'Nobody', 'Is not in it.'),
    ]
    const { cast } = draftsOf(screenplayOfEntries(items, ''), { fps: 24, targetSeconds: null }).story()
    expect(cast.map(({ name }) => name).sort()).toEqual(['IDA', 'OTTO', 'PAVEL'])
    const said = (name: string) => cast.find((one) => one.name === name)?.said
    expect(said('IDA')).toMatchObject({ age: 'adult', hair: 'short', costume: 'apron' })
    expect(said('PAVEL')).toMatchObject({ age: 'child', costume: 'sweater' })
    expect(said('OTTO')).toMatchObject({ costume: 'coat' })
  })

  it('says the same of notes as of their file', () => {
    const bytes = readFileSync('examples/the-paper-moon/notes.md')
    const file = readScreenplay({ bytes, fileName: 'notes.md' }).fountain
    const note = screenplayOfEntries([entry('note', 'Notes', bytes.toString('utf8'))], 'The Paper Moon')
    const filmed = (text: string) => text.split('\n\n').filter((one) => one !== '' && !/^(?:\[\[|#|Title)/.test(one.trim()))
    expect(filmed(note)).toEqual(filmed(file))
  }) // prettier-ignore

  it('is nothing where nothing happens, and the file where there is one', () => {
    expect(screenplayOfEntries([entry('character', 'Ida', 'A lamp maker.'), entry('prop', 'lamp', 'Old.')], 'X')).toBe('')
    expect(screenplayOfEntries([entry('note', 'Look', 'Warm.')], 'X')).toBe('')
    expect(gatheredScreenplay([entry('note', 'a', 'It rains.'), entry('screenplay', 'f', 'INT. A - DAY\n')], 'X')).toBe('INT. A - DAY\n')
  }) // prettier-ignore
})
