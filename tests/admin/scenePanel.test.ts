import { describe, expect, it } from 'vitest'
import { judgedOf } from '@/admin/scene/judgedOf'
import { frameAt, middleOf, timecode } from '@/admin/scene/player/timecode'
import type { Standing } from '@/admin/scene/standingOf'
import type { ToldTake } from '@/domain/takes/toldTake'

const standing = (answers: object[]) => ({ answers }) as unknown as Standing
const take = (id: string, answers: object[]) => ({ id, kind: 'still', answers }) as unknown as ToldTake

describe('the counter of the player', () => {
  it('says hours, minutes, seconds and frames', () => {
    expect(timecode(0, 24)).toBe('00:00:00:00')
    expect(timecode(24 * 3661 + 23, 24)).toBe('01:01:01:23')
  })
  it('finds the same frame again wherever in it the clip stands', () => {
    for (const fps of [24, 25, 30])
      for (const frame of [0, 1, 7, 128]) {
        expect(frameAt(middleOf(frame, fps), fps)).toBe(frame)
        expect(frameAt(frame / fps, fps)).toBe(frame)
      }
  })
})

describe('what the judges said', () => {
  it('stands with no and unknown first, and what was not asked last', () => {
    const rows = ['yes', 'not_asked', 'unknown', 'no'].map((answer) => ({ claim: answer, question: answer, answer, judge: 'vision' })) // prettier-ignore
    expect(judgedOf(standing(rows), [], null).vision.map(({ answer }) => answer)).toEqual(['no', 'unknown', 'yes', 'not_asked']) // prettier-ignore
  })
  it('has its question also where an older film kept the claim alone', () => {
    const answers = [{ claim: '0:place:PIER', question: 'Is this the PIER?', answer: 'yes', evidence: '' }]
    const kept = standing([{ claim: '0:place:PIER', answer: 'yes', judge: 'vision' }])
    expect(judgedOf(kept, [take('a', answers)], null).vision[0]?.question).toBe('Is this the PIER?')
  })
  it('is about the take that is looked at', () => {
    const takes = [take('b', []), take('a', [{ claim: 'x', question: 'Is NORA there?', answer: 'no', evidence: 'nobody' }])]
    expect(judgedOf(standing([]), takes, 'a').vision).toMatchObject([{ question: 'Is NORA there?', evidence: 'nobody' }])
  }) // prettier-ignore
})
