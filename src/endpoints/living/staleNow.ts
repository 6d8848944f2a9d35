import { z } from 'zod'
import { staleCauses, type StaleReason } from '@/domain/stale/staleReason'
import { projectOf } from '../asked/projectOf'
import { answer, route } from '../asked/route'
import { moment } from '../asked/shapes'
import { storesOf } from '../asked/stores'

const reasonShape = z.object({
  reason: z.string(), of: z.string(), field: z.string(), makes: z.array(z.string()), by: z.string(), at: moment.nullable(),
}) // prettier-ignore
const causeShape = z.object({ says: z.string(), of: z.string(), field: z.string(), ids: z.array(z.string()) })
const staleShape = z.object({
  total: z.number().int(),
  /** One for each change, with the scenes or documents it touches. */
  causes: z.array(causeShape),
  scenes: z.array(z.object({ id: z.string(), clipName: z.string(), since: moment.nullable(), reasons: z.array(reasonShape) })),
  documents: z.array(z.object({ collection: z.string(), id: z.string(), name: z.string(), since: moment.nullable(), reasons: z.array(reasonShape) })),
}) // prettier-ignore

const told = ({ reason, of, field, makes, by, at }: StaleReason) => ({ reason, of, field, makes, by, at })

/** GET …/stale: what no longer fits, and why. */
export const staleNow = route({
  method: 'get',
  path: '/:id/stale',
  tells: { says: 'What no longer fits the documents, and why.', ok: 200, gives: staleShape },
  handler: async (req) => {
    const project = await projectOf(req)
    const { scenes, documents } = await storesOf(req).marks.list(project.id)
    return answer({
      total: scenes.length + documents.length,
      causes: [...staleCauses(scenes, 'scene'), ...staleCauses(documents, 'document')],
      scenes: scenes.map((one) => ({ ...one, reasons: one.reasons.map(told) })),
      documents: documents.map((one) => ({ ...one, reasons: one.reasons.map(told) })),
    })
  },
})
