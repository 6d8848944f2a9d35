import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignScenes } from '@/domain/scene/alignScenes'
import { clipName } from '@/domain/scene/clipName'
import { longestCommonRun, wordsOfText } from '@/domain/scene/wordRuns'

const standing = [
  { id: 'a', heading: 'INT. KITCHEN - NIGHT', text: 'Mara listens to a dead radio.' },
  { id: 'b', heading: 'INT. KITCHEN - NIGHT', text: 'MARA\nSay that again, whoever you are.' },
  { id: 'c', heading: 'EXT. STREET - NIGHT', text: 'Tom runs past shuttered shops.' },
  { id: 'd', heading: 'EXT. CLIFF - DAY', text: 'X.' },
]
const drafts = standing.map(({ heading, text }) => ({ heading, text }))
const change = (at: number, to: Partial<(typeof drafts)[number]>) =>
  drafts.map((one, i) => (i === at ? { ...one, ...to } : one))

describe('a new breakdown goes on with the scenes that stand', () => {
  it('keeps every id when nothing changed', () => {
    expect(alignScenes(standing, drafts)).toEqual({ matches: ['a', 'b', 'c', 'd'], archived: [] })
  })

  it('keeps the id of a scene whose words changed a little, or wholly between two that stand', () => {
    expect(alignScenes(standing, change(1, { text: 'MARA\nSay that twice, whoever you are.' })).matches).toEqual([
      'a',
      'b',
      'c',
      'd',
    ])
    expect(alignScenes(standing, change(3, { text: 'Y.' })).matches).toEqual(['a', 'b', 'c', 'd'])
  })

  it('archives what was taken out and gives new scenes none', () => {
    const without = drafts.filter((_, i) => i !== 2)
    expect(alignScenes(standing, without)).toEqual({ matches: ['a', 'b', 'd'], archived: ['c'] })
    const added = [
      ...drafts.slice(0, 2),
      { heading: 'INT. ATTIC - DAY', text: 'Dust and an old trunk.' },
      ...drafts.slice(2),
    ]
    expect(alignScenes(standing, added)).toEqual({ matches: ['a', 'b', null, 'c', 'd'], archived: [] })
  })

  it('follows a scene that moved and one whose heading was renamed', () => {
    expect(alignScenes(standing, [...drafts.slice(2), ...drafts.slice(0, 2)]).matches).toEqual(['c', 'd', 'a', 'b'])
    expect(alignScenes(standing, change(2, { heading: 'EXT. HARBOUR ROAD - NIGHT' })).matches).toEqual([
      'a',
      'b',
      'c',
      'd',
    ])
  })

  it('keeps equal scenes in their order', () => {
    const twins = ['1', '2', '3'].map((id) => ({ id, heading: 'INT. A', text: 'X.' }))
    expect(alignScenes(twins, twins.slice(0, 2))).toEqual({ matches: ['1', '2'], archived: ['3'] })
  })

  it('gives every id once: matched or archived', () => {
    const scene = fc.record({ heading: fc.constantFrom('INT. A', 'EXT. B'), text: fc.array(fc.constantFrom('one', 'two', 'three', 'four', 'five'), { maxLength: 6 }).map((list) => list.join(' ')) }) // prettier-ignore
    fc.assert(
      fc.property(fc.array(scene, { maxLength: 12 }), fc.array(scene, { maxLength: 12 }), (old, fresh) => {
        const existing = old.map((one, at) => ({ ...one, id: String(at) }))
        const { matches, archived } = alignScenes(existing, fresh)
        expect(matches).toHaveLength(fresh.length)
        expect([...matches.filter((id) => id !== null), ...archived].sort()).toEqual(
          existing.map(({ id }) => id).sort(),
        )
      }),
      { numRuns: 200 },
    )
  })

  it('aligns 5,000 scenes that all look alike in a moment', () => {
    const many = Array.from({ length: 5000 }, (_, at) => ({
      id: String(at),
      heading: 'INT. A',
      text: `he waits a while here ${String(at)}`,
    }))
    const { archived } = alignScenes(many, many.map(({ heading, text }) => ({ heading, text: `${text} again` }))) // prettier-ignore
    expect(archived).toEqual([])
  })
})

describe('words and names', () => {
  it('measures the longest run that two texts share', () => {
    expect(longestCommonRun(wordsOfText('The sea is flat and bright'), wordsOfText('a sea is flat, dark'))).toBe(3)
    expect(longestCommonRun([], ['a'])).toBe(0)
  })

  it('names clips for files', () => {
    expect([clipName('12A', 30), clipName('1', 10), clipName('a 7', 1000), clipName('1/2', 20)]).toEqual(['SC012A_SH030', 'SC001_SH010', 'SCA-007_SH1000', 'SC001-2_SH020']) // prettier-ignore
  })
})
