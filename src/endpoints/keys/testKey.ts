import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { paidProviders, type PaidProviderId } from '@/domain/catalogue/model'
import { StudioError } from '@/domain/errors/StudioError'
import { keysStore } from '@/stores/keys/keysStore'
import { projectOf } from '../asked/projectOf'
import { answer, bodyOf, route } from '../asked/route'
import { storesOf } from '../asked/stores'

/**
 * Tries a key at its provider by one question that costs nothing; with null the key of the environment. Null: there is
 * none. The studio hands it in (`custom.testKey`), because the web part knows no providers.
 */
export type KeyTester = (provider: PaidProviderId, key: string | null) => Promise<{ ok: boolean; says: string } | null>

/** Without `key`, the one that counts for the project is tried. */
const asked = z.strictObject({ provider: z.enum(paidProviders), key: z.string().trim().min(1).max(400).optional() })
const shown = z.object({
  provider: z.enum(paidProviders),
  of: z.enum(['sent', 'project', 'studio', 'environment']),
  ok: z.literal(true),
  says: z.string(),
})

/** POST /api/projects/:id/keys/test. Fails: PROVIDER_KEY_MISSING, PROVIDER_KEY_REFUSED, KEY_UNREADABLE. */
export const testKey = route({
  method: 'post',
  path: '/:id/keys/test',
  only: [],
  tells: {
    says: 'Asks a provider whether it takes the key, one that is sent or the one that counts here; nothing is spent.',
    body: asked,
    ok: 200,
    gives: shown,
  },
  handler: async (req) => {
    const { id } = await projectOf(req)
    const { provider, key } = await bodyOf(req, asked)
    const found = await keyOf(req, { project: id, provider, sent: key })
    const told = await testerOf(req)?.(provider, found.key)
    if (!told) throw missing(provider)
    if (!told.ok) throw refused(provider, told.says)
    return answer({ provider, of: found.of, ok: true, says: told.says })
  },
})

type Wanted = { project: string; provider: PaidProviderId; sent: string | undefined }

/** In the order in which keys count. */
const keyOf = async (req: PayloadRequest, { project, provider, sent }: Wanted) => {
  if (sent !== undefined) return { of: 'sent', key: sent }
  const keys = keysStore(storesOf(req).control)
  const shownKeys = await keys.shown(project)
  const of = shownKeys.find((one) => one.provider === provider)?.of
  return of ? { of, key: await keys.keyFor(project, provider) } : { of: 'environment', key: null }
}

const testerOf = ({ payload }: PayloadRequest): KeyTester | undefined =>
  payload.config.custom['testKey'] as KeyTester | undefined

const missing = (provider: string) =>
  new StudioError({
    code: 'PROVIDER_KEY_MISSING',
    what: 'No key was tried.',
    why: `There is no key of ${provider}: neither of this project, nor of the studio, nor in its settings.`,
    fix: 'Send one as “key”, or keep one with POST /api/projects/:id/keys.',
    field: 'key',
  })

const refused = (provider: string, says: string) =>
  new StudioError({
    code: 'PROVIDER_KEY_REFUSED',
    what: `${provider} does not take the key, or was not reached. Nothing was spent.`,
    why: says,
    fix: 'Copy the key again from the provider’s page; if the provider was not reached, try later.',
    field: 'key',
  })
