import type { PlanNode } from '@/domain/run/runPlan'
import type { Part } from '@/domain/stale/part'
import type { Tx } from '@/stores/controlDb'
import type { SubjectKind } from '@/stores/madeFromStore'
import type { StepDefinition } from '../defineStep'
import type { Stores } from '../stores'

type Standing = { project: string; step: StepDefinition; node: Pick<PlanNode, 'input'>; parts: Part[] }
type Write = (tx: Tx) => Promise<void>

/** Remembers what a result was made from, in the transaction that makes it stand; steps about nobody in particular have no mark. */
export const standsFrom = ({ madeFrom }: Pick<Stores, 'madeFrom'>, { project, step, node, parts }: Standing) => {
  // the film itself is cut anew whenever its clips are others; nobody waits for a mark, nor for what is made aside
  const about = step.id.startsWith('film.') || node.input.aside !== undefined ? null : subjectIn(node.input)
  const write =
    (result: string): Write =>
    async (tx) => {
      if (about) await madeFrom.put({ project, step: step.id, ...about, result, parts }, tx)
    }
  return {
    write,
    /** Nothing to write where this result is known to stand. */
    unlessKnown: async (result: string): Promise<Write | null> => {
      const known = !about || (await madeFrom.stands({ project, step: step.id, subject: about.subject, result }))
      return known ? null : write(result)
    },
  }
}

const kinds = ['scene', 'character', 'location', 'prop'] as const satisfies readonly SubjectKind[]

/** Whom or what a node is about. */
export const subjectIn = (input: Record<string, string>): { kind: SubjectKind; subject: string } | null => {
  const kind = kinds.find((one) => input[one] !== undefined)
  return kind ? { kind, subject: input[kind] ?? '' } : null
}
