import { describe, expect, it } from 'vitest'
import type { RunPlan } from '@/domain/run/runPlan'
import { callSheet, stepsById } from '@/pipeline/callSheet'
import { planAssemble, planGenerate, planQualify } from '@/pipeline/planRun'

const stepsOf = ({ nodes }: RunPlan) => nodes.map(({ step }) => step)
const find = ({ nodes }: RunPlan, step: string, scene?: string) =>
  nodes.find((node) => node.step === step && (scene === undefined || node.input['scene'] === scene))
/** Everything that must be done before this node, at any distance. */
const before = ({ nodes }: RunPlan, node: number, seen = new Set<number>()): Set<number> => {
  for (const need of nodes[node]?.needs ?? []) if (!seen.has(need)) before({ nodes } as RunPlan, need, seen.add(need))
  return seen
}

describe('the call sheet', () => {
  it('names every step once, and every gift a step reads is made before it', () => {
    for (const lines of Object.values(callSheet)) {
      const order = lines.flat().map((entry) => ('each' in entry ? entry.step.id : entry.id))
      expect(new Set(order).size).toBe(order.length)
      order.forEach((id, at) => {
        for (const gift of stepsById.get(id)?.reads.from ?? []) expect(order.slice(0, at)).toContain(gift)
      })
    }
  })
})

describe('the plan of a run', () => {
  it('qualifies with one step for each character, place and prop, and stops at an error', () => {
    const plan = planQualify({ characters: ['MARA', 'TOM'], places: ['KITCHEN'], props: [] })
    expect(plan.onError).toBe('stop')
    expect(stepsOf(plan)[0]).toBe('qualify.lock-gather')
    expect(plan.nodes.flatMap(({ input }) => input['character'] ?? [])).toEqual(['MARA', 'TOM'])
    expect(plan.nodes.some(({ input }) => input['prop'])).toBe(false)
    const last = plan.nodes.length - 1
    expect(before(plan, last).size).toBe(last)
  })

  it('makes each scene in a chain of its own, so that one that fails leaves the others be', () => {
    const plan = planGenerate([{ id: 'a', previous: null }, { id: 'b', previous: 'a' }]) // prettier-ignore
    expect(plan.onError).toBe('goOn')
    const last = find(plan, 'scene.take-last-frame', 'b')
    const scenes = [...before(plan, last?.node ?? -1)].map((node) => plan.nodes[node]?.input['scene'])
    expect(new Set(scenes)).toEqual(new Set(['b']))
    expect(find(plan, 'scene.plan-shot', 'b')?.input['previous']).toBe('a')
  })

  it('starts the step first on which most work waits', () => {
    const plan = planGenerate([{ id: 'a', previous: null }])
    for (const { rank, needs } of plan.nodes)
      for (const need of needs) expect(plan.nodes[need]?.rank ?? 0).toBeGreaterThan(rank)
  })

  it('of a film fills the gaps before it cuts, and only these', () => {
    const plan = planAssemble({ scenes: ['a', 'b', 'c'], gaps: ['b'] })
    expect(plan.nodes.filter(({ step }) => step === 'film.fill-scene').map(({ input }) => input['scene'])).toEqual(['b']) // prettier-ignore
    const fill = find(plan, 'film.fill-scene')?.node ?? -1
    expect(find(plan, 'film.conform-clip', 'b')?.needs).toContain(fill)
    const cut = find(plan, 'film.cut')
    expect(cut?.needs).toHaveLength(3)
    expect(before(plan, cut?.node ?? -1)).toContain(fill)
  })

  it('of a film whose every scene failed is a whole film all the same', () => {
    const plan = planAssemble({ scenes: ['a', 'b'], gaps: ['a', 'b'] })
    expect(stepsOf(plan)).toEqual([
      'film.fill-scene', 'film.fill-scene', 'film.conform-clip', 'film.conform-clip', 'film.cut', 'film.mix-sound', 'film.report-continuity', 'film.stitch', 'film.finish',
    ]) // prettier-ignore
  })
})
