import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { makers } from '@/access/roles'
import { StudioError } from '@/domain/errors/StudioError'
import { limits } from '@/domain/limits'
import { withAccepted, withClip, withRefused, type AcceptedTake, type Decided } from '@/domain/scene/decided'
import type { SceneStatus } from '@/domain/scene/sceneStatus'
import { inTransaction } from '@/stores/controlDb'
import type { MadeTake, SceneStanding } from '@/stores/decisionsStore'
import { answer, bodyOf, route } from '../asked/route'
import { storesOf } from '../asked/stores'
import { askerOf, sceneOf } from '../living/sceneOf'

const reason = z.string().trim().min(1, { error: 'say why' }).max(1000)
const take = z.number().int().min(1).max(limits.compositeTakesMax)
const layer = z.number().int().min(0).max(limits.compositeLayersMax)
const approveShape = z.strictObject({ note: z.string().trim().max(1000).optional() })
const rejectShape = z.strictObject({ note: reason })
const overruleShape = z.strictObject({ take, reason, layer: layer.optional() })
const useTakeShape = z.strictObject({ take, layer: layer.optional() })
const sceneShape = z.looseObject({ id: z.string(), status: z.string() })

/** Who looks at pictures for others decides about them, too. */
const lookers = [...makers, 'reviewer'] as const

/** A still that waits may be made into a clip, a clip that waits into film. Fails: NOT_AWAITING. */
export const approve = route({
  method: 'post',
  path: '/:id/approve',
  tells: {
    says: 'Approves the still, or the clip, of a scene.',
    body: approveShape,
    ok: 200,
    gives: sceneShape,
    errors: [409],
  },
  only: lookers,
  handler: (req) =>
    decided(req, async ({ from, by, takes }) => {
      const { note = '' } = await bodyOf(req, approveShape)
      refuseUnlessWaiting(from)
      const approval = { by, answer: 'approved', note, at: new Date() }
      return { status: 'ready_for_generation', approval, ...approvedNow(from, takes) }
    }),
})

/** A still or a clip that waits is made again; the note goes to the next take. Fails: NOT_AWAITING. */
export const reject = route({
  method: 'post',
  path: '/:id/reject',
  tells: {
    says: 'Rejects the still, or the clip, of a scene.',
    body: rejectShape,
    ok: 200,
    gives: sceneShape,
    errors: [409],
  },
  only: lookers,
  handler: (req) =>
    decided(req, async ({ from, by, takes }) => {
      const { note } = await bodyOf(req, rejectShape)
      refuseUnlessWaiting(from)
      const approval = { by, answer: 'rejected', note, at: new Date() }
      if (from.clip)
        return {
          status: 'ready_for_generation',
          approval,
          decided: withClip(from.decided, from.clip, { accepted: false, note }),
        }
      const shown = newestPicture(takes)
      return {
        status: 'ready_for_generation',
        approval,
        ...(shown ? { decided: withRefused(from.decided, shown.sha256, note) } : {}),
      }
    }),
})

/** A take counts, whatever the judges said. Fails: TAKE_UNKNOWN. */
export const overrule = route({
  method: 'post',
  path: '/:id/overrule',
  tells: { says: 'Overrules the judges for a take.', body: overruleShape, ok: 200, gives: sceneShape },
  handler: (req) =>
    decided(req, async ({ from, by, takes }) => {
      const body = await bodyOf(req, overruleShape)
      const row = { by, reason: body.reason, take: body.take, at: new Date() }
      return { ...again(from), overrule: row, decided: withAccepted(from.decided, madeTake(takes, body)) }
    }),
})

/** Another take of a layer is used from now on. Fails: TAKE_UNKNOWN. */
export const takeUsed = route({
  method: 'post',
  path: '/:id/use-take',
  tells: { says: 'Uses another take.', body: useTakeShape, ok: 200, gives: sceneShape },
  handler: (req) =>
    decided(req, async ({ from, takes }) => {
      const body = await bodyOf(req, useTakeShape)
      return { ...again(from), chosenTake: body.take, decided: withAccepted(from.decided, madeTake(takes, body)) }
    }),
})

type Deciding = { from: SceneStanding; by: string; takes: readonly MadeTake[] }

