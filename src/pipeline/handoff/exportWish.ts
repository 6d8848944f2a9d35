import { handoffInput, handoffWishIn } from '@/domain/handoff/handoffWish'
import type { RunPlan } from '@/domain/run/runPlan'
import { inputHashOf } from '@/stores/resultsStore'
import { planExport } from '../planRun'
import type { Project } from '../readDeclared'
import type { Stores } from '../stores'

type Handing = { kind: 'export'; key: string; plan: () => Promise<RunPlan> }

/** Handing the film over as it was cut last; the same wish for the same film is the same run. `input` as `handoffInput` has it. */
export const exportWish = async (stores: Stores, project: Project, input: Record<string, string>): Promise<Handing> => {
  const wished = handoffInput(handoffWishIn(input))
  const [film, screenplay] = await Promise.all([
    stores.films.find(project.id),
    stores.library.findOne('screenplays', { project: project.id }),
  ])
  const made = { film: film?.gives ?? null, title: project.title, screenplay: screenplay?.rev ?? 0 }
  return {
    kind: 'export',
    key: `export:${inputHashOf({ wished, made })}`,
    plan: () => Promise.resolve(planExport(wished)),
  }
}
