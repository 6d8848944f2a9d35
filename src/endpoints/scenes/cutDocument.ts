import type { PayloadRequest } from 'payload'
import { StudioError } from '@/domain/errors/StudioError'
import { readProjectSettings } from '@/domain/project/projectSettings'
import type { CutFields, CutScene } from '@/domain/scene/cutScene'
import { textOf } from '@/domain/words'
import type { Scene } from '@/payload-types'
import type { Tx } from '@/stores/controlDb'

const words = (list: unknown): string[] =>
  rows(list as unknown[]).map((one) => textOf(typeof one === 'string' ? one : (one as { name?: unknown }).name))
const rows = <T>(list: T[] | null | undefined): T[] => list ?? []
const or = <T>(value: T | null | undefined): T | null => value ?? null

/** A Scenes document as cutting reads it. */
export const cutting = (scene: Scene): CutScene => ({
  clipName: textOf(scene.clipName), heading: textOf(scene.heading), location: textOf(scene.location), frames: scene.frames ?? 0,
  action: textOf(scene.action), screenplayText: textOf(scene.screenplayText), dialogue: rows(scene.dialogue), effects: rows(scene.effects),
  charactersPresent: words(scene.charactersPresent), voices: words(scene.voices), blocking: rows(scene.blocking), props: rows(scene.props),
  transitionIn: or(scene.transitionIn), transitionOut: or(scene.transitionOut), transitionSeconds: or(scene.transitionSeconds),
  fromLine: or(scene.fromLine), toLine: or(scene.toLine),
}) // prettier-ignore

/** Frames per second of its film. */
export const rateOf = async (req: PayloadRequest, { project }: { project: string }): Promise<number> => {
  const { settings } = await req.payload.findByID({ collection: 'projects', id: project, depth: 0, select: { settings: true }, req }) // prettier-ignore
  return readProjectSettings(settings).fps
}

export type Writing = { scene: Scene; fields: Partial<CutFields> & { archived?: boolean } }

/**
 * Counts the revision, is checked against it, and is carried on like any edit. What the cut gives is nobody's word: a
 * new breakdown writes the whole scene again, so that no line is lost. What a person wrote stays the person's.
 */
export const write = async (req: PayloadRequest, { scene, fields }: Writing, tx: Tx): Promise<void> => {
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

/** Whose word a cut is. */
export const cutter = 'agent:cut'
/** Half a line is never what a person meant to keep. */
const cutBySeconds = new Set(['frames', 'durationS', 'dialogue', 'screenplayText'])
const isPerson = (author: string): boolean => !author.startsWith('agent:') && author !== 'import'

/** The same request inside a transaction, in somebody's name. */
export const within = (req: PayloadRequest, { req: { transactionID } }: Tx, author?: string): PayloadRequest =>
  Object.assign(Object.create(req) as PayloadRequest, {
    transactionID,
    ...(author ? { context: { ...req.context, author } } : {}),
  })

/** Fails: SCENE_LOCKED. */
export const refuseLocked = ({ locked, clipName: name }: Scene): void => {
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
