import { describe, expect, it } from 'vitest'
import { peopleOf } from '@/domain/cast/people/peopleOf'
import { breakIntoScenes } from '@/domain/screenplay/breakdown'
import { parseFountain } from '@/domain/screenplay/fountain'

const play = (...parts: string[]) => parseFountain(`INT. HALL - DAY\n\n${parts.join('\n\n')}\n`)
const said = (name: string, words = 'Yes, of course.') => `${name}\n${words}`
const castOf = (...parts: string[]) => peopleOf(play(...parts).elements)
const namesOf = (...parts: string[]) => castOf(...parts).people.map(({ name, aliases }) => [name, ...aliases].join('/'))
const apart = said('ZOE', 'Well.')

describe('who is one person in a screenplay', () => {
  it('is everybody once, whatever stands behind the name', () => {
    expect(namesOf(said('JONAS'), said('MARA'), said('JONAS (V.O.)'), said("JONAS (CONT'D)"))).toEqual([
      'JONAS',
      'MARA',
    ])
  })

  it('is the same with accents, hyphens or an article', () => {
    expect(namesOf(said('RENÉE'), apart, said('RENEE'), apart, said('JEAN-LUC'), apart, said('JEAN LUC'), apart, said('THE MAN'), apart, said('MAN'))).toEqual(['RENÉE/RENEE', 'ZOE', 'JEAN-LUC/JEAN LUC', 'THE MAN/MAN']) // prettier-ignore
  })

  it('takes a slip of the pen for the one it is nearest to, and says so', () => {
    const { people, notices, nameOf } = castOf(said('JONAS'), apart, said('JONAS'), apart, said('JONES'))
    expect(people.map(({ name, aliases }) => [name, aliases])).toEqual([['JONAS', ['JONES']], ['ZOE', []]]) // prettier-ignore
    expect(nameOf('JONES')).toBe('JONAS')
    expect(notices).toMatchObject([{ code: 'CAST_ASSUMED', line: 15, what: expect.stringMatching(/^Assumed that JONES is JONAS: /) as string }]) // prettier-ignore
  })

  it('keeps those apart who speak to each other, or are a man and a woman, and says so', () => {
    const { people, notices } = castOf(said('JONAS'), said('JONES'), apart, said('MARIO'), apart, said('MARIA'))
    expect(people.map(({ name }) => name)).toEqual(['JONAS', 'JONES', 'ZOE', 'MARIO', 'MARIA'])
    expect(notices.map(({ code }) => code)).toEqual(['CAST_KEPT_APART', 'CAST_KEPT_APART'])
  })

  it('takes nobody for their mother, their younger self or the guard beside them', () => {
    const names = ['JONAS', "JONAS'S MOTHER", 'YOUNG JONAS', 'GUARD 1', 'GUARD 2', 'TALL GUARD', 'GUARD']
    expect(namesOf(...names.flatMap((name) => [said(name), apart]))).toEqual([...names.slice(0, 1), 'ZOE', ...names.slice(1)]) // prettier-ignore
  })

  it('knows a rank and a full name from a part of it', () => {
    expect(namesOf('SERGEANT VOSS, sixty, enters.', said('VOSS'), said('MARA QUINN'), said('ZOE'), said('MARA'))).toEqual(['VOSS/SERGEANT VOSS', 'MARA QUINN/MARA', 'ZOE']) // prettier-ignore
  })

  it('asks a person when a part of a name could be two', () => {
    const { people, notices } = castOf(said('MARA QUINN'), said('TOM QUINN'), said('ZOE'), said('QUINN'))
    expect(people).toHaveLength(4)
    expect(notices[0]?.what).toBe('QUINN is kept as a person apart from MARA QUINN: MARA QUINN and TOM QUINN could both be meant.') // prettier-ignore
  })

  it('gives somebody the name the text gives later, from the beginning', () => {
    const { people, nameOf, notices } = castOf(said('MAN'), said('ZOE'), 'The man -- JONAS, forty -- sits down.', said('JONAS')) // prettier-ignore
    expect(nameOf('MAN')).toBe('JONAS')
    expect(people[0]).toMatchObject({ name: 'JONAS', aliases: ['MAN'], renamed: { line: 9, sure: true } })
    expect(notices.map(({ code }) => code)).toEqual(['CAST_RENAMED'])
  })

  it('believes a stranger who says a name, and notes that it was only said', () => {
    const { nameOf, notices } = castOf(said('STRANGER', 'My name is Jonas.'), said('ZOE'), said('JONAS'))
    expect(nameOf('STRANGER')).toBe('JONAS')
    expect(notices[0]?.what).toMatch(/^Assumed that STRANGER is JONAS, who says “My name is Jonas”/)
  })

  it('meets somebody who never speaks by what stands behind the name', () => {
    expect(namesOf('NOOR, a courier of twenty, walks on. THE BELL, a heavy thing, rings.')).toEqual(['NOOR'])
  })

  it('leaves groups and shouted sentences out', () => {
    expect(namesOf(said('CROWD'), said('SOLDIERS'), said('BOTH'), said('TWO GUARDS'), said('ZOE'), said('THE DOOR FALLS SHUT WITH A CRASH AND'))).toEqual(['ZOE']) // prettier-ignore
  })

  it('tells Rose from a rose', () => {
    const { people, named } = castOf('ROSE, thirty, enters with a rose.', said('ZOE'))
    expect(people.map(({ name }) => name)).toContain('ROSE')
    expect([named('Rose waits.'), named('She smells the rose.'), named('A ROSE lies there.')]).toEqual([
      ['ROSE'],
      [],
      [],
    ])
  })
})

describe('scenes of people with several names', () => {
  it('have the person under one name, and the text as it was written', () => {
    const { scenes } = breakIntoScenes(play(said('JONAS'), apart, said('JONAS'), apart, said('JONES', 'It is me.'), 'Jones sits down.'), { fps: 24 }) // prettier-ignore
    const names = scenes.flatMap(({ charactersPresent, dialogue }) => [...charactersPresent, ...dialogue.map(({ character }) => character)]) // prettier-ignore
    expect(new Set(names)).toEqual(new Set(['JONAS', 'ZOE']))
    expect(scenes.map(({ screenplayText }) => screenplayText).join('\n')).toMatch(/JONES\nIt is me\./)
  })
})
