import { z } from 'zod'
import { findingsIn } from '@/domain/gather/findings'
import { rawKinds } from '@/domain/gather/rawItem'
import { projectOf } from '../asked/projectOf'
import { answer, route } from '../asked/route'
import { storesOf } from '../asked/stores'

const sourceShape = z.object({
  id: z.string(),
  kind: z.enum(rawKinds),
  title: z.string(),
  author: z.string(),
  file: z.string().nullable(),
  place: z.object({ line: z.number(), row: z.number(), page: z.number(), path: z.string() }).partial().nullable(),
  quote: z.string(),
})
const findingsShape = z.object({
  duplicates: z.array(
    z.object({ what: z.string(), alike: z.number().min(0).max(1), sources: z.array(sourceShape).min(2) }),
  ),
  contradictions: z.array(
    z.object({
      of: z.string(),
      about: z.string(),
      what: z.string(),
      values: z.array(z.object({ value: z.string(), source: sourceShape })).min(2),
    }),
  ),
})

/** GET: what was gathered twice and what contradicts itself, with its sources. */
export const findings = route({
  method: 'get',
  path: '/:id/gather/findings',
  tells: { says: 'Duplicates and contradictions in what is gathered, with their sources.', ok: 200, gives: findingsShape },
  handler: async (req) => {
    const { slug } = await projectOf(req)
    const items = await storesOf(req).gather.all(slug)
    return answer(findingsIn(items.map(({ _id, ...item }) => ({ ...item, id: _id }))))
  },
}) // prettier-ignore
