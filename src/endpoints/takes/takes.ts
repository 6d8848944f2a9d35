import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { staff } from '@/access/roles'
import type { Asset } from '@/domain/generation/generationKey'
import { takeKinds } from '@/domain/takes/takesOf'
import { toldTake, type ToldTake } from '@/domain/takes/toldTake'
import { assetsStore } from '@/stores/assetsStore'
import { takeAsset } from '@/stores/reads/takesRead'
import { bucketOf } from '../asked/bucketOf'
import { mediaDirOf } from '../asked/mediaDirOf'
import { answer, queryOf, route } from '../asked/route'
import { moment } from '../asked/shapes'
import { storesOf } from '../asked/stores'
import { sceneOf } from '../living/sceneOf'
import { sendKept } from '../media/sendFile'
import { sentWith } from './sentWith'
import { takeInAddress, takesOfScene } from './takesOfScene'

const answerShape = z.object({
  claim: z.string(),
  question: z.string(),
  answer: z.enum(['yes', 'no', 'unknown']),
  evidence: z.string(),
})
export const takeShape = z.object({
  id: z.string(),
  kind: z.enum(takeKinds),
  layer: z.number().int().nullable(),
  subject: z.string(),
  number: z.number().int(),
  take: z.number().int(),
  /** Below /api; by ranges. */
  file: z.string(),
  mime: z.string(),
  frames: z.number().nullable(),
  durationS: z.number().nullable(),
  at: moment,
  provider: z.string(),
  model: z.string(),
  template: z.string().nullable(),
  nanodollars: z.number().int(),
  verdict: z.enum(['passed', 'failed', 'unknown', 'overruled', 'rejected']).nullable(),
  inUse: z.boolean(),
  usable: z.boolean(),
  told: z.string(),
  answers: z.array(answerShape),
}) satisfies z.ZodType<ToldTake>

/** GET /api/scenes/:id/takes: everything that was ever made of the scene, with what its judges said of it. */
export const listTakes = route({
  method: 'get',
  path: '/:id/takes',
  only: staff,
  tells: {
    says: 'Every take of a scene, the newest first, with its verdict and the answers of its judges.',
    ok: 200,
    gives: z.object({ takes: z.array(takeShape) }),
    errors: [403],
  },
  handler: async (req) => {
    const { scene, takes } = await takesOfScene(req)
    return answer({ takes: takes.map((one) => toldTake(scene.id, one)) })
  },
})

const fileQuery = z.strictObject({
  /** A picture the take was made with, by its content. */
  of: z.string().regex(/^[0-9a-f]{64}$/, { error: 'must be the SHA-256 of a picture' }).optional(),
}) // prettier-ignore

/** GET /api/scenes/:id/takes/:take/file: its picture, clip or sound; with `of` a picture it was made with. */
export const takeFile = route({
  method: 'get',
  path: '/:id/takes/:take/file',
  only: staff,
  tells: {
    says: 'The file of a take, by ranges; with `of` a picture it was made with.',
    query: fileQuery,
    ok: 200,
    gives: 'application/octet-stream',
    errors: [403, 416],
  },
  handler: async (req) => {
    const { of } = queryOf(req, fileQuery)
    const asset = of === undefined ? await ownFile(req) : await madeWithIt(req, of)
    return sendKept(req, { filename: asset?.name ?? '', mimeType: asset?.mime ?? '', sha256: asset?.sha256 ?? null })
  },
})

/** A strip of takes asks for many files at once: only where the call is another scene's are all of them read. */
const ownFile = async (req: PayloadRequest): Promise<Asset> => {
  const { id: scene, project } = await sceneOf(req)
  const asked = { id: String(req.routeParams?.['take']), scene, project: project.id }
  return (await takeAsset(storesOf(req).control, asked)) ?? (await takeInAddress(req)).take.asset
}

/** A picture that went along with the call of a take; null: it did not. */
const madeWithIt = async (req: PayloadRequest, sha256: string): Promise<Asset | null> => {
  const { take, call, calls } = await takeInAddress(req)
  if (take.asset.sha256 === sha256) return take.asset
  if (!madeWith(sentWith(call, calls).request).has(sha256)) return null
  return assetsStore(storesOf(req).control, mediaDirOf(req), bucketOf(req)).find(sha256)
}

/** Contents of all pictures that went along with a call. */
const madeWith = ({ base, startPicture, picture, references }: Record<string, unknown>): ReadonlySet<string> => {
  const rows = Array.isArray(references) ? (references as { sha256?: unknown }[]).map(({ sha256 }) => sha256) : []
  return new Set([base, startPicture, picture, ...rows].filter((one) => typeof one === 'string'))
}
