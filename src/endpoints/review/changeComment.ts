import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { roles } from '@/access/roles'
import { StudioError } from '@/domain/errors/StudioError'
import { mentionsIn } from '@/domain/review/mentionsIn'
import type { Comment } from '@/payload-types'
import { inTransaction } from '@/stores/controlDb'
import { idIn } from '../asked/idIn'
import { answer, bodyOf, route } from '../asked/route'
import { storesOf } from '../asked/stores'
import { within } from '../scenes/cutDocument'
import { changeableBy } from './comments'
import { commentShape, refOf, shownComment, textShape } from './commentShape'
import { nameOfAsker, peopleOf } from './peopleOf'
import { mentionEvent, tellMentioned, whereIs } from './tellReview'
import { commentUnknown } from './writeComment'

const editShape = z.strictObject({
  text: textShape,
  /** What it said when whoever changes it began. */
  was: z.string().max(10_000),
})

/** POST …/edit: another text; its author or a producer. Fails: NOT_ALLOWED, COMMENT_CHANGED. */
export const editComment = route({
  method: 'post',
  path: '/:id/edit',
  only: roles,
  tells: { says: 'Changes the text of a comment.', body: editShape, ok: 200, gives: commentShape, errors: [409] },
  handler: async (req) => {
    const comment = await ownComment(req)
    const { text, was } = await bodyOf(req, editShape)
    // said twice is said once
    if (comment.text !== text) await writeAnew(req, comment, { text, was })
    return shown(req)
  },
})

/** Keeps the text, and tells whom it names and the one before did not. Fails: COMMENT_CHANGED. */
const writeAnew = async (req: PayloadRequest, comment: Comment, { text, was }: z.output<typeof editShape>): Promise<void> => {
  const { control, review } = storesOf(req)
  const project = refOf(comment.project) ?? ''
  const mentions = mentionsIn(text, await peopleOf(req, project))
  const before = (comment.mentions ?? []).map(refOf)
  const people = mentions.filter((id) => !before.includes(id))
  const where = people.length > 0 ? await whereIs(req, { project, scene: refOf(comment.scene) }) : ''
  await inTransaction(control, async (tx) => {
    if (!(await review.edit(comment.id, { text, was, mentions }, tx))) throw commentChanged()
    await tellMentioned(within(req, tx), { ...comment, text }, { by: nameOfAsker(req), people, where })
  })
} // prettier-ignore

/** POST …/remove: takes a comment and the answers to it away, and what people were told of its words; its author or a producer. Twice is once. */
export const removeComment = route({
  method: 'post',
  path: '/:id/remove',
  only: roles,
  tells: { says: 'Removes a comment with its answers.', ok: 200, gives: z.object({ id: z.string() }) },
  handler: async (req) => {
    const { id } = await ownComment(req)
    const { control, notices, review } = storesOf(req)
    await inTransaction(control, async (tx) => {
      await review.remove(id, tx)
      await notices.forget(mentionEvent(id), tx)
    })
    return answer({ id })
  },
})

/** POST …/resolve: done; of an answer, what it answers. Twice is once: who was first stays. */
export const resolveComment = route({
  method: 'post',
  path: '/:id/resolve',
  only: roles,
  tells: { says: 'Marks a comment as done.', ok: 200, gives: commentShape },
  handler: async (req) => {
    const { id, parent } = await commentOf(req)
    await storesOf(req).review.resolve(refOf(parent) ?? id, nameOfAsker(req))
    return shown(req)
  },
})

/** POST …/reopen: not done yet. */
export const reopenComment = route({
  method: 'post',
  path: '/:id/reopen',
  only: roles,
  tells: { says: 'Opens a comment that was done again.', ok: 200, gives: commentShape },
  handler: async (req) => {
    const { id, parent } = await commentOf(req)
    await storesOf(req).review.reopen(refOf(parent) ?? id)
    return shown(req)
  },
})

const shown = async (req: PayloadRequest): Promise<Response> =>
  answer(shownComment(await commentOf(req), changeableBy(req)))

/** The comment in the address, as far as whoever asks may see it. Fails: COMMENT_UNKNOWN. */
const commentOf = async (req: PayloadRequest): Promise<Comment> => {
  const id = idIn(req)
  const found = /^[0-9a-f]{24}$/.test(id)
    ? await req.payload.findByID({ collection: 'comments', id, depth: 0, disableErrors: true, overrideAccess: false, req })
    : null
  if (found && found.removed !== true) return found
  throw commentUnknown()
} // prettier-ignore

/** The same, where whoever asks may change its words. Fails: NOT_ALLOWED. */
const ownComment = async (req: PayloadRequest): Promise<Comment> => {
  const comment = await commentOf(req)
  const may = changeableBy(req)
  if (may === null || may.includes(refOf(comment.author) ?? '')) return comment
  throw new StudioError({
    code: 'NOT_ALLOWED',
    what: 'The comment stays as it is.',
    why: 'Somebody else wrote it.',
    fix: 'Answer it, or ask its author or a producer.',
  })
}

const commentChanged = () =>
  new StudioError({
    code: 'COMMENT_CHANGED',
    what: 'Your text was not saved.',
    why: 'The comment was changed since you opened it.',
    fix: 'Read it again, then save once more.',
    field: 'text',
  })
