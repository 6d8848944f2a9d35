'use client'
import { Button, useConfig } from '@payloadcms/ui'
import { useState } from 'react'
import type { BoardScene } from '@/stores/reads/boardRead'
import { useWords } from '../../words/useWords'
import { BoardDialog } from '../BoardDialog'
import { editColumns, textOfField, type EditField } from './columns'
import { saveField } from './saveField'
import { useChoices } from './useChoices'

type Props = { scenes: readonly BoardScene[]; onSaved: () => Promise<void>; onClose: () => void }
type Failed = { scene: BoardScene; why: string }

/** So many are written at the same time. */
const atOnce = 4

/** One field of all chosen scenes: says first how many change and how many made ones no longer fit. */
export const BulkEdit = ({ scenes, onSaved, onClose }: Props) => {
  const { say } = useWords()
  const choice = useChoices()
  const { config } = useConfig()
  const [field, setField] = useState<EditField>('shotSize')
  const [value, setValue] = useState('')
  const [done, setDone] = useState<number | null>(null)
  const [failed, setFailed] = useState<Failed[]>([])
  const [busy, setBusy] = useState(false)
  const edit = editColumns.find((column) => column.edit?.field === field)?.edit
  const open = scenes.filter((scene) => !scene.locked && textOfField(scene, field) !== value)
  const stale = field === 'title' ? 0 : open.filter(({ status }) => status === 'completed').length

  const pick = (next: EditField) => {
    setField(next)
    setValue('')
  }
  const start = async () => {
    setBusy(true)
    setDone(0)
    setFailed([])
    const left = [...open]
    const write = async () => {
      for (let scene = left.shift(); scene; scene = left.shift()) {
        const one = scene
        const saved = await saveField({ api: config.routes.api, scene: one, field, value, base: textOfField(one, field) })
        if (saved.state === 'saved') setDone((before) => (before ?? 0) + 1)
        else setFailed((before) => [...before, { scene: one, why: saved.state === 'conflict' ? say('wroteMeanwhile', { value: saved.theirs || '–' }) : saved.why }])
      }
    }
    await Promise.all(Array.from({ length: atOnce }, write))
    await onSaved()
    setBusy(false)
  }
  const foot = (
    <>
      <Button buttonStyle="secondary" size="medium" margin={false} onClick={onClose}>
        {say(done === null ? 'cancelWord' : 'close')}
      </Button>
      <Button buttonStyle="primary" size="medium" margin={false} disabled={open.length === 0 || busy} onClick={() => void start()}>
        {say('changeScenes', { count: open.length })}
      </Button>
    </>
  )
  return (
    <BoardDialog title={say('changeTitle', { count: scenes.length })} onClose={onClose} foot={foot}>
      <div className="bl-ask__field">
        <select aria-label={say('whichField')} value={field} onChange={(event) => pick(event.target.value as EditField)}>
          {editColumns.map(({ key, word, edit: one }) => (
            <option key={key} value={one?.field}>{say(word)}</option>
          ))}
        </select>
        {edit?.as === 'choice' ? (
          <select aria-label={say('newValue')} value={value} onChange={(event) => setValue(event.target.value)}>
            <option value="">{say('nothingChosen')}</option>
            {edit.options?.map((option) => <option key={option} value={option}>{choice(field, option)}</option>)}
          </select>
        ) : (
          <input aria-label={say('newValue')} value={value} onChange={(event) => setValue(event.target.value)} />
        )}
      </div>
      <p aria-live="polite">
        {say('changesCount', { count: open.length })} {stale > 0 && say('turnsStale', { count: stale })}
        {done !== null && <> {say('changedSoFar', { done, failed: failed.length })}</>}
      </p>
      {failed.map(({ scene, why }) => (
        <p key={scene.id} role="alert"><code>{scene.clip}</code> {why}</p>
      ))}
    </BoardDialog>
  )
} // prettier-ignore
