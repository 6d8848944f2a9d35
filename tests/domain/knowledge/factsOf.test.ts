import { describe, expect, it } from 'vitest'
import { factsOf, type FilmDocuments } from '@/domain/knowledge/factsOf'
import { fuseRanks, nearest } from '@/domain/knowledge/fuseRanks'

const nothing: FilmDocuments = { bible: {}, people: [], places: [], props: [], scenes: [] }
const factsIn = (documents: Partial<FilmDocuments>) => factsOf({ ...nothing, ...documents })

describe('what is known of a film', () => {
  it('is nothing when nothing is written, and never that something is not in the text', () => {
    expect(factsOf(nothing)).toEqual([])
    expect(factsIn({ people: [{ name: 'TOM', biography: 'Not in the text.', aliases: [] }] })).toEqual([])
  })

  it('of a person is what the profile says, with the lines of the screenplay', () => {
    const mara = {
      name: 'MARA', role: 'lead', aliases: ['THE KEEPER'], biography: 'She keeps the light. (line 12)',
      evidence: [{ about: 'hair', value: 'short', line: 7, quote: 'her short hair' }],
      variants: [{ name: 'soaked', description: 'Mara is soaked. (line 40)', fromSequence: 6, toSequence: null }],
    } // prettier-ignore
    expect(factsIn({ people: [mara] }).map(({ predicate, object, text, lines, scope }) => ({ predicate, object, text, lines, scope }))).toEqual([
      { predicate: 'is called', object: 'THE KEEPER', text: 'MARA is also called THE KEEPER.', lines: [], scope: null },
      { predicate: 'is', object: 'lead', text: 'MARA is lead.', lines: [], scope: null },
      { predicate: 'hair', object: 'short', text: 'MARA, hair: short. “her short hair”', lines: [7], scope: null },
      { predicate: 'does', object: '', text: 'She keeps the light.', lines: [12], scope: null },
      { predicate: 'looks', object: 'soaked', text: 'MARA looks different (soaked): Mara is soaked.', lines: [40], scope: { fromSequence: 6, toSequence: null } },
    ]) // prettier-ignore
  })

  it('of a thing holds from the scene in which a hand takes it to the one in which it lets go', () => {
    const scenes = [1, 2, 3].map((n) => ({ clipName: `SC001_SH0${String(n)}0`, sequenceNumber: n }))
    const lantern = { name: 'lantern', holders: [{ character: 'MARA', fromScene: 'SC001_SH020', toScene: 'SC001_SH030' }] } // prettier-ignore
    expect(factsIn({ scenes, props: [lantern] })).toMatchObject([
      { subject: 'MARA', predicate: 'holds', object: 'lantern', scope: { fromSequence: 2, toSequence: 3 } },
    ])
  })

  it('of a scene is what it shows, who is there and every line, each in its scene alone', () => {
    const scene = {
      clipName: 'SC002_SH010', sequenceNumber: 4, location: 'PIER', timeOfDay: 'night', weather: 'foggy', charactersPresent: ['MARA', 'TOM'],
      action: 'The ferry leaves.', dialogue: [{ character: 'TOM', line: 'Too late.', sourceLine: 31 }], fromLine: 28, toLine: 32,
    } // prettier-ignore
    const facts = factsIn({ scenes: [scene] })
    expect(facts.map(({ text, lines }) => [text, lines])).toEqual([
      ['The ferry leaves.', [28, 32]],
      ['MARA, TOM at PIER, night, foggy.', [28]],
      ['TOM: Too late.', [31]],
    ])
    expect(facts.every(({ scope }) => scope?.fromSequence === 4 && scope.toSequence === 4)).toBe(true)
    expect(facts[2]?.source).toEqual({ collection: 'scenes', document: 'SC002_SH010', field: 'dialogue' })
  })

  it('of the world is what always holds, what happened when, and who knows whom', () => {
    const bible = {
      timeline: [{ event: 'The ferry sank.', when: 'ten years ago', storyDay: 1, source: 'line 9: said' }],
      relationships: [{ from: 'MARA', to: 'TOM', kind: 'brother', description: 'TOM is MARA’s brother.', evidence: ['line 14'] }],
      worldRules: [{ category: 'law', rule: 'The light must never go out.', source: 'line 3, said by MARA' }],
    } // prettier-ignore
    expect(factsIn({ bible }).map(({ subject, predicate, object, lines }) => [subject, predicate, object, lines])).toEqual([
      ['day 1', 'happens', 'ten years ago', [9]], ['MARA', 'brother', 'TOM', [14]], ['the world', 'always', 'law', [3]],
    ]) // prettier-ignore
  })
})

describe('what is found by words and by meaning', () => {
  it('is ranked highest when both find it, and meaning counts more', () => {
    const ranked = fuseRanks({ words: ['both', 'word'], meaning: ['meant', 'both'] })
    expect(ranked.map(({ id }) => id)).toEqual(['both', 'meant', 'word'])
    expect(fuseRanks({ words: ['only'], meaning: [] })).toEqual([{ id: 'only', score: 1 }])
    expect(fuseRanks({ words: [], meaning: [] })).toEqual([])
  })

  it('knows the nearest vectors, and that nothing is near nothing', () => {
    const among = [
      { id: 'far', vector: Float32Array.of(0, 1) },
      { id: 'near', vector: Float32Array.of(2, 0.1) },
      { id: 'none', vector: Float32Array.of(0, 0) },
    ]
    expect(nearest(Float32Array.of(1, 0), among, 2).map(({ id }) => id)).toEqual(['near', 'far'])
    expect(nearest(Float32Array.of(0, 0), among, 1)[0]?.likeness).toBe(0)
  })
})
