'use client'
import {
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type SortingState,
} from '@tanstack/react-table'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { BoardScene } from '@/stores/reads/boardRead'
import { useWords } from '../../words/useWords'
import type { Choose } from '../useChosen'
import { columns } from './columns'
import { rowsOfTable } from './rowsOfTable'
import { TableHead } from './TableHead'
import { TableRow } from './TableRow'
import { useCellKeys } from './useCellKeys'
import { useEdits } from './useEdits'

type Props = {
  scenes: BoardScene[]
  chosen: ReadonlySet<string>
  /** "title", "-title"; empty: in the order of the film, grouped. */
  sort: string
  mayEdit: boolean
  onSort: (by: string) => void
  onChoose: Choose
  onAll: () => void
  onNone: () => void
  onSaved: (scene: BoardScene) => void
  look: (ids?: readonly string[]) => Promise<void>
}

const rowHeight = 34
const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() })
const byText = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b))
const definitions = columns.map(({ key, value }) => ({
  id: key,
  accessorFn: (scene: BoardScene) => value(scene),
  sortFn: (one: { getValue: (id: string) => unknown }, other: { getValue: (id: string) => unknown }, id: string) =>
    byText(one.getValue(id) as string | number, other.getValue(id) as string | number),
}))
const template = `38px ${columns.map(({ width }) => width).join(' ')}`

/** Every scene as a line of 34 px; the common fields are written in place. */
export const SceneTable = ({ scenes, chosen, sort, mayEdit, onSort, onChoose, onAll, onNone, onSaved, look }: Props) => {
  const { say } = useWords()
  const sorting = useMemo<SortingState>(() => (sort === '' ? [] : [{ id: sort.replace(/^-/, ''), desc: sort.startsWith('-') }]), [sort])
  const table = useTable({ features, columns: definitions, data: scenes, getRowId: ({ id }) => id, state: { sorting } })
  const sorted = table.getRowModel().rows
  const rows = useMemo(() => rowsOfTable(sorted.map(({ original }) => original), sort === ''), [sorted, sort])
  const edits = useEdits({ onSaved, look })
  const ground = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const place = () => setTop((ground.current?.getBoundingClientRect().top ?? 0) + window.scrollY)
    place()
    const watch = new ResizeObserver(place)
    watch.observe(document.body)
    return () => watch.disconnect()
  }, [])
  const alive = useWindowVirtualizer({ count: rows.length, estimateSize: () => rowHeight, overscan: 6, scrollMargin: top })
  const toRow = useCallback((row: number) => alive.scrollToIndex(row, { align: 'auto' }), [alive])
  const keys = useCellKeys({ rows, edits, mayEdit, onChoose, onAll, onNone, toRow })
  const { wanted } = keys
  useEffect(() => {
    if (wanted.current === null) return
    const cell = ground.current?.querySelector<HTMLElement>(`[data-cell="${wanted.current}"]`)
    if (!cell) return
    wanted.current = null
    cell.focus({ preventScroll: true })
  })
  const all = scenes.length > 0 && scenes.every(({ id }) => chosen.has(id))
  return (
    <div className="bl-table" role="grid" aria-label={say('tableView')} aria-rowcount={rows.length + 1} aria-colcount={columns.length + 1} aria-multiselectable onKeyDown={keys.onKeyDown}>
      <TableHead template={template} sort={sort} all={all} onSort={onSort} onAll={() => (all ? onNone() : onAll())} />
      <div ref={ground} role="rowgroup" className="bl-table__body" style={{ blockSize: alive.getTotalSize() }}>
        {alive.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          return row ? <TableRow key={row.key} row={row} index={index} start={start - top} template={template} chosen={row.scene ? chosen.has(row.scene.id) : false} reached={row.scene && keys.reached?.startsWith(row.scene.id) ? keys.reached : null} mayEdit={mayEdit} edits={edits} onChoose={onChoose} onReach={keys.setReached} onMove={keys.moveFrom} /> : null
        })}
      </div>
    </div>
  )
} // prettier-ignore
