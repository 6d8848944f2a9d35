import { z } from 'zod'
import { roles } from '@/access/roles'
import { answer, bodyOf, route } from '../asked/route'
import { storesOf } from '../asked/stores'

const asked = z.union([
  z.strictObject({ ids: z.array(z.string().regex(/^[0-9a-f]{32}$/, { error: 'must be ids of notifications' })).max(500) }),
  z.strictObject({ all: z.literal(true) }),
]) // prettier-ignore

/** POST /api/notifications/read: these of one's own, or all of them, were read. Twice is once. */
export const readNotices = route({
  method: 'post',
  path: '/read',
  only: roles,
  tells: {
    says: 'Marks notifications of yours as read: these, or all.',
    body: asked,
    ok: 200,
    gives: z.object({ read: z.number().int() }),
  },
  handler: async (req) => {
    const body = await bodyOf(req, asked)
    const read = await storesOf(req).notices.markRead(String(req.user?.id), 'ids' in body ? body.ids : null)
    return answer({ read })
  },
})
