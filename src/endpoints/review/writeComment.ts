import type { PayloadRequest } from 'payload'
import { StudioError } from '@/domain/errors/StudioError'
import { mentionsIn } from '@/domain/review/mentionsIn'
import { clipAt } from '@/domain/review/placeInCut'
import type { PinnedCut } from '@/domain/review/reviewCut'
import type { Comment } from '@/payload-types'
import { inTransaction } from '@/stores/controlDb'
import { storesOf } from '../asked/stores'
import { within } from '../scenes/cutDocument'
import { refOf, type Writing } from './commentShape'
import { peopleOf } from './peopleOf'
import { tellMentioned, whereIs } from './tellReview'

/** Who writes: a person of the studio, or a name behind a share link. */
export type Writer = { name: string; author: string | null; link: string | null }
type Written = { project: string; cut: PinnedCut; writer: Writer }

/**
 * Keeps a comment at its frame, with its scene and whom it names, and tells those. An answer stands where that stands which it answers.
 * Whoever calls has checked that the writer may. Fails: FILM_CHANGED, FRAME_REFUSED, COMMENT_UNKNOWN.
 */
export const writeComment = async (req: PayloadRequest, asked: Writing, { project, cut, writer }: Written): Promise<Comment> => {
  const place = asked.parent === undefined ? placeOf(asked, cut) : await besides(req, { project, id: asked.parent })
  const mentions = mentionsIn(asked.text, await peopleOf(req, project))
  const where = mentions.length > 0 ? await whereIs(req, { project, scene: refOf(place.scene) }) : ''
  return inTransaction(storesOf(req).control, async (tx) => {
    // without the user of `req`: whoever is signed in beside a share link writes by the link's right, not by their own
    const made = await req.payload.create({
      collection: 'comments',
      data: { project, text: asked.text, mentions, ...writer, ...place },
      depth: 0,
      overrideAccess: true,
      req: tx.req,
    })
    await tellMentioned(within(req, tx), made, { by: writer.name, people: mentions, where })
    return made
  })
} // prettier-ignore

type Place = Pick<Comment, 'film' | 'frame' | 'scene' | 'sceneFrame' | 'parent'>

const placeOf = ({ film, frame }: Writing, cut: PinnedCut): Place => {
  if (film !== undefined && film !== cut.film.sha256) throw filmChanged()
  if (frame === undefined || frame >= cut.frames) throw frameRefused(cut.frames)
  const clip = clipAt(cut.clips, frame)
  return {
    film: cut.film.sha256,
    frame,
    scene: clip?.scene ?? null,
    sceneFrame: clip ? frame - clip.recordIn : null,
    parent: null,
  }
}

/** An answer to an answer is one to what that answers. */
const besides = async ({ payload }: PayloadRequest, { project, id }: { project: string; id: string }): Promise<Place> => {
  const where = { id: { equals: id }, project: { equals: project }, removed: { not_equals: true } }
  const { docs } = await payload.find({ collection: 'comments', where, limit: 1, depth: 0, pagination: false, overrideAccess: true })
  const [found] = docs
  if (!found) throw commentUnknown()
  const { film = null, frame = null, sceneFrame = null } = found
  return { film, frame, sceneFrame, scene: refOf(found.scene), parent: refOf(found.parent) ?? found.id }
} // prettier-ignore

export const commentUnknown = () =>
  new StudioError({
    code: 'COMMENT_UNKNOWN',
    what: 'There is no such comment.',
    why: 'No comment you may see has this id, or it was removed.',
    fix: 'List them with GET /api/projects/:id/comments.',
  })

export const filmChanged = () =>
  new StudioError({
    code: 'FILM_CHANGED',
    what: 'Nothing was written.',
    why: 'The film was cut again since this page was loaded, so the frame may show something else now.',
    fix: 'Load the film again and look at the frame once more; your words are still in the field.',
    field: 'film',
  })

const frameRefused = (frames: number) =>
  new StudioError({
    code: 'FRAME_REFUSED',
    what: 'Nothing was written.',
    why: `The film has the frames 0 to ${String(frames - 1)}.`,
    fix: 'Send one of them as “frame”, or “parent” for an answer.',
    field: 'frame',
  })
