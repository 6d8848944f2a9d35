'use client'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import type { Named } from '@/domain/review/mentionsIn'
import { useWords } from '../words/useWords'
import { MentionField } from './MentionField'

type Props = {
  label: string
  button: string
  people: readonly Named[]
  start?: string
  field?: React.Ref<HTMLTextAreaElement>
  /** True: it is kept, and the field is empty again. */
  onSend: (text: string) => Promise<boolean>
  onLeave?: () => void
}

/** Words on their way: they stay in the field until the server has them. */
export const CommentForm = ({ label, button, people, start = '', field, onSend, onLeave }: Props) => {
  const { say } = useWords()
  const [text, setText] = useState(start)
  const [sending, setSending] = useState(false)
  const submit = async () => {
    if (text.trim() === '' || sending) return
    setSending(true)
    const kept = await onSend(text)
    setSending(false)
    if (kept) setText('')
  }
  return (
    <form
      className="bl-commentform"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <MentionField label={label} value={text} people={people} onChange={setText} {...(field ? { field } : {})} />
      <span className="bl-commentform__buttons">
        <Button
          type="submit"
          buttonStyle="primary"
          size="small"
          margin={false}
          disabled={sending || text.trim() === ''}
        >
          {button}
        </Button>
        {onLeave && (
          <Button buttonStyle="subtle" size="small" margin={false} onClick={onLeave}>
            {say('cancelWord')}
          </Button>
        )}
      </span>
    </form>
  )
}
