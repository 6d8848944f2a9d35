import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { advance, initialState } from '@/domain/run/advance'
import type { RunEvent } from '@/domain/run/runEvent'
import { progressOf } from '@/domain/run/runState'
import {
  again, anyHistory, begun, cancelling, died, done, failed, failedAlone, landed, plainState, planOf, postponed, readyOf, resumed, settled,
  started, waiting,
} from './runs' // prettier-ignore

const chain = planOf([[], [0], [1]])

describe('a run', () => {
  it('does nothing before it is started', () => {
    const state = initialState(chain)
    expect(state).toMatchObject({ stage: 'pending', seq: 0 })
    expect(readyOf(state)).toEqual([])
  })
  it('begins with the steps that need nothing', () => {
    expect(readyOf(begun(planOf([[], [], [0, 1]])))).toEqual([0, 1])
  })
  it('starts a step when all it needs is done, and not before', () => {
    const plan = planOf([[], [], [0, 1]])
    expect(readyOf(begun(plan, done(0)))).toEqual([1])
    expect(readyOf(begun(plan, done(0), done(1)))).toEqual([2])
  })
  it('keeps a step in flight among the ready ones until its finish is told', () => {
    expect(readyOf(begun(chain))).toEqual([0])
  })
  it('has succeeded when every step is done', () => {
    const state = begun(chain, done(0), done(1), done(2))
    expect(state).toMatchObject({ stage: 'succeeded', seq: 4 })
    expect(progressOf(state)).toEqual({ done: 3, total: 3 })
  })
  it('has succeeded at once when there is nothing to do', () => {
    expect(begun(planOf([])).stage).toBe('succeeded')
  })
  it('lists the longest way to the end first, then plan order', () => {
    const plan = planOf([{ rank: 1 }, { rank: 9 }, { rank: 4 }, { rank: 4 }])
    expect(readyOf(begun(plan))).toEqual([1, 2, 3, 0])
  })
  it('remembers what was reused', () => {
    const state = begun(chain, { type: 'done', node: 0, take: 1, reused: true }, done(1))
    expect(state.reused).toEqual([true, false, false])
  })
  it('is started twice without a second effect', () => {
    const once = begun(chain, done(0))
    expect(plainState(advance(once, started))).toEqual({ ...plainState(once), seq: once.seq + 1 })
  })
})

describe('a step that waits for a provider', () => {
  it('is parked and starts nothing until its key is settled', () => {
    const parked = begun(planOf([[], [0]]), waiting(0, 'clip'))
    expect(parked.stage).toBe('running')
    expect(readyOf(parked)).toEqual([])
    expect(readyOf(advance(parked, settled('clip')))).toEqual([0])
  })
  it('does not park on a key that settled before', () => {
    expect(readyOf(begun(chain, settled('clip'), waiting(0, 'clip')))).toEqual([0])
  })
  it('is woken once by ten signals', () => {
    const woken = begun(chain, waiting(0, 'clip'), ...Array.from({ length: 10 }, () => settled('clip')))
    expect(readyOf(woken)).toEqual([0])
    expect(woken.seq).toBe(12)
  })
  it('shares a key with others, and all are woken', () => {
    const state = begun(planOf([[], [], []]), waiting(0, 'clip'), waiting(2, 'clip'))
    expect(readyOf(state)).toEqual([1])
    expect(readyOf(advance(state, settled('clip')))).toEqual([0, 1, 2])
  })
  it('is parked once, however often that is told', () => {
    expect(begun(chain, waiting(0, 'clip'), waiting(0, 'clip')).parked.get('clip')).toEqual([0])
  })
  it('may wait again, for something else', () => {
    const state = begun(chain, waiting(0, 'clip'), settled('clip'), waiting(0, 'frame'))
    expect(readyOf(state)).toEqual([])
    expect(readyOf(advance(state, settled('frame')))).toEqual([0])
  })
})

describe('a judge’s no', () => {
  it('shoots the step again under a new take', () => {
    expect(begun(chain, again(0)).ready).toMatchObject([{ node: 0, take: 2 }])
  })
  it('makes late news of the take before mean nothing', () => {
    const second = begun(chain, again(0))
    for (const late of [done(0, 1), again(0, 1), failed(0, 1), waiting(0, 'clip', 1)])
      expect(plainState(advance(second, late))).toEqual({ ...plainState(second), seq: second.seq + 1 })
  })
  it('lets the take that passes count', () => {
    expect(readyOf(begun(chain, again(0), again(0, 2), done(0, 3)))).toEqual([1])
  })
})

describe('an error that may pass', () => {
  it('keeps the step ready, not before its time', () => {
    expect(begun(chain, postponed(0, 5000)).ready).toMatchObject([{ node: 0, notBefore: 5000 }])
  })
  it('is forgotten when a person resumes', () => {
    expect(begun(chain, postponed(0, 5000), resumed).ready).toMatchObject([{ node: 0, notBefore: 0 }])
  })
})

