'use client'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { Sure } from '../shell/Sure'
import { useStudio } from '../shell/StudioProvider'
import { useWords } from '../words/useWords'
import type { Entry } from './useGather'

type Props = { project: string; entry: Entry; open: boolean; look: () => Promise<void> }

/** One entry: its first line; opened, it is edited in place. What was typed stays until it is kept. */
export const EntryRow = ({ project, entry, open, look }: Props) => {
  const { say, time } = useWords()
  const { send } = useStudio()
  const [editing, setEditing] = useState(false)
  const [title, setTitle] = useState(entry.title)
  const [text, setText] = useState(entry.text)
  const path = `/projects/${project}/gather/${entry.kind}/${entry.id}`
  const save = async () => {
    if (!(await send(path, { title, text }, 'PATCH'))) return
    setEditing(false)
    await look()
  }
  const remove = async () => {
    if (await send(path, undefined, 'DELETE')) await look()
  }
  return (
    <li className="bl-entry">
      <button type="button" className="bl-entry__head" aria-expanded={editing} onClick={() => setEditing(!editing)}>
        <span className="bl-second">{entry.kind.replaceAll('_', ' ')}</span>
        <strong>{entry.title}</strong>
        <span className="bl-entry__first">{entry.text.split('\n')[0]}</span>
        <span className="bl-second">
          {entry.file?.name ?? entry.author} · {time(entry.createdAt)}
        </span>
      </button>
      {editing && (
        <div className="bl-entry__edit">
          <label>
            {say('titleWord')}
            <input value={title} readOnly={!open} onChange={(event) => setTitle(event.target.value)} />
          </label>
          <label>
            {say('textWord')}
            <textarea value={text} rows={8} readOnly={!open} onChange={(event) => setText(event.target.value)} />
          </label>
          {open && (
            <span className="bl-reason__buttons">
              <Button buttonStyle="primary" size="medium" margin={false} disabled={text.trim() === ''} onClick={() => void save()}>
                {say('save')}
              </Button>
              <Sure
                label={say('remove')}
                body={say('removeSure', { title: entry.title })}
                onSure={remove}
                look={(press) => (
                  <Button buttonStyle="error" size="medium" margin={false} onClick={press}>
                    {say('remove')}
                  </Button>
                )}
              />
            </span>
          )}
        </div>
      )}
    </li>
  )
} // prettier-ignore
