'use client'
import { Link } from '@payloadcms/ui'
import { memo } from 'react'
import type { BoardScene } from '@/stores/reads/boardRead'
import { links } from '../../shell/links'
import { statusMeta } from '../../status/statusMeta'
import { StatusTag } from '../../status/StatusTag'
import { useWords } from '../../words/useWords'
import type { Choose } from '../useChosen'
import { columns, type TableColumn } from './columns'
import { EditCell } from './EditCell'
import type { TableLine } from './rowsOfTable'
import { useChoices } from './useChoices'
import type { Edits } from './useEdits'

type Props = {
  row: TableLine
  index: number
  start: number
  template: string
  chosen: boolean
  /** The cell Tab reaches: "<scene>:<column>". */
  reached: string | null
  mayEdit: boolean
  edits: Edits
  onChoose: Choose
  onReach: (cell: string) => void
  onMove: (cell: string, by: { down: number; on: number }) => void
}

/** Drawn again only when something of its own changed: hundreds pass by while one scrolls. */
export const TableRow = memo((props: Props) => {
  const { row, index, start, template, chosen } = props
  const { say } = useWords()
  const place = { transform: `translateY(${String(start)}px)`, gridTemplateColumns: template }
  if (row.group)
    return (
      <div role="row" aria-rowindex={index + 2} className="bl-table__row bl-table__row--head" style={place}>
        <span role="rowheader" aria-colspan={columns.length + 1} className="bl-table__group">
          <code>{row.group.scene}</code> <strong>{row.group.heading}</strong> <span className="bl-second">{say('seconds', { seconds: row.group.seconds.toFixed(1) })}</span>
        </span>
      </div>
    )
  const { scene } = row
  return (
    <div role="row" aria-rowindex={index + 2} aria-selected={chosen} className={chosen ? 'bl-table__row bl-table__row--chosen' : 'bl-table__row'} style={place}>
      <span role="gridcell" className="bl-table__cell">
        <input type="checkbox" tabIndex={-1} checked={chosen} aria-label={say('chooseScene', { scene: scene.clip })} onClick={(event) => props.onChoose(scene.id, event.shiftKey)} onChange={() => undefined} />
      </span>
      {columns.map((column) => (
        <Cell key={column.key} {...props} scene={scene} column={column} />
      ))}
    </div>
  )
}) // prettier-ignore
TableRow.displayName = 'TableRow'

const Cell = ({ scene, column, reached, mayEdit, edits, onReach, onMove }: Props & { scene: BoardScene; column: TableColumn }) => {
  const { say } = useWords()
  const choice = useChoices()
  const cell = `${scene.id}:${column.key}`
  const { edit } = column
  const begin = () => edit && mayEdit && edits.begin(scene, edit.field)
  return (
    <span role="gridcell" className={edit && mayEdit ? 'bl-table__cell bl-table__cell--edit' : 'bl-table__cell'} data-cell={cell} tabIndex={reached === cell ? 0 : -1} aria-readonly={!edit || !mayEdit} onFocus={(event) => event.target === event.currentTarget && onReach(cell)} onDoubleClick={begin}>
      {edit ? <EditCell scene={scene} edit={edit} label={say(column.word)} text={shownText(scene, column, choice)} edits={edits} onMove={(down, on) => onMove(cell, { down, on })} /> : <Plain scene={scene} column={column} />}
    </span>
  )
} // prettier-ignore

const shownText = (scene: BoardScene, { key, value }: TableColumn, choice: ReturnType<typeof useChoices>): string =>
  key === 'durationS' ? Number(value(scene)).toFixed(1) : choice(key, String(value(scene)))

const Plain = ({ scene, column: { key, value } }: { scene: BoardScene; column: TableColumn }) => {
  const { status } = useWords()
  if (key === 'clip') return <Link href={links.scene(scene.id)} tabIndex={-1}><code>{scene.clip}</code></Link>
  if (key !== 'status') return <span className="bl-cell">{String(value(scene)) || '–'}</span>
  return scene.stale.length > 0 ? (
    <StatusTag {...statusMeta.flag.stale}>{status('flag.stale')}</StatusTag>
  ) : (
    <StatusTag {...statusMeta.scene[scene.status]}>{status(`scene.${scene.status}`)}</StatusTag>
  )
} // prettier-ignore
