import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frameAt, middleOf, timecodeOf } from '@/domain/review/frames'
import { mentionsIn, namesOf } from '@/domain/review/mentionsIn'
import { clipAt, placeInCut } from '@/domain/review/placeInCut'

describe('a frame', () => {
  it('is the one shown where a player is sent for it, at every rate', () => {
    const rates = fc.constantFrom(8, 12, 24, 25, 30, 50, 60, 24000 / 1001, 30000 / 1001)
    fc.assert(fc.property(rates, fc.integer({ min: 0, max: 200_000 }), (fps, frame) =>
      frameAt(middleOf(frame, fps), { fps, frames: 300_000 }) === frame && frameAt(frame / fps, { fps, frames: 300_000 }) === frame)) // prettier-ignore
  })
  it('stays inside the film and is written as cutting rooms do', () => {
    expect([frameAt(-1, { fps: 24, frames: 10 }), frameAt(99, { fps: 24, frames: 10 })]).toEqual([0, 9])
    expect(timecodeOf(24 * 3661 + 5, 24)).toBe('01:01:01:05')
  })
  it('belongs to the scene it lies in, and moves with it into a later cut', () => {
    const clips = [{ scene: 'a', recordIn: 0, recordOut: 10 }, { scene: 'b', recordIn: 10, recordOut: 12 }] // prettier-ignore
    expect([clipAt(clips, 9)?.scene, clipAt(clips, 10)?.scene, clipAt(clips, 12)]).toEqual(['a', 'b', undefined])
    const cut = { film: 'new', clips }
    expect(placeInCut({ film: 'new', frame: 3, scene: 'b', sceneFrame: 0 }, cut)).toBe(3)
    expect(placeInCut({ film: 'old', frame: 40, scene: 'b', sceneFrame: 1 }, cut)).toBe(11)
    expect(placeInCut({ film: 'old', frame: 40, scene: 'b', sceneFrame: 9 }, cut)).toBe(11)
    expect(placeInCut({ film: 'old', frame: 40, scene: 'gone', sceneFrame: 1 }, cut)).toBeNull()
  })
})

describe('a mention', () => {
  const people = [{ id: '1', name: 'Ann' }, { id: '2', name: 'Anna Berg' }, { id: '3', name: 'Ōe Kenzaburō' }] // prettier-ignore
  it('is the longest name behind an @ that stands by itself', () => {
    expect(mentionsIn('@Anna Berg and @ann, @Ōe Kenzaburō!', people)).toEqual(['2', '1', '3'])
    expect(mentionsIn('ann@ann.example, @Annabel, @ Ann, @', people)).toEqual([])
    expect(mentionsIn('@Ann @ANN', people)).toEqual(['1'])
  })
  it('tells people of one name apart', () => {
    const two = [{ id: '1', name: 'Jo', email: 'jo@a.example' }, { id: '2', name: 'jo', email: 'j@b.example' }, { id: '3', name: '', email: 'kim@c.example' }] // prettier-ignore
    const names = namesOf(two)
    expect(names.map(({ name }) => name)).toEqual(['Jo (jo@a.example)', 'jo (j@b.example)', 'kim'])
    expect(mentionsIn('@jo (j@b.example) look', names)).toEqual(['2'])
  })
})