describe('a failed step', () => {
  const three = [[], [], [0], [1]]
  it('stops a run that stops at errors, which still takes in what is in flight', () => {
    const stopping = begun(planOf(three), failed(0))
    expect(stopping.stage).toBe('stopping')
    expect(readyOf(stopping)).toEqual([])
    const later = advance(stopping, done(1))
    expect(later.nodes[1]).toBe('done')
    expect(later.stage).toBe('stopping')
    expect(advance(later, landed).stage).toBe('failed')
  })
  it('lets a batch go on with what does not need it, and the batch has failed in the end', () => {
    const going = begun(planOf(three, 'goOn'), failed(0))
    expect(going.stage).toBe('running')
    expect(readyOf(going)).toEqual([1])
    const over = advance(going, done(1), done(3))
    expect(over.stage).toBe('failed')
    expect(over.nodes).toEqual(['failed', 'done', 'blocked', 'done'])
  })
  it('is not waited for in a batch by what only comes after it', () => {
    expect(readyOf(begun(planOf([[], { after: [0] }], 'goOn'), failed(0)))).toEqual([1])
  })
  it('is waited for, until resumed and done, in a run that stops at errors', () => {
    const plan = planOf([[], { after: [0] }])
    expect(readyOf(begun(plan, failed(0), landed, resumed))).toEqual([0])
    expect(readyOf(begun(plan, failed(0), landed, resumed, done(0)))).toEqual([1])
  })
  it('is made again when the run is resumed, and nothing that was done', () => {
    const back = begun(planOf([[], [], [0, 1]]), done(0), failed(1), landed, resumed)
    expect(back.stage).toBe('running')
    expect(readyOf(back)).toEqual([1])
    expect(advance(back, done(1), done(2)).stage).toBe('succeeded')
  })
  it('is resumed while the rest still lands', () => {
    const back = begun(planOf(three), failed(0), resumed)
    expect(back.stage).toBe('running')
    expect(readyOf(back)).toEqual([0, 1])
  })
  it('counts the same when it is dead', () => {
    const dead = begun(planOf(three), died(0))
    expect(dead.stage).toBe('stopping')
    expect(dead.nodes[0]).toBe('dead')
    expect(readyOf(advance(dead, landed, resumed))).toEqual([0, 1])
  })
  it('does not put a late event of the stopped run to use twice', () => {
    const stopped = begun(chain, failed(0), landed)
    expect(plainState(advance(stopped, failed(0), died(0), landed)).nodes).toEqual(plainState(stopped).nodes)
  })
})

describe('a scene that fails alone', () => {
  it('takes with it what needs it, to the end of its chain, and nothing else', () => {
    const plan = planOf([[], [0], [1], [], [3], { after: [2] }], 'stop')
    const state = begun(plan, failedAlone(0))
    expect(state.nodes).toEqual(['skipped', 'skipped', 'skipped', 'ready', 'blocked', 'ready'])
    expect(state.stage).toBe('running')
    expect(advance(state, done(3), done(4), done(5)).stage).toBe('succeeded')
  })
  it('takes with it a step that also needs others', () => {
    expect(begun(planOf([[], [], [0, 1]]), done(1), failedAlone(0)).stage).toBe('succeeded')
  })
  it('stays away when the run is resumed for another reason', () => {
    const state = begun(planOf([[], [0], []]), failedAlone(0), failed(2), landed, resumed)
    expect(state.nodes).toEqual(['skipped', 'skipped', 'ready'])
  })
  it('counts as dealt with in the progress', () => {
    expect(progressOf(begun(planOf([[], [0], []]), failedAlone(0)))).toEqual({ done: 2, total: 3 })
  })
})

describe('a cancelled run', () => {
  it('starts nothing more and is closed when what was in flight has landed', () => {
    const cancelled = begun(planOf([[], []]), cancelling)
    expect(cancelled.stage).toBe('cancelling')
    expect(readyOf(cancelled)).toEqual([])
    const later = advance(cancelled, done(0))
    expect(later.nodes[0]).toBe('done')
    expect(advance(later, landed).stage).toBe('cancelled')
  })
  it('may be cancelled before it started, and a late start does not begin it', () => {
    const state = advance(initialState(chain), cancelling, started)
    expect(state.stage).toBe('cancelling')
    expect(readyOf(state)).toEqual([])
  })
  it('is not resumed before it has landed', () => {
    expect(begun(chain, cancelling, resumed).stage).toBe('cancelling')
  })
  it('goes on where it was when it is resumed', () => {
    expect(readyOf(begun(chain, done(0), cancelling, landed, resumed))).toEqual([1])
  })
  it('cannot be a run that is over', () => {
    expect(begun(planOf([[]]), done(0), cancelling, landed).stage).toBe('succeeded')
  })
  it('is landed once', () => {
    const state = begun(chain, cancelling, landed)
    expect(advance(state, landed, landed).stage).toBe('cancelled')
  })
})

