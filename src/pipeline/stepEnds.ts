import { storyOf } from '@/domain/errors/storyOf'
import { StudioError, type ErrorStory } from '@/domain/errors/StudioError'
import { limits } from '@/domain/limits'
import type { PlanNode } from '@/domain/run/runPlan'
import type { Ask } from '@/domain/run/runState'
import type { Finish } from '@/stores/commitFinishes'
import type { Claim } from '@/stores/stepsStore'
import type { Gift, StepDefinition, StepResult } from './defineStep'

type NodeEvent = Finish['event']
type Ended = { ask: Ask; node: PlanNode; step: StepDefinition }

/** Parks, or goes to the next take; a scene that used up its takes fails alone. */
export const endingOf = (
  made: Exclude<StepResult, Gift>,
  { ask: { node, take }, node: { takes }, step }: Ended,
): { event: NodeEvent; outcome?: Record<string, unknown> } => {
  if ('waiting' in made)
    return { event: { type: 'waiting', node, take, key: made.waiting }, outcome: { waiting: made.waiting } }
  if (take < takes) return { event: { type: 'again', node, take }, outcome: { again: take + 1 } }
  const story: ErrorStory = {
    code: 'TAKES_USED_UP',
    what: `“${step.says}” was refused ${String(take)} times.`,
    why: 'Every take was judged and none passed.',
    fix: 'Look at what the judges missed, change the scene or overrule them, then generate the scene again.',
  }
  return { event: { type: 'failed', node, take, story, alone: true } }
}

/** What stops its own scene only. */
const alone: ReadonlySet<string> = new Set(['TAKES_USED_UP', 'SCENE_WAITS'])

/** One try for what cannot pass, five with growing pauses for what may. */
export const failureOf = (error: unknown, ask: Ask, claim: Claim): NodeEvent => {
  const story = storyOf(error)
  const { node, take } = ask
  const retry = error instanceof StudioError ? error.retry : 'later'
  const tries = claim.errors + 1
  if (retry === 'later' && tries < limits.stepErrorsMax) {
    const pause =
      (error instanceof StudioError ? error.afterMs : undefined) ??
      Math.min(100_000, 1000 * 2 ** (tries - 1)) * (0.5 + Math.random() / 2)
    return { type: 'postponed', node, take, story, notBefore: Date.now() + pause }
  }
  return { type: 'failed', node, take, story, alone: alone.has(story.code) }
}

/** It ended its worker too often. */
export const died = (ask: Ask, claim: Claim, step: StepDefinition): NodeEvent => ({
  type: 'died',
  node: ask.node,
  take: ask.take,
  story: {
    code: 'STEP_DEAD',
    what: `“${step.says}” was stopped.`,
    why: `It took its worker down ${String(claim.crashes)} times.`,
    fix: 'Look into the log for what it did last, free memory or disk, then resume the run.',
  },
})

export const unknownStep = (ask: Ask, node: PlanNode | undefined) =>
  new StudioError({
    code: 'DEFINITION_UNKNOWN',
    what: `Step ${String(ask.node)} of run ${ask.runId} cannot be carried out by this program.`,
    why: `It does not know ${node ? `the step “${node.step}”` : 'this part of the plan'}; the run was planned by another version.`,
    fix: 'Finish the run with the version it began with, or cancel it and start a new one.',
  })
