import { describe, expect, it } from 'vitest'
import type { BoardScene } from '@/stores/reads/boardRead'
import { boardNews, withAll, withScenes } from '@/admin/board/boardNews'
import { gridMove } from '@/admin/board/gridMove'
import { movedOrder } from '@/admin/board/movedOrder'
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
  rev: 1,
  intent: {
    durationS: 4,
    shotSize: 'wide',
    angle: '',
    movement: '',
    timeOfDay: '',
    weather: '',
    pacing: '',
    lightMood: '',
  },
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

describe('a board that follows a run', () => {
  const step = (seq: number, scene?: string) => ({
    event: 'step' as const,
    data: { runId: 'R', seq, ...(scene ? { scene } : {}) },
  })

  it('reads the one scene an event is about, and nothing it has read already', () => {
    const seqs = new Map([['R', 4]])
    expect(boardNews(seqs, step(4, 'scene-1'))).toBe('known')
    expect(boardNews(seqs, step(5, 'scene-1'))).toEqual({ scene: 'scene-1' })
    expect(boardNews(seqs, step(5, 'scene-1'))).toBe('known')
    expect(boardNews(seqs, step(6))).toEqual({ scene: null })
  })

  it('reads everything again where an event is missing', () => {
    const seqs = new Map([['R', 4]])
    expect(boardNews(seqs, step(7, 'scene-1'))).toBe('gap')
    expect(boardNews(seqs, step(8, 'scene-2'))).toEqual({ scene: 'scene-2' })
  })

  it('draws only the cards that changed', () => {
    const before = [sceneOf(1), sceneOf(2), sceneOf(3)]
    const after = withScenes(before, [sceneOf(1), sceneOf(2, { status: 'failed' })])
    expect(after.map((scene, i) => scene === before[i])).toEqual([true, false, true])
    expect(withScenes(before, [sceneOf(2)])).toBe(before)
    const whole = withAll(before, [sceneOf(3), sceneOf(1), sceneOf(4)])
    expect(whole.map(({ id }) => id)).toEqual(['scene-3', 'scene-1', 'scene-4'])
    expect(whole[0]).toBe(before[2])
  })
})

describe('the order of the film', () => {
  const film = ['a', 'b', 'c', 'd']

  it('has what was dragged before the scene it was dropped on, or at the end', () => {
    expect(movedOrder(film, new Set(['d']), 'b')).toEqual(['a', 'd', 'b', 'c'])
    expect(movedOrder(film, new Set(['a']), null)).toEqual(['b', 'c', 'd', 'a'])
  })

  it('keeps several that are moved in their own order, also when they are dropped on one of themselves', () => {
    expect(movedOrder(film, new Set(['c', 'a']), 'd')).toEqual(['b', 'a', 'c', 'd'])
    expect(movedOrder(film, new Set(['a', 'c']), 'c')).toEqual(['b', 'a', 'c', 'd'])
  })
})

describe('the arrows', () => {
  const rows = [['a', 'b', 'c'], ['d'], ['e', 'f']]
  const go = (from: string, key: string, far = false) => gridMove(rows, from, { key, far })

  it('lead from card to card and from row to row, as near below as there is one', () => {
    expect([go('c', 'ArrowRight'), go('d', 'ArrowLeft'), go('c', 'ArrowDown'), go('f', 'ArrowUp')]).toEqual(['d', 'c', 'd', 'd']) // prettier-ignore
    expect([go('a', 'ArrowLeft'), go('f', 'ArrowRight'), go('a', 'ArrowUp')]).toEqual([null, null, null])
  })

  it('reach the ends of a row and of the film', () => {
    expect([go('b', 'Home'), go('a', 'End'), go('d', 'Home', true), go('d', 'End', true)]).toEqual(['a', 'c', 'a', 'f'])
    expect(go('b', 'x')).toBe(null)
  })
})
