import type { Endpoint } from 'payload'
import { followRun } from './followRun'
import { addGather, listGather } from './gather'
import { health, ready } from './health'
import { openapi } from './openapi'
import { assemble, cancelQualify, continueQualify, generate, holdQualify, qualify, reopenGather } from './press'
import { readiness } from './readiness'
import { showRun, steerRun } from './runs'
import { webhooks } from './webhooks'

/** Below /api. */
export const studioEndpoints: Endpoint[] = [health, ready, openapi, ...webhooks]

/** Below /api/projects. */
export const projectEndpoints: Endpoint[] = [
  addGather, listGather, reopenGather, readiness, holdQualify, continueQualify, cancelQualify, qualify, generate, assemble,
] // prettier-ignore

/** Below /api/runs. */
export const runEndpoints: Endpoint[] = [followRun, ...steerRun, showRun]
