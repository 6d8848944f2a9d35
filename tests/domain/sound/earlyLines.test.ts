import { describe, expect, it } from 'vitest'
import { earlyBy, splits, withoutOverlap, type SplitScene } from '@/domain/sound/earlyLines'

const line = (character: string, startS: number, endS: number) => ({ character, startS, endS })
const scene = (dialogue: SplitScene['dialogue'], more: Partial<SplitScene> = {}): SplitScene => ({
  heading: 'INT. KITCHEN - NIGHT', sceneNumber: '3', durationS: 5, transitionIn: 'cut', transitionOut: 'cut', dialogue, ...more,
}) // prettier-ignore
const nora = scene([line('NORA', 0.5, 4)])

describe('a line over a cut', () => {
  it('begins up to half a second before its picture, as far as the line before leaves silence', () => {
    expect(earlyBy(nora, scene([line('ELIAS', 0.5, 4)]))).toBeCloseTo(1)
    expect(earlyBy(nora, scene([line('ELIAS', 0.5, 4.55)]))).toBeCloseTo(0.8)
    expect(earlyBy(nora, scene([]))).toBeCloseTo(0.5 + splits.leadMostS)
  })

  it('never touches the line before: with too little silence nothing moves', () => {
    for (let endS = 1; endS < 5; endS += 0.05) {
      const early = earlyBy(nora, scene([line('ELIAS', 0.5, endS)]))
      if (early > 0) expect(5 + 0.5 - early).toBeGreaterThanOrEqual(endS + splits.breathS - 1e-9)
    }
    expect(earlyBy(nora, scene([line('ELIAS', 0.5, 4.75)]))).toBe(0)
  })

  it('stays behind its picture when the same person goes on, so that the lips are seen', () => {
    expect(0.5 - earlyBy(nora, scene([line('NORA', 0.5, 4)]))).toBeCloseTo(splits.goesOnS)
  })

  it('waits for its picture over a dissolve, into another sequence, and behind action', () => {
    const before = scene([line('ELIAS', 0.5, 3)])
    expect(earlyBy(nora, { ...before, transitionOut: 'dissolve' })).toBe(0)
    expect(earlyBy(nora, { ...before, sceneNumber: '2' })).toBe(0)
    expect(earlyBy({ ...nora, heading: 'EXT. PIER - CONTINUOUS' }, { ...before, sceneNumber: '2' })).toBeGreaterThan(0)
    expect(earlyBy(scene([line('NORA', 1.4, 4)]), before)).toBe(0)
    expect(earlyBy(nora, null)).toBe(0)
    expect(earlyBy(scene([]), before)).toBe(0)
  })

  it('that is not finished pushes the next one back a little; who speaks at once does', () => {
    const lines = [
      { startS: 1, durationS: 2, dual: false },
      { startS: 2.8, durationS: 1, dual: false },
      { startS: 2.9, durationS: 1, dual: true },
    ]
    expect(withoutOverlap(lines).map(({ startS }) => startS)).toEqual([1, 3, 2.9])
  })
})
