import { z } from 'zod'
import { rawKinds } from '@/domain/gather/rawItem'
import { projectOf } from '../asked/projectOf'
import { answer, queryOf, route } from '../asked/route'
import { paged, pageOf, pageShape } from '../asked/shapes'
import { storesOf } from '../asked/stores'
import { entryShown, shownEntry } from './entryShown'

const listShape = z.strictObject({
  ...pageShape.shape,
  kind: z.enum(rawKinds).optional(),
  q: z.string().max(200).optional().describe('Only entries whose title or text holds these words, in any case.'),
})

/** GET: entries, newest first, in Payload's page shape. */
export const listGather = route({
  method: 'get',
  path: '/:id/gather',
  tells: { says: 'Raw entries, newest first.', query: listShape, ok: 200, gives: pageOf(entryShown), errors: [422] },
  handler: async (req) => {
    const { slug } = await projectOf(req)
    const { kind, q, page, limit } = queryOf(req, listShape)
    const asked = { kind: kind ?? null, q: (q ?? '').trim(), page, limit }
    const { items, total } = await storesOf(req).gather.page(slug, asked)
    return answer(paged(items.map(shownEntry), { total, page, limit }))
  },
})
