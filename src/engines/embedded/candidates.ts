import type { Ask, RunState } from '@/domain/run/runState'
import type { SlotClass } from '@/domain/run/runPlan'

export type Candidate = { ask: Ask; rank: number; slot: SlotClass }

/** Of each kind of slot no more are looked at in one go than could start. */
const perClassMax = 64

export const keyOf = ({ runId, node, take }: Ask): string => `${runId}:${String(node)}:${String(take)}`

/**
 * Ready nodes of all runs, best rank first, without those whose pause is not over and those `isTaken` names. A class
 * without a free place stops only itself: the caller goes on with the other classes.
 */
export const candidates = (
  states: ReadonlyMap<string, RunState>,
  now: number,
  isTaken: (key: string) => boolean,
): Candidate[] =>
  [...states].flatMap(([runId, state]) => bestOf(runId, state, { now, isTaken })).sort((a, b) => b.rank - a.rank)

/** The same, those of one rank in any order: two workers that see the same list do not reach for the same step each time. */
export const mixed = (list: readonly Candidate[]): Candidate[] =>
  list
    .map((one) => ({ one, at: Math.random() }))
    .sort((a, b) => b.one.rank - a.one.rank || a.at - b.at)
    .map(({ one }) => one)

type When = { now: number; isTaken: (key: string) => boolean }

const bestOf = (runId: string, state: RunState, { now, isTaken }: When): Candidate[] => {
  const list: Candidate[] = []
  const counts = new Map<SlotClass, number>()
  for (const { node, take, rank, notBefore } of state.ready) {
    const slot = state.plan.nodes[node]?.slot ?? 'free'
    const count = counts.get(slot) ?? 0
    if (count >= perClassMax || notBefore > now) continue
    const ask = { runId, node, take }
    if (isTaken(keyOf(ask))) continue
    counts.set(slot, count + 1)
    list.push({ ask, rank, slot })
  }
  return list
}

/** The next moment (ms since 1970) at which a postponed node may start; Infinity when none waits for its time. */
export const nextPauseEnd = (states: ReadonlyMap<string, RunState>, now: number): number => {
  let next = Infinity
  for (const { ready } of states.values())
    for (const { notBefore } of ready) if (notBefore > now && notBefore < next) next = notBefore
  return next
}
