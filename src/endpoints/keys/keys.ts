import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { paidProviders } from '@/domain/catalogue/model'
import { keysStore } from '@/stores/keys/keysStore'
import { projectOf } from '../asked/projectOf'
import { answer, bodyOf, route } from '../asked/route'
import { storesOf } from '../asked/stores'

const shown = z.object({
  provider: z.enum(paidProviders),
  of: z.enum(['project', 'studio']),
  ending: z.string(),
  signs: z.boolean(),
  setAt: z.iso.datetime(),
  setBy: z.string(),
})
const shownList = z.object({ keys: z.array(shown) })

/** `key` null takes it away again. `webhookSecret`: only OpenAI tells it to nobody but people, on a page; left out, the one of before stays. */
const keyBody = z
  .strictObject({
    provider: z.enum(paidProviders),
    key: z.string().max(1000).nullable(),
    webhookSecret: z.string().max(1000).nullable().optional(),
    of: z.enum(['project', 'studio']).default('project'),
  })
  .refine(({ provider, webhookSecret }) => provider === 'openai' || typeof webhookSecret !== 'string', {
    path: ['webhookSecret'],
    error: 'only OpenAI has one; the others’ are known',
  })

const storeOf = (req: PayloadRequest) => keysStore(storesOf(req).control)

/** Only producers: a key is money. */
export const listKeys = route({
  method: 'get',
  path: '/:id/keys',
  only: [],
  tells: {
    says: 'Whose keys the project works with: provider, last four characters, who set it. Never a key.',
    ok: 200,
    gives: shownList,
  },
  handler: async (req) => {
    const { id } = await projectOf(req)
    return answer({ keys: await storeOf(req).shown(id) })
  },
})

export const putKey = route({
  method: 'post',
  path: '/:id/keys',
  only: [],
  tells: {
    says: 'Keeps a provider’s key, encrypted, for the project or the whole studio; null takes it away.',
    body: keyBody,
    ok: 200,
    gives: shownList,
  },
  handler: async (req) => {
    const { id } = await projectOf(req)
    const { provider, key, webhookSecret, of } = await bodyOf(req, keyBody)
    const [scope, store] = [of === 'project' ? id : null, storeOf(req)]
    if (key === null) await store.remove(scope, provider)
    else
      await store.put(scope, provider, {
        key,
        webhookSecret,
        by: req.user?.collection === 'users' ? req.user.email : 'studio',
      })
    return answer({ keys: await store.shown(id) })
  },
})
