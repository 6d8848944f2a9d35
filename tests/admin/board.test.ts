import { describe, expect, it } from 'vitest'
import type { BoardScene } from '@/stores/reads/boardRead'
import { fits, groupsOf, linesOf, says } from '@/admin/board/shownScenes'

const sceneOf = (n: number, over: Partial<BoardScene> = {}): BoardScene => ({
  id: `scene-${n}`,
  number: n,
  clip: `SC001_SH${n}0`,
  scene: '1',
  heading: 'EXT. PIER - NIGHT',
  title: 'Mara lights a lamp',
  seconds: 4,
  people: ['MARA'],
  status: 'completed',
  locked: false,
  stale: [],
  verdict: 'passed',
  overruled: false,
  picture: null,
  takes: 1,
  error: null,
  ...over,
})

describe('the board', () => {
  it('keeps neighbours of one scene of the screenplay together, in film order', () => {
    const scenes = [sceneOf(1), sceneOf(2), sceneOf(3, { scene: '2' }), sceneOf(4)]
    expect(groupsOf(scenes).map(({ scene, seconds }) => [scene, seconds])).toEqual([
      ['1', 8],
      ['2', 4],
      ['1', 4],
    ])
  })

  it('packs small groups into one line and breaks long ones', () => {
    const scenes = [
      ...[1, 2].map((n) => sceneOf(n)),
      sceneOf(3, { scene: '2' }),
      ...[4, 5, 6, 7, 8].map((n) => sceneOf(n, { scene: '3' })),
    ]
    const lines = linesOf(groupsOf(scenes), 4)
    expect(lines.map(({ parts }) => parts.map((part) => part.scenes.length))).toEqual([[2, 1], [4], [1]])
    expect(lines.flatMap(({ parts }) => parts.flatMap((part) => part.scenes.map(({ id }) => id)))).toEqual(
      scenes.map(({ id }) => id),
    )
  })

  it('finds a scene by its people and words, whatever their case and accents', () => {
    expect(says(sceneOf(1, { people: ['RENÉE'] }), 'renee lamp')).toBe(true)
    expect(says(sceneOf(1), 'boat')).toBe(false)
  })

  it('calls a done scene that no longer fits stale, not done', () => {
    const stale = sceneOf(1, { stale: ['The coat of Mara changed.'] })
    expect(fits.done(stale)).toBe(false)
    expect(fits.stale(stale)).toBe(true)
  })
})