describe('whatever happens', () => {
  const histories = { numRuns: 500 }

  it('a fold gives the same in one go, one by one and in any portions', () => {
    fc.assert(
      fc.property(anyHistory(), fc.nat(60), ({ plan, events }, cut) => {
        const whole = plainState(advance(initialState(plan), ...events))
        const single = plainState(events.reduce((state, event) => advance(state, event), initialState(plan)))
        const parts = advance(advance(initialState(plan), ...events.slice(0, cut)), ...events.slice(cut))
        expect(single).toEqual(whole)
        expect(plainState(parts)).toEqual(whole)
      }),
      histories,
    )
  })
  it('the state it was given stays as it was', () => {
    fc.assert(
      fc.property(anyHistory(), ({ plan, events }) => {
        let state = initialState(plan)
        for (const event of events) {
          const before = structuredClone(plainState(state))
          const next = advance(state, event)
          expect(plainState(state)).toEqual(before)
          state = next
        }
      }),
      { numRuns: 150 },
    )
  })
  it('every event counts the sequence up by one', () => {
    fc.assert(
      fc.property(anyHistory(), ({ plan, events }) => {
        expect(advance(initialState(plan), ...events).seq).toBe(events.length)
      }),
      histories,
    )
  })
  it('no step is ready before what it needs is done', () => {
    fc.assert(
      fc.property(anyHistory(), ({ plan, events }) => {
        let state = initialState(plan)
        for (const event of events) {
          state = advance(state, event)
          for (const { node } of state.ready) {
            const { needs, after } = plan.nodes[node]!
            expect(needs.every((need) => state.nodes[need] === 'done')).toBe(true)
            expect(after.every((need) => !['blocked', 'waiting'].includes(state.nodes[need]!))).toBe(true)
          }
        }
      }),
      histories,
    )
  })
  it('a step that is done stays done', () => {
    fc.assert(
      fc.property(anyHistory(), ({ plan, events }) => {
        let state = initialState(plan)
        for (const event of events) {
          const before = state.nodes
          state = advance(state, event)
          before.forEach((node, i) => node === 'done' && expect(state.nodes[i]).toBe('done'))
        }
      }),
      histories,
    )
  })
  it('a second telling of the same finish changes nothing but the sequence', () => {
    const once = fc.constantFrom<RunEvent['type']>('done', 'failed', 'again', 'died', 'settled', 'landed', 'cancelling')
    fc.assert(
      fc.property(anyHistory(), once, ({ plan, events }, type) => {
        let state = initialState(plan)
        for (const event of events) {
          state = advance(state, event)
          if (event.type !== type) continue
          expect(plainState(advance(state, event))).toEqual({ ...plainState(state), seq: state.seq + 1 })
        }
      }),
      histories,
    )
  })
  it('a run that is running always has something that can happen', () => {
    fc.assert(
      fc.property(anyHistory(), ({ plan, events }) => {
        const state = advance(initialState(plan), ...events)
        const open = state.nodes.some((node) => node === 'ready' || node === 'waiting')
        expect(state.stage !== 'running' || open).toBe(true)
        expect(state.ready.length === 0 || state.stage === 'running').toBe(true)
      }),
      histories,
    )
  })
  it('a run whose steps all pass in the end succeeds', () => {
    fc.assert(
      fc.property(anyHistory(), ({ plan, events }) => {
        let state = advance(
          initialState(plan),
          ...events.filter(({ type }) => type !== 'cancelling' && type !== 'landed'),
        )
        for (let turn = 0; turn < 200 && state.stage !== 'succeeded'; turn++) {
          const news: RunEvent[] = [...state.parked.keys()].map(settled)
          const [best] = state.ready
          if (best) news.push(done(best.node, best.take))
          state = advance(state, ...news, ...(state.stage === 'stopping' ? [landed, resumed] : []))
          if (state.stage === 'failed') state = advance(state, resumed)
        }
        expect(state.stage).toBe('succeeded')
      }),
      histories,
    )
  })
})

describe('a film of 10,000 steps', () => {
  const size = 10_000
  const plan = planOf([
    ...Array.from({ length: size - 1 }, (_, i) => (i < 100 ? [] : [i - 100])),
    Array.from({ length: size - 1 }, (_, i) => i),
  ])
  const events = [started, ...plan.nodes.map(({ node }) => done(node))]

  it('is folded from its events in less than two seconds', () => {
    const began = performance.now()
    expect(advance(initialState(plan), ...events).stage).toBe('succeeded')
    expect(performance.now() - began).toBeLessThan(2000)
  })
  it('is folded in groups of fifty in less than ten seconds', () => {
    const began = performance.now()
    let state = initialState(plan)
    for (let i = 0; i < events.length; i += 50) state = advance(state, ...events.slice(i, i + 50))
    expect(state.stage).toBe('succeeded')
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})
