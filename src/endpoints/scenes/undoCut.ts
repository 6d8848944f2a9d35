import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { StudioError } from '@/domain/errors/StudioError'
import { mergeScenes, splitScene, type CutFields, type CutScene } from '@/domain/scene/cutScene'
import type { Scene } from '@/payload-types'
import { answer, bodyOf, route } from '../asked/route'
import { sceneDocument, sceneUnknown } from '../asked/sceneDocument'
import { cutting, rateOf, refuseLocked, write } from './cutDocument'
import { rearrange, rearranged } from './rearrange'

const undoShape = z.strictObject({
  was: z.enum(['split', 'merge'], { error: 'must be split or merge' }),
  /** The second piece of a split, or the scene that was merged into this one. */
  with: z.string().regex(/^[0-9a-f]{24}$/, { error: 'must be the id of a scene' }),
})

/** Takes a split or a merge back: both scenes are what they were before. Fails: UNDO_REFUSED when one was changed since. */
export const undoCut = route({
  method: 'post',
  path: '/:id/undo-cut',
  tells: {
    says: 'Takes a split or a merge of this scene back, as long as neither was changed since.',
    body: undoShape,
    ok: 200,
    gives: rearranged,
    errors: [409],
  },
  handler: async (req) => {
    const scene = await sceneDocument(req)
    const { was, with: otherId } = await bodyOf(req, undoShape)
    const other = was === 'split' ? await sceneDocument(req, otherId) : await archivedScene(req, otherId)
    if (other.project !== scene.project) throw sceneUnknown()
    for (const one of [scene, other]) refuseLocked(one)
    const fps = await rateOf(req, scene)
    const before = await beforeCut(req, scene, (old) => (was === 'split' ? splitGave(old, { scene, other, fps }) : mergeGave(old, { scene, other, fps })))
    const done = await rearrange(req, {
      project: scene.project,
      dry: false,
      body: async (tx, order) => {
        const at = order.indexOf(scene.id)
        if (was === 'split' && order[at + 1] !== other.id) throw undoRefused(scene, 'Its second piece does not follow it any more.')
        if (tx) {
          await write(req, { scene, fields: before }, tx)
          await write(req, { scene: other, fields: { archived: was === 'split' } }, tx)
        }
        return was === 'split'
          ? { order: order.filter((id) => id !== other.id), changed: [scene.id, ...order.slice(at + 2, at + 3)] }
          : { order: [...order.slice(0, at + 1), other.id, ...order.slice(at + 1)], changed: [scene.id, other.id, ...order.slice(at + 1, at + 2)] }
      },
    })
    return answer(done)
  },
}) // prettier-ignore

type Standing = { scene: Scene; other: Scene; fps: number }

/**
 * What it said before: versions of which the cut makes what stands now. A cut is written in two steps, and what stands
 * between them may look like it, too: so of those that follow each other the oldest counts.
 */
const beforeCut = async (
  req: PayloadRequest,
  scene: Scene,
  gaveThis: (old: CutScene) => boolean,
): Promise<CutFields> => {
  const { docs } = await req.payload.findVersions({
    collection: 'scenes', where: { parent: { equals: scene.id } }, sort: '-updatedAt', limit: 25, depth: 0, pagination: false, req,
  }) // prettier-ignore
  const versions = docs.map(({ version }) => version).sort((a, b) => (b.rev ?? 0) - (a.rev ?? 0))
  const from = versions.findIndex((version) => gaveThis(cutting(version)))
  const others = versions.slice(from).findIndex((version) => !gaveThis(cutting(version)))
  const before = from < 0 ? undefined : versions[others < 0 ? versions.length - 1 : from + others - 1]
  if (!before) throw undoRefused(scene, 'It, or the other piece, was changed since it was cut.')
  const { clipName: _c, heading: _h, location: _l, ...fields } = cutting(before)
  return { ...fields, durationS: before.durationS ?? 0 }
}

const splitGave = (old: CutScene, { scene, other, fps }: Standing): boolean => {
  if (old.frames !== (scene.frames ?? 0) + (other.frames ?? 0)) return false
  const pieces = orNull(() => splitScene(old, { atS: (scene.frames ?? 0) / fps, fps }))
  return pieces !== null && isSaid(pieces.first, scene) && isSaid(pieces.second, other)
}

const mergeGave = (old: CutScene, { scene, other, fps }: Standing): boolean => {
  const merged = orNull(() => mergeScenes(old, cutting(other), fps))
  return merged !== null && isSaid(merged, scene)
}

/** Whether a scene still says what a cut gave it. */
const isSaid = (gave: CutFields, scene: Scene): boolean => {
  const now = cutting(scene)
  const lines = (list: CutScene['dialogue'] = []) => list.map(({ line }) => line ?? '').join('\n')
  return (
    gave.frames === now.frames && (gave.action ?? '') === now.action && (gave.screenplayText ?? '') === now.screenplayText && lines(gave.dialogue) === lines(now.dialogue)
  )
} // prettier-ignore

/** Null where these two could not have been cut like this. */
const orNull = <T>(cut: () => T): T | null => {
  try {
    return cut()
  } catch (error) {
    if (error instanceof StudioError) return null
    throw error
  }
}

const archivedScene = async (req: PayloadRequest, id: string): Promise<Scene & { project: string }> => {
  const found = await req.payload.findByID({ collection: 'scenes', id, depth: 0, disableErrors: true, overrideAccess: false, req })
  if (found?.archived !== true || typeof found.project !== 'string') throw sceneUnknown()
  return { ...found, project: found.project }
} // prettier-ignore

const undoRefused = ({ clipName }: Scene, why: string) =>
  new StudioError({
    code: 'UNDO_REFUSED',
    what: `The cut of ${clipName ?? 'the scene'} was not taken back.`,
    why,
    fix: 'Split or merge it as you want it now; older versions of both stand in their history.',
  })
