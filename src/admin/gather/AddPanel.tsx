'use client'
import { Button } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import { useStudio } from '../shell/StudioProvider'
import { Icon } from '../status/Icon'
import { useWords } from '../words/useWords'

type Props = { project: string; onFiles: (files: readonly File[]) => Promise<void>; look: () => Promise<void> }

export const AddPanel = ({ project, onFiles, look }: Props) => {
  const { say } = useWords()
  const { send } = useStudio()
  const chooser = useRef<HTMLInputElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const [note, setNote] = useState('')
  // what was typed on a slow line before the page could listen
  useEffect(() => setNote((words) => words || (field.current?.value ?? '')), [])
  const [busy, setBusy] = useState(false)
  const add = async () => {
    setBusy(true)
    const added = await send(`/projects/${project}/gather`, { kind: 'note', text: note })
    // what was typed stays until it is surely kept
    if (added) setNote('')
    setBusy(false)
    await look()
  }
  return (
    <section className="bl-add" aria-busy={busy}>
      <p>
        {say('dropFiles')}{' '}
        <button type="button" className="bl-link" onClick={() => chooser.current?.click()}>
          {say('chooseFiles')}
        </button>
      </p>
      <input ref={chooser} className="bl-hidden" type="file" multiple tabIndex={-1} aria-label={say('chooseFiles')} onChange={(event) => void onFiles([...(event.target.files ?? [])])} />
      <textarea ref={field} value={note} rows={4} placeholder={say('notePlaceholder')} aria-label={say('addNote')} onChange={(event) => setNote(event.target.value)} />
      <Button buttonStyle="secondary" size="medium" margin={false} disabled={busy || note.trim() === ''} icon={<Icon name="plus" />} iconPosition="left" onClick={() => void add()}>
        {say('addNote')}
      </Button>
    </section>
  )
} // prettier-ignore
