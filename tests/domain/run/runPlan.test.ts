import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankByCriticalPath } from '@/domain/run/criticalPath'
import { checkPlan, dependantsOf } from '@/domain/run/runPlan'
import { anyPlan, planOf } from './runs'

describe('a plan', () => {
  it('is taken when every need points backwards', () => {
    const plan = planOf([[], [0], { needs: [0], after: [1] }])
    expect(checkPlan(plan)).toBe(plan)
  })
  it.each([
    ['needs itself', planOf([[0]])],
    ['needs a later step', planOf([[1], []])],
    ['comes after a later step', planOf([{ after: [1] }, []])],
    ['needs a step that is not there', planOf([[], [7]])],
    ['needs half a step', planOf([[], [0.5]])],
    ['needs a step before the first', planOf([[], [-1]])],
  ])('is refused when a step %s', (_why, plan) => {
    expect(() => checkPlan(plan)).toThrow(expect.objectContaining({ code: 'PLAN_REFUSED' }) as Error)
  })
  it('is refused when its numbers have a gap or stand twice', () => {
    const plan = planOf([[], []])
    for (const node of [0, 2]) {
      const wrong = { ...plan, nodes: plan.nodes.map((one, i) => (i === 1 ? { ...one, node } : one)) }
      expect(() => checkPlan(wrong)).toThrow(/carries the number/)
    }
  })
  it('knows who waits for whom', () => {
    expect(dependantsOf(planOf([[], [0], { needs: [0], after: [1] }]))).toEqual([[1, 2], [2], []])
  })
})

describe('the critical path', () => {
  it('ranks a step by the longest way from its start to the end of the film', () => {
    const { nodes } = planOf([[], [0], [0], [1, 2]])
    const seconds = [1, 10, 2, 5]
    expect(rankByCriticalPath(nodes, ({ node }) => seconds[node]!).map(({ rank }) => rank)).toEqual([16, 15, 7, 5])
  })
  it('counts what only comes after, too', () => {
    const { nodes } = planOf([[], { after: [0] }])
    expect(rankByCriticalPath(nodes, () => 3).map(({ rank }) => rank)).toEqual([6, 3])
  })
  it('is never shorter at a step than at what needs it, plus its own length', () => {
    fc.assert(
      fc.property(anyPlan(40), ({ nodes }) => {
        const ranked = rankByCriticalPath(nodes, ({ node }) => 1 + (node % 5))
        for (const { node, needs, after, rank } of ranked) {
          for (const need of [...needs, ...after])
            expect(ranked[need]!.rank).toBeGreaterThanOrEqual(rank + 1 + (need % 5) - 1e-6)
          if (!nodes.some((one) => one.needs.includes(node) || one.after.includes(node)))
            expect(rank).toBe(1 + (node % 5))
        }
      }),
    )
  })
  it('of 60,000 steps is found in less than a second', () => {
    const { nodes } = planOf(Array.from({ length: 60_000 }, (_, i) => (i === 0 ? [] : [i - 1])))
    const began = performance.now()
    expect(rankByCriticalPath(nodes, () => 1)[0]?.rank).toBe(60_000)
    expect(performance.now() - began).toBeLessThan(1000)
  })
})
