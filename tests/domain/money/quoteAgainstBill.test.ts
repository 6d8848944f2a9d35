import { describe, expect, it } from 'vitest'
import { quoteAgainstBill, type BilledCall } from '@/domain/money/quoteAgainstBill'
import { clipLookWhat, lineKindOfCall, lineWhy } from '@/domain/money/quoteLines'
import { sceneCallsOf } from '@/domain/money/sceneCallsOf'

const line = (why: string, more = {}) => ({ department: 'art', model: 'fal/edit', calls: 10, expected: 1000, atMost: 5000, why, ...more }) // prettier-ignore
const layer = (more: Partial<BilledCall> = {}): BilledCall => ({
  department: 'art', what: 'Layer 2: MARA', inScene: true, kind: 'picture', model: 'fal/edit', take: 1, billed: 100, isBilled: true,
  expected: 100, ...more,
}) // prettier-ignore

describe('a quote beside its bill', () => {
  it('has no reasons where it was right', () => {
    const told = quoteAgainstBill(
      { lines: [line(lineWhy.layers(5))] },
      Array.from({ length: 10 }, () => layer()),
    )
    expect(told).toMatchObject({ expected: 1000, billed: 1000, offByThousandths: 0, lines: [{ planned: 10, calls: 10, because: [] }] }) // prettier-ignore
  })

  it('says every amount it is off by: fewer calls, takes made again, another price, bills that are not there', () => {
    const calls = [
      ...Array.from({ length: 6 }, () => layer()),
      layer({ take: 2, billed: 130 }),
      layer({ billed: 0, isBilled: false }),
    ]
    const { lines, offByThousandths } = quoteAgainstBill({ lines: [line(lineWhy.layers(5))] }, calls)
    expect(lines[0]?.because).toEqual([
      '−$0.0000003: 3 calls fewer than planned',
      '+$0.0000001: 1 made again after a judge’s no',
      '−$0.0000001: 1 not billed yet, or not charged',
      '+$0.00000003: a call cost $0.000000104 instead of $0.0000001',
    ])
    expect(offByThousandths).toBe(-270)
  })

  it('tells reference pictures from layers, looks at pictures from looks at clips, lines from music', () => {
    const kind = (department: string, more: Partial<BilledCall> = {}) => lineKindOfCall(layer({ department, ...more }))
    expect(kind('character', { inScene: false })).toBe('references')
    expect(kind('art', { inScene: false })).toBe('references')
    expect(kind('art')).toBe('layers')
    expect(kind('continuity', { what: 'Judge: Layer 2: MARA', kind: null })).toBe('looks')
    expect(kind('continuity', { what: `Judge: ${clipLookWhat(12)}`, kind: null })).toBe('clipLooks')
    expect(kind('sound', { what: 'MARA: It burns.', kind: 'sound' })).toBe('lines')
    expect(kind('sound', { what: 'Music: calm', kind: 'sound' })).toBe('music')
    expect(kind('judges', { what: 'Judge: Layer 2: MARA', kind: null })).toBe('looks')
    expect(kind('animation', { kind: 'video' })).toBe('clips')
    expect(kind('story', { what: 'Scenes 1 to 8', kind: null })).toBe('words')
    expect(kind('story', { what: 'Scenes 1 to 8', kind: null, take: 2 })).toBe('wordsAgain')
    expect(kind('production', { what: 'A note', kind: null })).toBeNull()
  })

  it('puts the words of each department to its own line, though one model writes them all', () => {
    const words = (department: string, why: string) => line(why, { department, model: 'openai/words', calls: 1, expected: 100, atMost: 100 }) // prettier-ignore
    const told = quoteAgainstBill(
      { lines: [words('character', 'looks'), words('story', 'camera'), words('story', lineWhy.wordsAgain)] },
      ['character', 'story', 'story'].map((department, n) => layer({ department, model: 'openai/words', kind: null, inScene: false, take: n === 2 ? 2 : 1 })), // prettier-ignore
    )
    expect(told.lines.map(({ calls }) => calls)).toEqual([1, 1, 1])
  })

  it('shows what no line speaks of', () => {
    const { lines, billed } = quoteAgainstBill({ lines: [] }, [layer({ department: 'camera', model: 'fal/other' })])
    expect(lines).toMatchObject([{ model: 'fal/other', planned: 0, calls: 1, billed: 100, why: 'not in the quote' }])
    expect(billed).toBe(100)
  })
})

describe('how many layers a scene is priced with', () => {
  const scene = {
    intExt: 'EXT', location: 'PIER', charactersPresent: ['MARA', 'ELIAS'], shotSize: 'wide', focusOn: 'MARA',
    props: [{ prop: 'lantern', heldBy: 'MARA', state: '' }, { prop: 'lamp', heldBy: '', state: '' }],
  } // prettier-ignore

  it('is as many as its shot plan has: nobody the framing cannot show, nothing that is held or stands there anyway', () => {
    expect(sceneCallsOf(scene, 24, new Set())).toMatchObject({ people: 2, props: 0 })
    expect(sceneCallsOf({ ...scene, shotSize: 'close_up' }, 24, new Set())).toMatchObject({ people: 1, props: 0 })
    expect(sceneCallsOf({ ...scene, shotSize: 'insert' }, 24, new Set())).toMatchObject({ people: 0, props: 1 })
  })

  it('makes its clip longer where it dissolves out of the one before', () => {
    expect(sceneCallsOf({ ...scene, frames: 96, transitionIn: 'dissolve' }, 24)).toMatchObject({ seconds: 5 })
    expect(sceneCallsOf({ ...scene, frames: 96, transitionIn: 'fade' }, 24)).toMatchObject({ seconds: 4 })
  })

  it('is never too few where a thing may have a picture of its own, or nobody said how it is framed', () => {
    expect(sceneCallsOf(scene, 24)).toMatchObject({ people: 2, props: 1 })
    expect(sceneCallsOf({ ...scene, shotSize: null }, 24)).toMatchObject({ people: 2, props: 2 })
  })
})
