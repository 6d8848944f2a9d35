import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'
import { z } from 'zod'
import { canonical } from '@/domain/canonical'
import { StudioError } from '@/domain/errors/StudioError'
import type { Alert } from '@/payload-types'
import { idIn } from '../asked/idIn'
import { answer, route } from '../asked/route'

const collections = [
  'scenes',
  'characters',
  'locations',
  'props',
  'story-bible',
  'style-guides',
  'screenplays',
] as const
type Proposed = {
  of: (typeof collections)[number]
  document: string
  field: string
  old: unknown
  new: unknown
  agent: string
}

/** POST /api/alerts/:id/dismiss: seen. Twice is once. */
export const dismissAlert = route({
  method: 'post',
  path: '/:id/dismiss',
  tells: { says: 'Takes an alert away.', ok: 200, gives: z.object({ id: z.string(), dismissed: z.literal(true), dismissedBy: z.string() }) },
  handler: async (req) => {
    const { id, dismissed, dismissedBy } = await alertOf(req)
    const done = dismissed === true ? { dismissedBy } : await dismiss(req, id)
    return answer({ id, dismissed: true, dismissedBy: done.dismissedBy ?? '' })
  },
}) // prettier-ignore

/** POST /api/alerts/:id/take: the proposed value goes into the document, and the studio looks after that field again. */
export const takeProposal = route({
  method: 'post',
  path: '/:id/take',
  tells: {
    says: 'Takes a proposed value over.',
    ok: 200,
    gives: z.object({ id: z.string(), collection: z.string(), document: z.string(), field: z.string(), rev: z.number().int() }),
    errors: [403, 409],
  },
  handler: async (req) => {
    const alert = await alertOf(req)
    const proposed = proposalIn(alert)
    await initTransaction(req)
    try {
      const rev = await take(req, proposed)
      await dismiss(req, alert.id)
      await commitTransaction(req)
      return answer({ id: alert.id, collection: proposed.of, document: proposed.document, field: proposed.field, rev })
    } catch (error) {
      await killTransaction(req)
      throw error
    }
  },
}) // prettier-ignore

const take = async (req: PayloadRequest, proposed: Proposed): Promise<number> => {
  const { of: collection, document: id, field, agent } = proposed
  const standing = await req.payload.findByID({ collection, id, depth: 0, overrideAccess: false, req })
  const now = (standing as unknown as Record<string, unknown>)[field]
  if (plainText(now) !== plainText(proposed.old)) throw outdated(proposed, now)
  const data: Record<string, unknown> = { [field]: proposed.new }
  const saved = await req.payload.update({
    collection, id, data, depth: 0, overrideAccess: false, req, context: { author: agent },
  }) // prettier-ignore
  return saved.rev ?? 0
}

const dismiss = (req: PayloadRequest, id: string): Promise<Alert> =>
  req.payload.update({ collection: 'alerts', id, data: { dismissed: true }, depth: 0, overrideAccess: false, req })

const alertOf = async (req: PayloadRequest): Promise<Alert> => {
  const id = idIn(req)
  const found = /^[0-9a-f]{24}$/.test(id)
    ? await req.payload.findByID({
        collection: 'alerts',
        id,
        depth: 0,
        disableErrors: true,
        overrideAccess: false,
        req,
      })
    : null
  if (found) return found
  throw new StudioError({
    code: 'ALERT_UNKNOWN',
    what: 'There is no such alert.',
    why: 'No alert you may see has this id.',
    fix: 'List them with GET /api/alerts.',
  })
}

/** Fails: NOTHING_PROPOSED. */
const proposalIn = ({ proposal, dismissed }: Alert): Proposed => {
  const of = collections.find((one) => one === proposal?.of)
  if (of && proposal?.document && proposal.field && dismissed !== true)
    return {
      of, document: proposal.document, field: proposal.field, old: valueIn(proposal.old), new: valueIn(proposal.new),
      agent: proposal.agent ?? 'import',
    } // prettier-ignore
  throw new StudioError({
    code: 'NOTHING_PROPOSED',
    what: 'There is nothing to take over.',
    why: dismissed === true ? 'The alert was dismissed.' : 'The alert proposes no value.',
    fix: 'Edit the document itself.',
  })
}

const valueIn = (text: string | null | undefined): unknown => JSON.parse(text ?? 'null')

/** Row ids and the different kinds of empty are no difference. */
const plainText = (value: unknown): string => canonical(JSON.parse(JSON.stringify([value ?? null], withoutIds)))
const withoutIds = (key: string, inner: unknown): unknown =>
  key === 'id' || inner === null || inner === '' ? undefined : inner

const outdated = ({ field, new: fresh, old }: Proposed, now: unknown) =>
  new StudioError({
    code: 'PROPOSAL_OUTDATED',
    what: 'The proposed value was not taken over.',
    why: `“${field}” was edited since: it says ${canonical(now)} now, not ${canonical(old)}; proposed is ${canonical(fresh)}.`,
    fix: 'Write what you want to keep into the document, then dismiss the alert.',
    field,
  })
