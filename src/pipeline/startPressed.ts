import { workingStatus } from '@/domain/project/workingStatus'
import type { Tx } from '@/stores/controlDb'
import type { Press } from '@/stores/press'
import type { StepContext } from './defineStep'
import { exportWish } from './handoff/exportWish'
import { oneOffWish } from './oneOff/oneOffWish'
import type { Providers } from './providers'
import { assembleWish, generateWish, moveProject, qualifyWish, type Wish } from './startRuns'
import type { Stores } from './stores'

type Project = StepContext['project']
type Pressed = { press: Press; project: Project; providers: Providers }

/**
 * Plans the run that somebody pressed for and has it started, under the press's own id. Repeatable: a run that is
 * there is only started. Fails as the wish does.
 */
export const startPressed = async (stores: Stores, { press, project, providers }: Pressed): Promise<void> => {
  const { _id: id, kind } = press
  const wish = await wishOf(stores, { press, project, providers })
  await moveProject(stores, project.id, workingStatus[kind])
  const also = async (session: Tx['session']) => {
    await stores.presses.planned(id, session)
    await stores.outbox.add('startRun', { runId: id }, { session })
  }
  await stores.runs.create({
    id,
    kind,
    projectId: project.id,
    key: `press:${id}`,
    plan: await wish.plan(),
    options: wish.options ?? {},
    also,
  })
}

const wishOf = (
  stores: Stores,
  { press: { kind, options = {} }, project, providers }: Pressed,
): Promise<Wish> | Wish => {
  if (kind === 'export') return exportWish(stores, project, options.handoff ?? {})
  if (kind === 'oneOff') return oneOffWish(options.oneOff)
  return wishes[kind](stores, project, { providers, options, pressed: true })
}
const wishes = { qualify: qualifyWish, generate: generateWish, assemble: assembleWish } as const
