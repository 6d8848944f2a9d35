'use client'
import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { waitMostDays } from '@/domain/generation/waitUntil'
import { useWords } from '../words/useWords'

type Props = { /** `until`: ISO 8601. */ onSay: (reason: string, until: string) => Promise<void> }

const dayMs = 86_400_000

/** As a field of the browser wants a moment: its own clock, to the minute. */
const fieldOf = (ms: number): string => {
  const at = new Date(ms)
  return new Date(ms - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** Puts a question off: why, and when it is asked again; a day from now where nothing else is chosen. */
export const WaitUntil = ({ onSay }: Props) => {
  const { say } = useWords()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState('')
  const id = useId()
  if (!open)
    return (
      <Button buttonStyle="secondary" size="medium" margin={false} onClick={() => {
        setUntil(fieldOf(Date.now() + dayMs))
        setOpen(true)
      }}>
        {say('waitUntil')}
      </Button>
    )
  const at = Date.parse(until)
  const isAhead = at > Date.now() && at <= Date.now() + waitMostDays * dayMs
  const done = async () => {
    await onSay(reason.trim(), new Date(at).toISOString())
    setOpen(false)
    setReason('')
  }
  return (
    <div className="bl-reason">
      <label htmlFor={id}>{say('waitWhy')}</label>
      <textarea id={id} value={reason} rows={2} maxLength={1000} autoFocus onChange={(event) => setReason(event.target.value)} />
      <label htmlFor={`${id}-until`}>{say('askAgainAt')}</label>
      <input id={`${id}-until`} type="datetime-local" value={until} min={fieldOf(Date.now())} max={fieldOf(Date.now() + waitMostDays * dayMs)} onChange={(event) => setUntil(event.target.value)} />
      <span className="bl-reason__buttons">
        <Button buttonStyle="primary" size="medium" margin={false} disabled={reason.trim() === '' || !isAhead} onClick={() => void done()}>
          {say('waitNow')}
        </Button>
        <Button buttonStyle="secondary" size="medium" margin={false} onClick={() => setOpen(false)}>
          {say('cancelWord')}
        </Button>
      </span>
    </div>
  )
} // prettier-ignore
