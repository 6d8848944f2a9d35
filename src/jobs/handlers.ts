import type { Engine } from '@/domain/run/engine'
import { StudioError } from '@/domain/errors/StudioError'
import type { JobDeclaration } from '@/queue/declareJob'
import {
  alignScenes, cancelRun, carryOutAct, closeRun, foresee, keepMade, lookAtMaterial, markProject, paidCalls, planRun, reconcileBills, resumeRun, settleGeneration, startRun,
  syncQualified, tellPeople,
} from '@/queue/jobs' // prettier-ignore
import { keepResult } from '@/pipeline/living/keepResult'
import { inTransaction } from '@/stores/controlDb'
import { markProject as markWhole } from '@/pipeline/living/markSubjects'
import { alignScreenplay } from './alignScreenplay'
import { cancelLate } from './cancelLate'
import { carryOutAct as carryOut } from './carryOutAct'
import { closeFinishedRun } from './closeFinishedRun'
import { foreseeEdit } from './foreseeEdit'
import { lookAtNew } from './lookAtNew'
import type { PaidDesk } from './paidDesk'
import { planPressed, type Planning } from './planPressed'
import { syncEdit } from './syncEdit'
import { tellPeople as tellThem } from './tellPeople'
import { tellRun, type TidingsParts } from './tellRun'

export type JobParts = Planning & {
  engine: Engine
  ring: (what: Wake) => Promise<void>
  paid: Pick<PaidDesk, 'look' | 'reconcile' | 'cancelOf'>
  tidings: TidingsParts
  /** The settings of a project were changed: its budget is what they say. */
  capChanged: (project: string) => Promise<void>
}
/** What the alarm clock says: look again at this. */
export type Wake = { kind: 'run'; runId: string } | { kind: 'sweep' }

type Handler = { declaration: JobDeclaration<never>; handle: (data: unknown) => Promise<void> }

const handler = <T>(declaration: JobDeclaration<T>, handle: (data: T) => Promise<unknown>): Handler => ({
  declaration: declaration as unknown as JobDeclaration<never>,
  handle: async (data) => {
    await handle(declaration.data.parse(data))
  },
})

/** Begun here, and gone on with beside the outbox. */
const only = (begin: () => void) => () => {
  begin()
  return Promise.resolve()
}

const declared = [
  planRun, startRun, resumeRun, cancelRun, closeRun, syncQualified, markProject, keepMade, alignScenes, settleGeneration,
  carryOutAct, lookAtMaterial, paidCalls, reconcileBills, foresee, tellPeople,
] as const // prettier-ignore

/** One handler per declaration; the worker refuses to start when one is missing. */
export const jobHandlers = (parts: JobParts): ReadonlyMap<string, Handler['handle']> => {
  const { engine, stores, ring } = parts
  const handlers = [
    handler(planRun, ({ runId }) => planPressed(parts, runId)),
    handler(startRun, async ({ runId }) => {
      await engine.start(runId)
      await ring({ kind: 'run', runId })
    }),
    handler(resumeRun, ({ runId }) => engine.resume(runId)),
    handler(cancelRun, async ({ runId }) => {
      await engine.cancel(runId)
      await parts.paid.cancelOf(runId)
    }),
    handler(closeRun, async ({ runId }) => {
      await cancelLate({ ...parts, runs: stores.runs }, runId)
      await closeFinishedRun(stores, runId)
      await tellRun({ ...parts.tidings, runs: stores.runs }, runId)
    }),
    handler(syncQualified, async (edit) => {
      if (edit.collection === 'projects') await parts.capChanged(edit.id)
      await syncEdit(parts, edit)
    }),
    handler(markProject, async ({ project }) =>
      markWhole(stores, { ...parts, project: await parts.projectById(project) }),
    ),
    handler(keepMade, async ({ project: id, ...kept }) => {
      const project = await parts.projectById(id)
      await inTransaction(stores.control, (tx) =>
        keepResult(stores, { ...kept, project, providers: parts.providers }, tx),
      )
    }),
    handler(alignScenes, ({ id }) => alignScreenplay(parts, id)),
    handler(foresee, ({ id }) => foreseeEdit(parts, id)),
    handler(carryOutAct, ({ actId }) => carryOut(stores, actId)),
    handler(lookAtMaterial, ({ projectId }) => lookAtNew(parts, projectId)),
    handler(paidCalls, only(parts.paid.look)),
    handler(reconcileBills, only(parts.paid.reconcile)),
    handler(tellPeople, (notice) => tellThem(parts.tidings, notice)),
    handler(settleGeneration, ({ runId, key }) => engine.settled(runId, key)),
  ]
  const known = new Map(handlers.map(({ declaration, handle }) => [declaration.name, handle]))
  const missing = declared.filter(({ name }) => !known.has(name))
  if (missing.length === 0) return known
  throw new StudioError({
    code: 'JOB_WITHOUT_HANDLER',
    what: 'The worker cannot start.',
    why: `No handler is written for: ${missing.map(({ name }) => name).join(', ')}.`,
    fix: 'Add the handler in src/jobs/handlers.ts.',
  })
}