/** Writes what was decided, holds what was made against it, and answers the scene with its status. */
const decided = async (req: PayloadRequest, decide: (on: Deciding) => Promise<Record<string, unknown>>): Promise<Response> => {
  const { id, clipName, locked, project } = await sceneOf(req)
  const { control, decisions, outbox } = storesOf(req)
  if (locked) throw sceneLocked(clipName)
  const from = await decisions.standing(id)
  if (!from) throw neverMade(clipName)
  const set = await decide({ from, by: askerOf(req), takes: await decisions.takes(id) })
  await inTransaction(control, async (tx) => {
    if (!(await decisions.decide(id, { from, set }, tx))) throw changedMeanwhile(clipName)
    // who approves changes nothing that was made
    if ('decided' in set && !isApproval(set)) await outbox.add('markProject', { project: project.id }, { session: tx.session })
  })
  const scene = await req.payload.findByID({ collection: 'scenes', id, depth: 0, overrideAccess: false, req })
  return answer({ ...scene, status: set['status'] ?? from.status })
} // prettier-ignore

const isApproval = ({ approval }: Record<string, unknown>): boolean =>
  (approval as { answer?: string } | undefined)?.answer === 'approved'

/** What no judge has passed counts by the person's word from now on; what one has passed needs none. */
const approvedNow = (from: SceneStanding, takes: readonly MadeTake[]): { decided?: Decided } => {
  if (from.clip) return { decided: withClip(from.decided, from.clip, { accepted: true, note: '' }) }
  const shown = from.verdict === 'unknown' ? newestPicture(takes) : undefined
  return shown ? { decided: withAccepted(from.decided, madeTake(takes, shown)) } : {}
}

/** What failed, or waits for a person, is made again with the next run; what is completed becomes stale. */
const again = ({ status }: SceneStanding): { status?: SceneStatus } =>
  status === 'failed' || status === 'needs_review' || status === 'awaiting_approval'
    ? { status: 'ready_for_generation' }
    : {}

/** The picture a person sees: layers are laid from the ground up, so the last that was made lies on top. */
const newestPicture = (takes: readonly MadeTake[]): MadeTake | undefined => takes[0]

/** The newest picture that is this take, with the first take of its series. Layers the scene no longer has are older. */
const madeTake = (takes: readonly MadeTake[], wanted: { take: number; layer?: number | undefined }): AcceptedTake => {
  const found = takes.find((one) => one.take === wanted.take && one.layer === (wanted.layer ?? one.layer))
  const first = found && takes.find((one) => one.layer === found.layer && one.take === 1 && one.at <= found.at)
  if (found && first) return { layer: found.layer, take: found.take, sha256: found.sha256, first: first.sha256 }
  throw takeUnknown(takes, wanted)
}

const takeUnknown = (takes: readonly MadeTake[], { take: number, layer: of }: { take: number; layer?: number | undefined }) => {
  const made = [...new Set(takes.map((one) => `take ${String(one.take)} of layer ${String(one.layer)}`))].sort()
  return new StudioError({
    code: 'TAKE_UNKNOWN',
    what: 'Nothing was decided.',
    why: `There is no take ${String(number)}${of === undefined ? '' : ` of layer ${String(of)}`}. ${made.length > 0 ? `There is ${made.slice(0, 20).join(', ')}.` : 'No picture of this scene was made yet.'}`,
    fix: 'Name a take that was made.',
    field: 'take',
  })
} // prettier-ignore
const refuseUnlessWaiting = ({ status }: SceneStanding): void => {
  if (status === 'awaiting_approval' || status === 'needs_review') return
  throw new StudioError({
    code: 'NOT_AWAITING',
    what: 'Nothing was decided.',
    why: `The scene is “${status}”; only a still that waits for a person is approved or rejected.`,
    fix: 'Generate it with until: stills; to change a finished scene edit it, use another take, or overrule one.',
  })
}
const neverMade = (clipName: string) =>
  new StudioError({
    code: 'TAKE_UNKNOWN',
    what: 'Nothing was decided.',
    why: `${clipName} was never made.`,
    fix: 'Generate it first.',
  })
const sceneLocked = (clipName: string) =>
  new StudioError({
    code: 'SCENE_LOCKED',
    what: `${clipName} was not changed.`,
    why: 'It is locked.',
    fix: 'Unlock it first.',
  })
const changedMeanwhile = (clipName: string) =>
  new StudioError({
    code: 'WRITE_CONFLICT',
    what: `${clipName} was not changed.`,
    why: 'It moved on at the same moment.',
    fix: 'Look at it, then try again.',
    retry: 'later',
  })
