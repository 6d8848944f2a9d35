import { z } from 'zod'
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
/** A person edited a document: carry it to the qualified database. */
export const syncQualified = declareJob({
  name: 'syncQualified',
  data: z.object({ collection: z.string(), id: z.string(), rev: z.number().int() }),
})
/** A generation was settled by webhook or poll: wake what waits for it. */
export const settleGeneration = declareJob({
  name: 'settleGeneration',
  data: z.object({ runId: z.string(), key: z.string() }),
})
