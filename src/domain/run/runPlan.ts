import { StudioError } from '@/domain/errors/StudioError'

export const runKinds = ['qualify', 'generate', 'assemble', 'export', 'oneOff'] as const
export type RunKind = (typeof runKinds)[number]

/** What a step occupies while it runs: a processor of this machine, a place at a provider, or only the worker's attention. */
export type SlotClass = 'cpu' | 'free' | `provider:${string}`

/** One step of a run. Ids only: no prompt, no key, no picture ever enters a plan. */
export type PlanNode = {
  node: number
  /** Step id of the call sheet, "scene.take-last-frame". */
  step: string
  /** One sentence for the run monitor. */
  says: string
  /** Ids the step reads from, { scene: "65f…" }. */
  input: Record<string, string>
  /** Nodes that must be done before. */
  needs: number[]
  /** Nodes that must have ended, well or badly. */
  after: number[]
  slot: SlotClass
  /** How often a judge's no may shoot it again. */
  takes: number
  /** Longest path to the end, in expected seconds; the highest goes first. */
  rank: number
}

export type RunPlan = {
  kind: RunKind
  /** The call sheet this plan was made by; a program that does not know it refuses the run. */
  definitionVersion: string
  /** After a step failed: start nothing more, or go on with what does not depend on it. */
  onError: 'stop' | 'goOn'
  nodes: PlanNode[]
}

/** Which nodes wait for each node, by index. */
export const dependantsOf = (plan: RunPlan): readonly number[][] => {
  const known = cache.get(plan)
  if (known) return known
  const list: number[][] = plan.nodes.map(() => [])
  for (const node of plan.nodes) for (const need of [...node.needs, ...node.after]) list[need]?.push(node.node)
  cache.set(plan, list)
  return list
}
const cache = new WeakMap<RunPlan, number[][]>()

/** Refuses a plan with a gap, a missing or later need, or a circle. Needs always point backwards, so a circle cannot be written. */
export const checkPlan = (plan: RunPlan): RunPlan => {
  plan.nodes.forEach((node, index) => {
    const wrong = [...node.needs, ...node.after].find((need) => need < 0 || need >= index || !Number.isInteger(need))
    if (node.node !== index || wrong !== undefined)
      throw new StudioError({
        code: 'PLAN_REFUSED',
        what: `Step ${index} (${node.step}) of the ${plan.kind} plan cannot be placed.`,
        why:
          wrong === undefined
            ? `It carries the number ${node.node}.`
            : `It needs step ${wrong}, which does not come before it.`,
        fix: 'Report this: the call sheet made a plan that goes in a circle.',
      })
  })
  return plan
}
