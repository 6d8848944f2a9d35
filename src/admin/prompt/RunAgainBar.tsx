'use client'
import { Button, toast, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'
import { tellStarted } from '../scene/sceneRuns'
import { useStudio } from '../shell/StudioProvider'
import { Icon } from '../status/Icon'
import { roundedUp } from '../status/money'
import { useWords } from '../words/useWords'
import { isEdited, type Edit } from './promptEdit'
import type { Job } from './promptShape'
import type { Quoted } from './useQuote'

type Props = {
  scene: string
  job: Job
  edit: Edit
  text: string
  missing: readonly string[]
  quote: Quoted
  onUndo: () => void
  look: () => Promise<void>
}

/** The same again with the changed words: its price stands on the button, and nothing is sent while a variable is missing. */
export const RunAgainBar = ({ scene, job, edit, text, missing, quote, onUndo, look }: Props) => {
  const { say } = useWords()
  const { send, press } = useStudio()
  const { hasSavePermission } = useDocumentInfo()
  const [isSending, setSending] = useState(false)
  const [first] = missing
  const { quote: price, setQuote } = quote
  const wordsOf = (words: string | null) => send(`/scenes/${scene}/words`, { kind: job.kind, words, ...(job.layer === null ? {} : { layer: job.layer, subject: job.subject }) })
  const run = async () => {
    if (!price) return
    setSending(true)
    const isKept = text === job.text || (await wordsOf(text)) !== null
    const accept = { hash: price.hash, nanodollars: price.nanodollars.atMost }
    const pressed = isKept ? await press(`/scenes/${scene}/generate`, { accept }) : null
    setSending(false)
    // the price has changed meanwhile: it is shown before anything is sent
    if (pressed && 'quote' in pressed) setQuote(pressed.quote)
    if (!pressed || !('done' in pressed) || !pressed.done.runId) return
    tellStarted(scene, pressed.done.runId)
    toast.success(say('started'))
    onUndo()
    await look()
  }
  const back = async () => {
    if ((await wordsOf(null)) !== null) await look()
  }
  const money = price && price.nanodollars.atMost > 0 ? roundedUp(price.nanodollars.atMost) : say('free')
  const changed = isEdited(edit)
  if (hasSavePermission === false) return <p className="bl-second bl-prompt__run">{say('mayNotRun')}</p>
  return (
    <div className="bl-prompt__run" role="region" aria-label={say('runAgain')}>
      <span aria-live="polite">
        {first !== undefined && (
          <>
            <span className="bl-status bl-status--bad">
              <Icon name="question" /> {say('missingStops', { count: missing.length })}
            </span>{' '}
            <button type="button" className="bl-link" onClick={() => document.querySelector<HTMLElement>(`#bl-value-${first} button`)?.click()}>
              {say('fillIt', { name: first })}
            </button>
          </>
        )}
      </span>
      <span className="bl-prompt__buttons">
        {job.own !== '' && (
          <Button buttonStyle="secondary" size="medium" margin={false} onClick={() => void back()}>
            {say('backToTemplate')}
          </Button>
        )}
        <Button buttonStyle="secondary" size="medium" margin={false} disabled={!changed} onClick={onUndo}>
          {say('undoChanges')}
        </Button>
        <Button buttonStyle="primary" size="medium" margin={false} disabled={!price || isSending || first !== undefined || text.trim() === ''} icon={<Icon name="bolt" />} iconPosition="left" onClick={() => void run()}>
          {price ? say(changed ? 'runWithChanges' : 'runAsItStands', { money }) : say('loading')}
        </Button>
      </span>
    </div>
  )
} // prettier-ignore
