import type { PayloadRequest } from 'payload'
import { gatheredFacts } from '@/domain/readiness/gatheredFacts'
import { readinessOf, type Readiness } from '@/domain/readiness/readiness'
import { z } from 'zod'
import { answer, route } from '../asked/route'
import { projectOf, type AskedProject } from '../asked/projectOf'
import { storesOf } from '../asked/stores'

/** The score of each department on what is gathered now. */
export const readinessNow = async (req: PayloadRequest, project: AskedProject): Promise<Readiness> =>
  readinessOf(gatheredFacts(await storesOf(req).gather.all(project.slug), project))

const missingShape = z.object({ path: z.string(), what: z.string(), fix: z.string(), points: z.number().int() })
const departmentShape = z.object({
  slug: z.string(),
  name: z.string(),
  score: z.number().int().min(0).max(100),
  ready: z.boolean(),
  missing: z.array(missingShape),
})
const readinessShape = z.object({
  overallReady: z.boolean(),
  threshold: z.number().int(),
  departments: z.array(departmentShape),
})

export const readiness = route({
  method: 'get',
  path: '/:id/readiness',
  tells: { says: 'Points of every department, and what is missing.', ok: 200, gives: readinessShape },
  handler: async (req) => answer(await readinessNow(req, await projectOf(req))),
})
