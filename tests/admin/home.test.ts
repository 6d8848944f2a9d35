import { describe, expect, it } from 'vitest'
import { needsOf } from '@/admin/home/needsOf'
import { stageOf } from '@/admin/home/stageOf'
import { rowsOf } from '@/admin/run/rowsOf'
import type { StepTold } from '@/admin/run/runShape'
import { lasting } from '@/admin/status/lasting'
import { roundedUp } from '@/admin/status/money'
import { en } from '@/admin/words/en'
import type { Words } from '@/admin/words/wordsOf'

const words: Words = {
  language: 'en',
  say: (key, vars = {}) => `${key} ${Object.values(vars).join(' ')}`.trim(),
  status: (key) => key,
  step: (name) => name,
  time: (at) => String(at),
}

describe('the first page', () => {
  it('puts money nobody knows the end of first, then runs that stopped, then scenes', () => {
    const tally = { total: 3, done: 1, working: 0, failed: 1, stale: 2, decide: 0 }
    const needs = needsOf(
      {
        decisions: [{ id: 'g', project: 'p', what: 'A clip', nanodollars: 420_000_000, since: new Date() }],
        failed: [{ id: 'r', project: 'p', kind: 'qualify', what: 'No year' }],
        scenes: new Map([['p', tally]]),
        titles: new Map([['p', 'The Long Pier']]),
      },
      words,
    )
    expect(needs.map(({ is }) => is)).toEqual(['decide', 'failed', 'failed', 'stale'])
    expect(needs[0]?.money).toBe('atRisk $0.42')
    expect(needs[1]?.href).toBe('/admin/collections/runs/r')
  })

  it('shows how far a project is, and where it failed', () => {
    expect(stageOf('generating', { total: 20, done: 7 })).toEqual({
      gather: 'done',
      qualify: 'done',
      scenes: 'now',
      film: 'next',
    })
    expect(stageOf('failed', { total: 0, done: 0 }).qualify).toBe('failed')
    expect(stageOf('failed', { total: 20, done: 7 }).scenes).toBe('failed')
    expect(stageOf('completed', { total: 20, done: 20 }).film).toBe('done')
  })

  it('rounds money up to the cent, never down', () => {
    expect(roundedUp(1)).toBe('$0.01')
    expect(roundedUp(50_000_000)).toBe('$0.05')
    expect(roundedUp(50_000_001)).toBe('$0.06')
    expect(roundedUp(0)).toBe('$0.00')
  })

  it('says how long something lasts in the units of the language', () => {
    expect(lasting(340, 'en')).toBe('5 min 40 sec')
    expect(lasting(3900, 'en')).toBe('1 hr 5 min')
    expect(lasting(0, 'de')).toBe('0 Sek.')
  })

  it('has a word for one and for many wherever it counts', () => {
    const ones = Object.keys(en).filter((key) => key.endsWith('_one'))
    expect(ones.length).toBeGreaterThan(5)
    for (const one of ones) expect(en).toHaveProperty(one.replace(/_one$/, '_other'))
  })
})

describe('the timeline of a run', () => {
  const step = (id: string, over: Partial<StepTold> = {}): StepTold => ({
    id,
    says: '',
    state: 'succeeded',
    attempts: 1,
    startedAt: '2026-11-22T10:00:00.000Z',
    endedAt: '2026-11-22T10:00:05.000Z',
    error: null,
    needs: [],
    scene: null,
    worker: null,
    againAt: null,
    ...over,
  })

  it('draws steps of one name as one line, from the first beginning to the last end; what works ends now', () => {
    const now = Date.parse('2026-11-22T10:01:00.000Z')
    const [pictures, clips] = rowsOf(
      [
        step('0:scene.compose-picture'),
        step('1:scene.compose-picture', { state: 'running', startedAt: '2026-11-22T10:00:03.000Z', endedAt: null }),
        step('2:scene.make-clip', { state: 'pending', startedAt: null, endedAt: null }),
      ],
      now,
    )
    expect(pictures).toMatchObject({
      name: 'scene.compose-picture',
      phase: 'scene',
      total: 2,
      done: 1,
      working: 1,
      to: now,
    })
    expect(clips).toMatchObject({ total: 1, done: 0, from: null, to: null })
  })
})
