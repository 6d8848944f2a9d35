import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { StudioError } from '@/domain/errors/StudioError'
import type { PaidProviderId } from '@/domain/catalogue/model'
import type { TokenClaims } from '@/domain/generation/callbackToken'
import { keysStore, type OpenKey, type ProviderKey } from '@/stores/keys/keysStore'
import { boundedBody } from '../asked/boundedBody'
import { answer, route } from '../asked/route'
import { storesOf, type WebStores } from '../asked/stores'

/** Whose callback comes at which address. `signed`: the provider signs it; else only our token says that it is one. */
const senders = {
  fal: { provider: 'fal', signed: true },
  replicate: { provider: 'replicate', signed: true },
  openai: { provider: 'openai', signed: true },
  tasks: { provider: 'tasks', signed: false },
  'video-complete': { provider: 'tasks', signed: false },
  'last-frame-complete': { provider: 'lastFrame', signed: false },
  'stitch-complete': { provider: 'lastFrame', signed: false },
} as const
type Sender = (typeof senders)[keyof typeof senders]

/**
 * Checks a callback by the provider's signature, its time and its shape; null when one does not hold. The studio hands
 * it in (`custom.readCallback`), because the web part knows no providers.
 */
export type CallbackReader = (
  provider: Sender['provider'],
  call: { raw: Buffer; headers: Record<string, string>; now: Date },
  /** The keys people put in for it, asked for where the studio's own does not fit. */
  keysOf?: (provider: PaidProviderId) => Promise<readonly ProviderKey[]>,
) => Promise<{ requestId: string; dedupeKey: string } | null>

/** A callback of more is not read. */
export const callbackBytesMax = 5_000_000

/** Callbacks of providers: looked at on the bytes as they came, kept by one insert, answered. A job applies them. */
export const webhooks = Object.entries(senders).map(([name, sender]) =>
  route({
    method: 'post',
    path: `/webhooks/${name}`,
    tells: {
      says: 'A callback of a provider; refused unless its signature and the token in its address hold.',
      ok: 200,
      gives: z.object({ taken: z.literal(true) }),
      errors: [401, 413],
    },
    open: true,
    handler: async (req) => {
      const raw = await boundedBody(req, callbackBytesMax)
      if (!raw) throw tooLarge()
      const headers = signatureIn(req)
      const claims = claimsIn(req, sender)
      const callback = await readerOf(req)?.(
        sender.provider,
        { raw, headers, now: new Date() },
        claims ? keysIn(req) : raw.length <= signedBytesMax ? signingKeysIn(req) : none,
      )
      if (!callback) throw notTaken()
      const { requestId, dedupeKey } = callback
      const [key, attempt] = claims ? [claims.key, claims.attempt] : [null, null]
      await storesOf(req).paid.inbox.keep({
        provider: sender.provider,
        requestId,
        dedupeKey,
        key,
        attempt,
        raw,
        headers,
      })
      return answer({ taken: true })
    },
  }),
)

/** What our token says; null where a provider that signs was told its address by a person, without one. */
const claimsIn = (req: PayloadRequest, { signed }: Sender): TokenClaims | null => {
  const { searchParams } = req
  const claims = storesOf(req).paid.tokens.read(searchParams)
  if (claims) return claims
  const hasToken = ['k', 'a', 't'].some((name) => searchParams.has(name))
  if (hasToken || !signed) throw notTaken()
  return null
}

const none = () => Promise.resolve([])
/** So long the keys that were read last are believed; a callback by a newer one comes again, and its result is asked for. */
const keysMs = 5000
const known = new WeakMap<WebStores, { at: number; keys: Promise<OpenKey[]> }>()

/** OpenAI's are one line; more is tried with no key of a project. */
const signedBytesMax = 20_000

/** For who carries our token: nobody else makes us ask a provider with a key. */
const keysIn =
  (req: PayloadRequest) =>
  async (provider: PaidProviderId): Promise<ProviderKey[]> => {
    const stores = storesOf(req)
    const last = known.get(stores)
    const read =
      last && Date.now() - last.at < keysMs ? last : { at: Date.now(), keys: keysStore(stores.control).open() }
    known.set(stores, read)
    const keys = (await read.keys).flatMap(({ key, webhookSecret, ...of }) =>
      of.provider === provider && key !== null ? [{ key, webhookSecret }] : [],
    )
    return [...new Map(keys.map((one) => [`${one.key}:${one.webhookSecret ?? ''}`, one])).values()]
  }

/** OpenAI calls one address for a whole account, without a token: only keys that came with their secret are tried, here. */
const signingKeysIn =
  (req: PayloadRequest) =>
  async (provider: PaidProviderId): Promise<ProviderKey[]> =>
    (await keysIn(req)(provider)).filter(({ webhookSecret }) => webhookSecret !== null)

const readerOf = ({ payload }: PayloadRequest): CallbackReader | undefined =>
  payload.config.custom['readCallback'] as CallbackReader | undefined

/** Only what signs it is kept: nothing else of who sent it matters. */
const signatureIn = ({ headers }: PayloadRequest): Record<string, string> =>
  Object.fromEntries([...headers].filter(([name]) => /^(x-fal-webhook|webhook)-[a-z-]+$/.test(name)))

const notTaken = () =>
  new StudioError({
    code: 'CALLBACK_REFUSED',
    what: 'The callback was not taken.',
    why: 'It carries no signature of a call that Backlot made, or not in its time.',
    fix: 'Use the callback address as it was handed out, unchanged.',
  })

const tooLarge = () =>
  new StudioError({
    code: 'BODY_TOO_LARGE',
    what: 'The callback was not read.',
    why: `It is larger than ${String(callbackBytesMax / 1_000_000)} MB.`,
    fix: 'Its result is asked for instead.',
  })
