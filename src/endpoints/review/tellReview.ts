import type { PayloadRequest } from 'payload'
import { notify } from '@/queue/notify'
import type { Approval, Comment } from '@/payload-types'
import { refOf } from './commentShape'
import { makersOf } from './peopleOf'

/** Of what was said, as much as a notification and a mail need. */
const shownMost = 500

/** What people were told of a comment; however often it is changed, each of them hears it once. */
export const mentionEvent = (comment: string): string => `mention:${comment}`

/** `by`: the name of who named them; `people`: ids of who is told, without the comment's author. */
type Mention = { by: string; people: readonly string[]; where: string }

/** Tells people that a comment names them, with the transaction of `req`. */
export const tellMentioned = async (req: PayloadRequest, comment: Comment, { by, people, where }: Mention): Promise<void> => {
  const project = refOf(comment.project) ?? ''
  const own = [refOf(comment.author), req.user?.id]
  const to = people.filter((id) => !own.includes(id))
  if (to.length === 0) return
  await notify(req, {
    event: mentionEvent(comment.id),
    kind: 'mention',
    to,
    project,
    link: `/admin/collections/projects/${project}/film?comment=${refOf(comment.parent) ?? comment.id}`,
    vars: { by, where, text: shortened(comment.text ?? '') },
  })
} // prettier-ignore

/** Tells whoever makes the film what somebody wants changed in a scene, with the transaction of `req`. */
export const tellRequested = async (req: PayloadRequest, asked: Approval, where: string): Promise<void> => {
  const project = refOf(asked.project) ?? ''
  const author = refOf(asked.author)
  const to = (await makersOf(req, project)).filter((id) => id !== author)
  if (to.length === 0) return
  await notify(req, {
    event: `changes:${asked.id}`,
    kind: 'changesRequested',
    to,
    project,
    link: `/admin/collections/scenes/${refOf(asked.scene) ?? ''}`,
    vars: { by: asked.name ?? '', where, text: shortened(asked.note ?? '') },
  })
}

/** Film and clip as people call them: `The Pier · SC002_SH010`. */
export const whereIs = async ({ payload }: PayloadRequest, { project, scene }: { project: string; scene: string | null }): Promise<string> => {
  const options = { depth: 0, disableErrors: true, overrideAccess: true } as const
  const film = await payload.findByID({ collection: 'projects', id: project, select: { title: true }, ...options })
  const clip = scene === null ? null : await payload.findByID({ collection: 'scenes', id: scene, select: { clipName: true, title: true }, ...options })
  return [film?.title, clip?.clipName ?? clip?.title].filter(Boolean).join(' · ')
} // prettier-ignore

/** No sign is cut in two. */
const shortened = (text: string): string =>
  text.length <= shownMost ? text : `${text.slice(0, shownMost - 1).replace(/[\ud800-\udbff]$/, '')}…`
