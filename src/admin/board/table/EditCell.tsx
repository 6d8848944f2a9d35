'use client'
import { useEffect, useRef } from 'react'
import type { BoardScene } from '@/stores/reads/boardRead'
import { useWords } from '../../words/useWords'
import type { TableColumn } from './columns'
import { Unsaved } from './Unsaved'
import { useChoices } from './useChoices'
import { cellKey, type Edits } from './useEdits'

type Edit = NonNullable<TableColumn['edit']>
type Props = {
  scene: BoardScene
  edit: Edit
  label: string
  text: string
  edits: Edits
  /** Where to go on after Enter: rows and columns. */ onMove: (down: number, on: number) => void
}

/** One field: read as a cell, written in place. Enter saves and goes down, Tab saves and goes on, Escape undoes. */
export const EditCell = ({ scene, edit, label, text, edits, onMove }: Props) => {
  const choice = useChoices()
  const draft = edits.draftOf(scene.id, edit.field)
  const isOpen = edits.open === cellKey(scene.id, edit.field)
  if (isOpen && draft && (draft.state === 'open' || draft.state === 'failed')) return <Field scene={scene} edit={edit} label={label} value={draft.value} edits={edits} onMove={onMove} />
  return (
    <>
      <span className={draft ? 'bl-cell bl-cell--draft' : 'bl-cell'}>{draft ? choice(edit.field, draft.value) : text === '' ? '–' : text}</span>
      {draft && <Unsaved draft={draft} edits={edits} />}
    </>
  )
} // prettier-ignore

type FieldProps = { scene: BoardScene; edit: Edit; label: string; value: string; edits: Edits; onMove: Props['onMove'] }

const Field = ({ scene, edit, label, value, edits, onMove }: FieldProps) => {
  const { say } = useWords()
  const choice = useChoices()
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null)
  const gone = useRef(false)
  useEffect(() => {
    field.current?.focus()
    if (edit.as !== 'choice') field.current?.select()
  }, [edit.as])
  const leave = (how: 'save' | 'drop', [down, on]: readonly [number, number]) => {
    gone.current = true // the blur that follows saves nothing twice
    edits[how](scene, edit.field)
    onMove(down, on)
  }
  const pressed = (event: React.KeyboardEvent) => {
    event.stopPropagation()
    const ways: Record<string, () => void> = {
      Enter: () => leave('save', [event.shiftKey ? -1 : 1, 0]),
      Tab: () => leave('save', [0, event.shiftKey ? -1 : 1]),
      Escape: () => leave('drop', [0, 0]),
    }
    const way = ways[event.key]
    if (!way) return
    event.preventDefault()
    way()
  }
  const shared = {
    ref: field, value, className: 'bl-cell__field', 'aria-label': `${label}, ${scene.clip}`, onKeyDown: pressed,
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLSelectElement>) => edits.type(scene, edit.field, event.target.value),
    onBlur: () => !gone.current && edits.save(scene, edit.field),
  } // prettier-ignore
  if (edit.as === 'choice')
    return (
      <select {...shared}>
        <option value="">{say('nothingChosen')}</option>
        {edit.options?.map((option) => <option key={option} value={option}>{choice(edit.field, option)}</option>)}
      </select>
    )
  return <input {...shared} type="text" inputMode={edit.as === 'seconds' ? 'decimal' : 'text'} />
} // prettier-ignore
