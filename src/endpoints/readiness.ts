import type { PayloadRequest } from 'payload'
import { gatheredFacts } from '@/domain/readiness/gatheredFacts'
import { readinessOf, type Readiness } from '@/domain/readiness/readiness'
import { answer, route } from './asked'
import { projectOf, type AskedProject } from './projectOf'
import { storesOf } from './stores'

/** The score of each department on what is gathered now. */
export const readinessNow = async (req: PayloadRequest, project: AskedProject): Promise<Readiness> =>
  readinessOf(gatheredFacts(await storesOf(req).gather.all(project.slug), project))

export const readiness = route({
  method: 'get',
  path: '/:id/readiness',
  handler: async (req) => answer(await readinessNow(req, await projectOf(req))),
})
