'use client'
import { useCallback, useMemo, useState } from 'react'
import { timecodeOf } from '@/domain/review/frames'
import { placeInCut } from '@/domain/review/placeInCut'
import type { PinnedCut } from '@/domain/review/reviewCut'
import { useStudio } from '../shell/StudioProvider'
import { useWords } from '../words/useWords'
import { CommentForm } from './CommentForm'
import { CommentRow, type Acts } from './CommentRow'
import { useAskedComment } from './useAskedComment'
import type { Review } from './useReview'

type Props = {
  project: string
  cut: PinnedCut
  fps: number
  frame: number
  review: Review
  field: React.Ref<HTMLTextAreaElement>
  onSeek: (frame: number) => void
}

const unread: readonly never[] = []

/** What was said about the film, in its order; a new remark goes to the frame that is shown. */
export const CommentsPanel = ({ project, cut, fps, frame, review, field, onSeek }: Props) => {
  const { say } = useWords()
  const { send } = useStudio()
  const [done, setDone] = useState(false)
  const { comments, people, lost, look } = review
  const write = async (path: string, body: object): Promise<boolean> => {
    const kept = (await send(path, body)) !== null
    if (kept) await look()
    return kept
  }
  const path = `/projects/${project}/comments`
  const acts: Acts = {
    reply: (parent, text) => write(path, { parent, text }),
    edit: ({ id, text: was }, text) => write(`/comments/${id}/edit`, { text, was }),
    press: async (id, verb) => {
      await write(`/comments/${id}/${verb}`, {})
    },
    seek: onSeek,
  }
  const rows = useMemo(
    () =>
      (comments ?? [])
        .filter(({ parent }) => parent === null)
        .map((comment) => ({ comment, at: placeInCut(comment, { film: cut.film.sha256, clips: cut.clips }) }))
        .sort((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity)),
    [comments, cut],
  )
  const onDone = useCallback(() => setDone(true), [])
  // before the film is read no frame can be sought
  useAskedComment(cut.film.sha256 === '' ? unread : rows, { onSeek, onDone })
  const open = rows.filter(({ comment }) => !comment.resolved)
  const shown = done ? rows : open
  return (
    <section className="bl-panel bl-comments" aria-labelledby="bl-comments">
      <header className="bl-panel__head">
        <h2 id="bl-comments">{say('comments')}</h2>
        <span className="bl-second">{say('openCount', { count: open.length })}</span>
      </header>
      <CommentForm
        label={say('commentField')}
        button={say('commentAt', { at: timecodeOf(frame, fps) })}
        people={people}
        field={field}
        onSend={(text) => write(path, { text, frame, film: cut.film.sha256 })}
      />
      {rows.length > open.length && (
        <label className="bl-comments__done">
          <input type="checkbox" checked={done} onChange={({ target }) => setDone(target.checked)} /> {say('showDone')}
        </label>
      )}
      {lost && <p className="bl-empty" role="alert">{say('commentsLost')}</p>}
      {comments !== null && rows.length === 0 && <p className="bl-empty">{say('noComments')}</p>}
      <ol className="bl-comments__list" aria-busy={comments === null}>
        {shown.map(({ comment, at }) => (
          <CommentRow
            key={comment.id}
            comment={comment}
            at={at}
            earlier={comment.film !== cut.film.sha256}
            fps={fps}
            people={people}
            replies={(comments ?? []).filter(({ parent }) => parent === comment.id)}
            acts={acts}
          />
        ))}
      </ol>
    </section>
  )
} // prettier-ignore
