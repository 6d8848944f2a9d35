'use client'
import { useState } from 'react'
import { timecodeOf } from '@/domain/review/frames'
import type { Named } from '@/domain/review/mentionsIn'
import type { ShownComment } from '@/domain/review/shown'
import { Sure } from '../shell/Sure'
import { useWords } from '../words/useWords'
import { CommentForm } from './CommentForm'
import { SaidWords } from './SaidWords'
import { placeOfComment } from './useAskedComment'

export type Acts = {
  reply: (parent: string, text: string) => Promise<boolean>
  edit: (comment: ShownComment, text: string) => Promise<boolean>
  press: (id: string, verb: 'resolve' | 'reopen' | 'remove') => Promise<void>
  seek: (frame: number) => void
}
type Props = {
  comment: ShownComment
  replies: readonly ShownComment[]
  /** In the cut that is shown; null: its scene is not in it. */
  at: number | null
  earlier: boolean
  fps: number
  people: readonly Named[]
  acts: Acts
}

const Words = ({ comment, people, acts }: Pick<Props, 'comment' | 'people' | 'acts'>) => {
  const { say, time } = useWords()
  const [editing, setEditing] = useState(false)
  const { id, name, by, text, mentions, editedAt, createdAt, mine } = comment
  const save = async (next: string) => {
    const kept = await acts.edit(comment, next)
    if (kept) setEditing(false)
    return kept
  }
  return (
    <>
      <p className="bl-comment__who">
        <strong dir="auto">{name}</strong> {by === 'reviewer' && <span className="bl-count">{say('guest')}</span>}{' '}
        <span className="bl-second" suppressHydrationWarning>
          {time(createdAt)} {editedAt && say('edited')}
        </span>
      </p>
      {editing ? (
        <CommentForm label={say('editIt')} button={say('saveIt')} people={people} start={text} onSend={save} onLeave={() => setEditing(false)} />
      ) : (
        <SaidWords text={text} mentions={mentions} people={people} />
      )}
      {mine && !editing && (
        <span className="bl-comment__acts">
          <button type="button" className="bl-link" onClick={() => setEditing(true)}>{say('editIt')}</button>
          <Sure
            label={say('removeIt')}
            body={say('removeComment')}
            onSure={() => acts.press(id, 'remove')}
            look={(press) => <button type="button" className="bl-link" onClick={press}>{say('removeIt')}</button>}
          />
        </span>
      )}
    </>
  )
} // prettier-ignore

/** A remark at its frame, with the answers to it. */
export const CommentRow = ({ comment, replies, at, earlier, fps, people, acts }: Props) => {
  const { say } = useWords()
  const [answering, setAnswering] = useState(false)
  const { id, resolved, name } = comment
  const send = async (text: string) => {
    const kept = await acts.reply(id, text)
    if (kept) setAnswering(false)
    return kept
  }
  return (
    <li id={placeOfComment(id)} tabIndex={-1} className={resolved ? 'bl-comment bl-comment--done' : 'bl-comment'}>
      <p className="bl-comment__place">
        {at === null ? (
          <span className="bl-second">{say('notInCut')}</span>
        ) : (
          <button type="button" className="bl-link bl-comment__at" onClick={() => acts.seek(at)}>{timecodeOf(at, fps)}</button>
        )}
        {earlier && at !== null && <span className="bl-second">{say('earlierCut')}</span>}
        {resolved && <span className="bl-second">{say('doneBy', { name: resolved.by })}</span>}
      </p>
      <Words comment={comment} people={people} acts={acts} />
      {replies.map((reply) => (
        <div key={reply.id} className="bl-comment__reply">
          <Words comment={reply} people={people} acts={acts} />
        </div>
      ))}
      {answering ? (
        <CommentForm label={say('answerField', { name })} button={say('answerTo')} people={people} onSend={send} onLeave={() => setAnswering(false)} />
      ) : (
        <span className="bl-comment__acts">
          <button type="button" className="bl-link" onClick={() => setAnswering(true)}>{say('answerTo')}</button>
          <button type="button" className="bl-link" onClick={() => void acts.press(id, resolved ? 'reopen' : 'resolve')}>{say(resolved ? 'reopenIt' : 'resolve')}</button>
        </span>
      )}
    </li>
  )
} // prettier-ignore
