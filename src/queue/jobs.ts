import { z } from 'zod'
import { noticeKinds } from '@/domain/tidings/noticeKind'
import { declareJob } from './declareJob'

/** A button was pressed, and its countdown is over: plan the run. */
export const planRun = declareJob({ name: 'planRun', data: z.object({ runId: z.string() }) })
/** A run was stored: the engine shall know it. */
export const startRun = declareJob({ name: 'startRun', data: z.object({ runId: z.string() }) })
/** A person (or the command, run again) goes on with a failed or interrupted run. */
export const resumeRun = declareJob({ name: 'resumeRun', data: z.object({ runId: z.string() }) })
export const cancelRun = declareJob({ name: 'cancelRun', data: z.object({ runId: z.string() }) })
/** A run ended: the project moves on, alerts are raised. */
export const closeRun = declareJob({ name: 'closeRun', data: z.object({ runId: z.string() }) })
/** A person edited or removed a document: carry it to the qualified database, teach it, mark what was made from it. */
export const syncQualified = declareJob({
  name: 'syncQualified',
  data: z.object({ collection: z.string(), id: z.string(), rev: z.number().int(), project: z.string().optional() }),
})
/** Hold everything that was made in a project against its documents. */
export const markProject = declareJob({ name: 'markProject', data: z.object({ project: z.string() }) })
/** A person kept what was made, as it is. `accepted`: what the stale mark said to them. */
export const keepMade = declareJob({
  name: 'keepMade',
  data: z.object({
    project: z.string(),
    kind: z.enum(['scene', 'character', 'location', 'prop']),
    subject: z.string(),
    by: z.string(),
    reason: z.string(),
    accepted: z.array(z.object({ of: z.string(), field: z.string(), now: z.string() })),
  }),
})
/** The screenplay was edited as a document: break it into scenes again. */
export const alignScenes = declareJob({ name: 'alignScenes', data: z.object({ id: z.string() }) })
/** Somebody wants to know what an edit would make stale, before they save it. */
export const foresee = declareJob({ name: 'foresee', data: z.object({ id: z.string() }) })
/** Somebody copies or deletes a whole project. */
export const carryOutAct = declareJob({ name: 'carryOutAct', data: z.object({ actId: z.string() }) })
/** Own material came over HTTP: look whether the film can use it. */
export const lookAtMaterial = declareJob({ name: 'lookAtMaterial', data: z.object({ projectId: z.string() }) })
/** A generation was settled by webhook or poll: wake what waits for it. */
export const settleGeneration = declareJob({
  name: 'settleGeneration',
  data: z.object({ runId: z.string(), key: z.string() }),
})
/** There is something to do about paid calls: one is to be sent, or a callback came. What, says the database. */
export const paidCalls = declareJob({ name: 'paidCalls', data: z.object({}) })
/** What people are told: ids of users, what of, and where it leads. `vars` fill the sentence of the kind. */
export type Notice = z.output<typeof noticeShape>
const noticeShape = z.object({
  event: z.string().min(1).max(300),
  kind: z.enum(noticeKinds),
  to: z.array(z.string().regex(/^[0-9a-f]{24}$/)).max(1000),
  project: z.string().nullable(),
  /** A path of the studio: /admin/… */
  link: z
    .string()
    .regex(/^\/(?!\/)/)
    .max(500),
  vars: z.record(z.string(), z.string().max(2000)),
})
/** Somebody said something to people: tell them. */
export const tellPeople = declareJob({ name: 'tellPeople', data: noticeShape })
/** Hold the providers' bills against our calls, now. */
export const reconcileBills = declareJob({ name: 'reconcileBills', data: z.object({}) })
