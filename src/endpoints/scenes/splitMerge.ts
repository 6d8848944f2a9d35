import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { StudioError } from '@/domain/errors/StudioError'
import { readProjectSettings } from '@/domain/project/projectSettings'
import { clipName } from '@/domain/scene/clipName'
import { mergeScenes, splitScene, type CutFields, type CutScene } from '@/domain/scene/cutScene'
import { textOf } from '@/domain/words'
import type { Scene } from '@/payload-types'
import type { Tx } from '@/stores/controlDb'
import { answer, bodyOf, route } from '../asked/route'
import { sceneDocument } from '../asked/sceneDocument'
import { rearrange, rearranged } from './rearrange'

const splitShape = z.strictObject({ atS: z.number().min(0).max(60) })
const mergeShape = z.strictObject({ with: z.string().regex(/^[0-9a-f]{24}$/, { error: 'must be the id of a scene' }) })

/** Divides a scene in two; the second piece is a new scene behind it. */
export const split = route({
  method: 'post',
  path: '/:id/split',
  tells: {
    says: 'Divides a scene in two, seconds from its first frame.',
    body: splitShape,
    ok: 200,
    gives: rearranged.extend({ scene: z.string() }),
    errors: [409],
  },
  handler: async (req) => {
    const scene = await sceneDocument(req)
    const { atS } = await bodyOf(req, splitShape)
    refuseLocked(scene)
    const { first, second } = splitScene(cutting(scene), { atS, fps: await rateOf(req, scene) })
    let made = ''
    const done = await rearrange(req, {
      project: scene.project,
      body: async (tx, order) => {
        await write(req, { scene, fields: first }, tx)
        made = await createBehind(req, { scene, fields: second }, tx)
        const at = order.indexOf(scene.id) + 1
        return { order: [...order.slice(0, at), made, ...order.slice(at)], changed: [scene.id, ...order.slice(at, at + 1)] }
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
    says: 'Makes one scene of this and the one that follows it.',
    body: mergeShape,
    ok: 200,
    gives: rearranged,
    errors: [409],
  },
  handler: async (req) => {
    const scene = await sceneDocument(req)
    const other = await sceneDocument(req, (await bodyOf(req, mergeShape)).with)
    for (const one of [scene, other]) refuseLocked(one)
    const fields = mergeScenes(cutting(scene), cutting(other), await rateOf(req, scene))
    const done = await rearrange(req, {
      project: scene.project,
      body: async (tx, order) => {
        const at = order.indexOf(scene.id)
        if (order[at + 1] !== other.id) throw notNext(scene, other)
        await write(req, { scene, fields }, tx)
        await write(req, { scene: other, fields: { archived: true } }, tx)
        return { order: order.filter((id) => id !== other.id), changed: [scene.id, ...order.slice(at + 2, at + 3)] }
      },
    })
    return answer(done)
  },
})

const words = (list: unknown): string[] =>
  rows(list as unknown[]).map((one) => textOf(typeof one === 'string' ? one : (one as { name?: unknown }).name))
const rows = <T>(list: T[] | null | undefined): T[] => list ?? []
const or = <T>(value: T | null | undefined): T | null => value ?? null

/** A Scenes document as cutting reads it. */
const cutting = (scene: Scene): CutScene => ({
  clipName: textOf(scene.clipName), heading: textOf(scene.heading), location: textOf(scene.location), frames: scene.frames ?? 0,
  action: textOf(scene.action), screenplayText: textOf(scene.screenplayText), dialogue: rows(scene.dialogue), effects: rows(scene.effects),
  charactersPresent: words(scene.charactersPresent), voices: words(scene.voices), blocking: rows(scene.blocking), props: rows(scene.props),
  transitionIn: or(scene.transitionIn), transitionOut: or(scene.transitionOut), transitionSeconds: or(scene.transitionSeconds),
  fromLine: or(scene.fromLine), toLine: or(scene.toLine),
}) // prettier-ignore

const rateOf = async (req: PayloadRequest, { project }: { project: string }): Promise<number> => {
  const { settings } = await req.payload.findByID({ collection: 'projects', id: project, depth: 0, select: { settings: true }, req }) // prettier-ignore
  return readProjectSettings(settings).fps
}

type Writing = { scene: Scene; fields: Partial<CutFields> & { archived?: boolean } }

/**
 * Counts the revision, is checked against it, and is carried on like any edit. What the cut gives is nobody's word: a
 * new breakdown writes the whole scene again, so that no line is lost. What a person wrote stays the person's.
 */
const write = async (req: PayloadRequest, { scene, fields }: Writing, tx: Tx): Promise<void> => {
  const standing = await req.payload.findByID({ collection: 'scenes', id: scene.id, depth: 0, select: { rev: true }, req: within(req, tx) }) // prettier-ignore
  if ((standing.rev ?? 0) !== (scene.rev ?? 0)) throw changedMeanwhile(scene)
  const theirs = new Set(rows(scene.authors).flatMap(({ field, author }) => (isPerson(author) ? [field] : [])))
  const isTheirs = (field: string) => theirs.has(field) && !cutBySeconds.has(field)
  for (const [theirOwn, as] of [[true, req], [false, within(req, tx, cutter)]] as const) {
    const data = Object.fromEntries(Object.entries(fields).filter(([field]) => isTheirs(field) === theirOwn))
    if (Object.keys(data).length > 0)
      await req.payload.update({ collection: 'scenes', id: scene.id, data, depth: 0, overrideAccess: true, req: within(as, tx) })
  }
} // prettier-ignore

const cutter = 'agent:cut'
/** Half a line is never what a person meant to keep. */
const cutBySeconds = new Set(['frames', 'durationS', 'dialogue', 'screenplayText'])
const isPerson = (author: string): boolean => !author.startsWith('agent:') && author !== 'import'

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

/** The same request inside a transaction, in somebody's name. */
const within = (req: PayloadRequest, { req: { transactionID } }: Tx, author?: string): PayloadRequest =>
  Object.assign(Object.create(req) as PayloadRequest, {
    transactionID,
    ...(author ? { context: { ...req.context, author } } : {}),
  })

const refuseLocked = ({ locked, clipName: name }: Scene): void => {
  if (locked !== true) return
  throw new StudioError({
    code: 'SCENE_LOCKED',
    what: `${name ?? 'The scene'} was not changed.`,
    why: 'It is locked.',
    fix: 'Unlock it first.',
  })
}
const changedMeanwhile = ({ clipName: name }: Scene) =>
  new StudioError({
    code: 'WRITE_CONFLICT',
    what: `${name ?? 'The scene'} was not changed.`,
    why: 'Somebody saved it at the same moment.',
    fix: 'Look at it, then try again.',
    retry: 'later',
  })
const notNext = (scene: Scene, other: Scene) =>
  new StudioError({
    code: 'MERGE_REFUSED',
    what: `${scene.clipName ?? ''} and ${other.clipName ?? ''} were not made one.`,
    why: 'The second does not follow the first.',
    fix: 'Name the scene that follows directly.',
    field: 'with',
  })
