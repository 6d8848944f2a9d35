'use client'
import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { useWords } from '../words/useWords'

type Props = { label: string; asks: string; least?: number; hint?: string; onSay: (reason: string) => Promise<void> }

/** A button that asks for a reason before it does anything. */
export const WithReason = ({ label, asks, least = 1, hint, onSay }: Props) => {
  const { say } = useWords()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const id = useId()
  if (!open)
    return (
      <Button buttonStyle="secondary" size="medium" margin={false} onClick={() => setOpen(true)}>
        {label}
      </Button>
    )
  const done = async () => {
    await onSay(reason.trim())
    setOpen(false)
    setReason('')
  }
  return (
    <div className="bl-reason">
      <label htmlFor={id}>{asks}</label>
      <textarea id={id} value={reason} rows={2} autoFocus onChange={(event) => setReason(event.target.value)} />
      {hint && <span className="bl-second">{hint}</span>}
      <span className="bl-reason__buttons">
        <Button buttonStyle="primary" size="medium" margin={false} disabled={reason.trim().length < least} onClick={() => void done()}>
          {label}
        </Button>
        <Button buttonStyle="secondary" size="medium" margin={false} onClick={() => setOpen(false)}>
          {say('cancelWord')}
        </Button>
      </span>
    </div>
  )
} // prettier-ignore
