import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { StudioError } from '@/domain/errors/StudioError'
import { clipName } from '@/domain/scene/clipName'
import { mergeScenes, splitScene } from '@/domain/scene/cutScene'
import type { Scene } from '@/payload-types'
import type { Tx } from '@/stores/controlDb'
import { answer, bodyOf, route } from '../asked/route'
import { sceneDocument } from '../asked/sceneDocument'
import { cutter, cutting, rateOf, refuseLocked, within, write, type Writing } from './cutDocument'
import { dryShape, rearrange, rearranged } from './rearrange'

const splitShape = z.strictObject({ atS: z.number().min(0).max(60), ...dryShape })
const mergeShape = z.strictObject({
  with: z.string().regex(/^[0-9a-f]{24}$/, { error: 'must be the id of a scene' }),
  ...dryShape,
})

/** Divides a scene in two; the second piece is a new scene behind it. */
export const split = route({
  method: 'post',
  path: '/:id/split',
  tells: {
    says: 'Divides a scene in two, seconds from its first frame; `dry` only says what that would do.',
    body: splitShape,
    ok: 200,
    gives: rearranged.extend({ scene: z.string() }),
    errors: [409],
  },
  handler: async (req) => {
    const scene = await sceneDocument(req)
    const { atS, dry = false } = await bodyOf(req, splitShape)
    refuseLocked(scene)
    const { first, second } = splitScene(cutting(scene), { atS, fps: await rateOf(req, scene) })
    let made = '' // stays so when it is only asked
    const done = await rearrange(req, {
      project: scene.project,
      dry,
      body: async (tx, order) => {
        if (tx) {
          await write(req, { scene, fields: first }, tx)
          made = await createBehind(req, { scene, fields: second }, tx)
        }
        const at = order.indexOf(scene.id) + 1
        return { order: [...order.slice(0, at), made || 'to be made', ...order.slice(at)], changed: [scene.id, ...order.slice(at, at + 1)] }
      },
    })
    return answer({ ...done, scene: made })
  },
}) // prettier-ignore

/** Makes one scene of this and the one that follows it; the other is archived, and its takes are kept. */
export const merge = route({
  method: 'post',
  path: '/:id/merge',
  tells: {
    says: 'Makes one scene of this and the one that follows it; `dry` only says what that would do.',
    body: mergeShape,
    ok: 200,
    gives: rearranged,
    errors: [409],
  },
  handler: async (req) => {
    const scene = await sceneDocument(req)
    const { with: otherId, dry = false } = await bodyOf(req, mergeShape)
    const other = await sceneDocument(req, otherId)
    for (const one of [scene, other]) refuseLocked(one)
    const fields = mergeScenes(cutting(scene), cutting(other), await rateOf(req, scene))
    const done = await rearrange(req, {
      project: scene.project,
      dry,
      body: async (tx, order) => {
        const at = order.indexOf(scene.id)
        if (order[at + 1] !== other.id) throw notNext(scene, other)
        if (tx) {
          await write(req, { scene, fields }, tx)
          await write(req, { scene: other, fields: { archived: true } }, tx)
        }
        return { order: order.filter((id) => id !== other.id), changed: [scene.id, ...order.slice(at + 2, at + 3)] }
      },
    })
    return answer(done)
  },
})

const createBehind = async (req: PayloadRequest, { scene, fields }: Writing, tx: Tx): Promise<string> => {
  const { id: _, createdAt: _c, updatedAt: _u, rev: _r, authors: _a, ...same } = scene
  const shotNumber = await freeNumber(req, scene)
  const name = clipName(scene.sceneNumber, shotNumber)
  const data = { ...same, ...fields, sequenceNumber: scene.sequenceNumber + 1, shotNumber, clipName: name, locked: false } as Omit<Scene, 'id' | 'createdAt' | 'updatedAt'>
  const made = await req.payload.create({ collection: 'scenes', data, depth: 0, overrideAccess: true, req: within(req, tx, cutter) })
  const state = { scene: made.id, project: scene.project, clipName: name, status: 'draft' as const, stale: false }
  await req.payload.create({ collection: 'scene-states', data: state, depth: 0, overrideAccess: true, req: within(req, tx) })
  return made.id
} // prettier-ignore

/** Between this shot's number and the next one's of its screenplay scene; behind them all where none is free. */
const freeNumber = async (req: PayloadRequest, scene: Scene & { project?: unknown }): Promise<number> => {
  const { docs } = await req.payload.find({
    collection: 'scenes',
    where: { project: { equals: scene.project }, sceneNumber: { equals: scene.sceneNumber } },
    select: { shotNumber: true }, depth: 0, pagination: false, req,
  }) // prettier-ignore
  const taken = docs.map(({ shotNumber }) => shotNumber ?? 0).sort((a, b) => a - b)
  const own = scene.shotNumber ?? 10
  const next = taken.find((number) => number > own)
  if (next === undefined) return own + 10
  const middle = Math.floor((own + next) / 2)
  return middle > own ? middle : (taken.at(-1) ?? own) + 10
}

const notNext = (scene: Scene, other: Scene) =>
  new StudioError({
    code: 'MERGE_REFUSED',
    what: `${scene.clipName ?? ''} and ${other.clipName ?? ''} were not made one.`,
    why: 'The second does not follow the first.',
    fix: 'Name the scene that follows directly.',
    field: 'with',
  })
