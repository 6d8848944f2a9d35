import fc from 'fast-check'
import type { ErrorStory } from '@/domain/errors/StudioError'
import { advance, initialState } from '@/domain/run/advance'
import type { RunEvent } from '@/domain/run/runEvent'
import type { PlanNode, RunPlan } from '@/domain/run/runPlan'
import type { RunState } from '@/domain/run/runState'

type Needs = number[] | { needs?: number[]; after?: number[]; rank?: number; takes?: number }

/** A plan from what each step needs: `planOf([[], [0], { after: [1] }])`. */
export const planOf = (steps: Needs[], onError: RunPlan['onError'] = 'stop'): RunPlan => ({
  kind: 'generate',
  definitionVersion: 'test',
  onError,
  nodes: steps.map((step, node) => nodeOf(node, Array.isArray(step) ? { needs: step } : step)),
})

const nodeOf = (node: number, { needs = [], after = [], rank = 0, takes = 1 }: Exclude<Needs, number[]>): PlanNode => ({
  node, step: `test.step-${String(node)}`, says: `Step ${String(node)}`, input: {}, needs, after, slot: 'free', takes, rank,
}) // prettier-ignore

export const story: ErrorStory = { code: 'LIGHT', what: 'The lamp burst.', why: 'It was old.', fix: 'Change it.' }

export const done = (node: number, take = 1): RunEvent => ({ type: 'done', node, take, reused: false })
export const waiting = (node: number, key: string, take = 1): RunEvent => ({ type: 'waiting', node, take, key })
export const again = (node: number, take = 1): RunEvent => ({ type: 'again', node, take })
export const postponed = (node: number, notBefore: number): RunEvent => ({
  type: 'postponed',
  node,
  take: 1,
  story,
  notBefore,
})
export const failed = (node: number, take = 1): RunEvent => ({ type: 'failed', node, take, story, alone: false })
export const failedAlone = (node: number, take = 1): RunEvent => ({ type: 'failed', node, take, story, alone: true })
export const died = (node: number): RunEvent => ({ type: 'died', node, take: 1, story })
export const settled = (key: string): RunEvent => ({ type: 'settled', key })
export const started: RunEvent = { type: 'started' }
export const resumed: RunEvent = { type: 'resumed' }
export const cancelling: RunEvent = { type: 'cancelling' }
export const landed: RunEvent = { type: 'landed' }

export const begun = (plan: RunPlan, ...events: RunEvent[]): RunState => advance(initialState(plan), started, ...events)
export const readyOf = (state: RunState): number[] => state.ready.map(({ node }) => node)

/** Everything of a state that can be compared, maps and sets in order. */
export const plainState = ({ plan: _plan, parked, settled: keys, ...rest }: RunState) => ({
  ...rest,
  parked: [...parked].sort(([a], [b]) => a.localeCompare(b)),
  settled: [...keys].sort(),
})

/** Any plan of up to `size` steps whose needs point backwards. */
export const anyPlan = (size: number): fc.Arbitrary<RunPlan> =>
  fc
    .tuple(
      fc.array(
        fc.record({
          needs: fc.uniqueArray(fc.nat(1000), { maxLength: 3 }),
          after: fc.uniqueArray(fc.nat(1000), { maxLength: 2 }),
          rank: fc.nat(20),
        }),
        { minLength: 1, maxLength: size },
      ),
      fc.constantFrom('stop' as const, 'goOn' as const),
    )
    .map(([steps, onError]) => {
      const earlier = (list: number[], i: number) => (i === 0 ? [] : [...new Set(list.map((n) => n % i))])
      return planOf(
        steps.map(({ needs, after, rank }, i) => ({
          needs: earlier(needs, i),
          after: earlier(after, i),
          rank,
          takes: 3,
        })),
        onError,
      )
    })

/** Any event, fitting or not, about a plan of `size` steps. */
export const anyEvent = (size: number): fc.Arbitrary<RunEvent> => {
  const node = fc.nat(size - 1)
  const take = fc.integer({ min: 1, max: 3 })
  const key = fc.constantFrom('k1', 'k2', 'k3')
  return fc.oneof(
    { weight: 8, arbitrary: fc.tuple(node, take).map(([n, t]) => done(n, t)) },
    { weight: 3, arbitrary: fc.tuple(node, key, take).map(([n, k, t]) => waiting(n, k, t)) },
    { weight: 3, arbitrary: fc.tuple(node, take).map(([n, t]) => again(n, t)) },
    { weight: 2, arbitrary: node.map((n) => postponed(n, 1000)) },
    { weight: 2, arbitrary: fc.tuple(node, take).map(([n, t]) => failedAlone(n, t)) },
    { weight: 2, arbitrary: fc.tuple(node, take).map(([n, t]) => failed(n, t)) },
    { weight: 1, arbitrary: node.map(died) },
    { weight: 3, arbitrary: key.map(settled) },
    { weight: 2, arbitrary: fc.constantFrom(started, resumed) },
    { weight: 1, arbitrary: fc.constantFrom(cancelling, landed) },
  )
}

/** A plan with a history of it. */
export const anyHistory = (): fc.Arbitrary<{ plan: RunPlan; events: RunEvent[] }> =>
  anyPlan(12).chain((plan) =>
    fc
      .array(anyEvent(plan.nodes.length), { maxLength: 60 })
      .map((events) => ({ plan, events: [started, ...events] as RunEvent[] })),
  )
