'use client'
import { useRouter } from 'next/navigation'
import { useCallback, useMemo, useRef, useState } from 'react'
import { links } from '../../shell/links'
import { gridMove } from '../gridMove'
import type { Choose } from '../useChosen'
import { columns } from './columns'
import type { TableLine } from './rowsOfTable'
import type { Edits } from './useEdits'

type Asked = {
  rows: readonly TableLine[]
  edits: Edits
  mayEdit: boolean
  onChoose: Choose
  onAll: () => void
  onNone: () => void
  toRow: (row: number) => void
}

/** One cell is reached by Tab, arrows go on; Enter or F2 writes in it, or opens the scene where nothing is written. */
export const useCellKeys = ({ rows, edits, mayEdit, onChoose, onAll, onNone, toRow }: Asked) => {
  const router = useRouter()
  const [last, setReached] = useState<string | null>(null)
  const wanted = useRef<string | null>(null)
  const cells = useMemo(() => rows.flatMap(({ scene }) => (scene ? [columns.map(({ key }) => `${scene.id}:${key}`)] : [])), [rows])
  const reached = last ?? cells[0]?.[0] ?? null

  const go = useCallback(
    (next: string | null) => {
      if (next === null) return
      wanted.current = next
      setReached(next)
      toRow(rows.findIndex(({ scene }) => scene !== undefined && next.startsWith(scene.id)))
    },
    [rows, toRow],
  )
  const moveFrom = useCallback(
    (cell: string, { down, on }: { down: number; on: number }) => {
      const key = down > 0 ? 'ArrowDown' : down < 0 ? 'ArrowUp' : on > 0 ? 'ArrowRight' : on < 0 ? 'ArrowLeft' : ''
      go(gridMove(cells, cell, { key, far: false }) ?? cell)
    },
    [cells, go],
  )
  const write = (cell: string): boolean => {
    const [id = '', key = ''] = cell.split(':')
    const scene = rows.find((row) => row.scene?.id === id)?.scene
    const edit = columns.find((column) => column.key === key)?.edit
    if (!scene) return false
    if (edit && mayEdit) edits.begin(scene, edit.field)
    else router.push(links.scene(id))
    return true
  }
  const act = (event: React.KeyboardEvent, cell: string): boolean => {
    const id = cell.split(':')[0] ?? ''
    if (event.key === 'Enter' || event.key === 'F2') return write(cell)
    if (event.key === ' ') onChoose(id, event.shiftKey)
    else if (event.key === 'Escape') onNone()
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) onAll()
    else return false
    return true
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    const cell = event.target instanceof HTMLElement ? event.target.dataset['cell'] : undefined
    if (cell === undefined) return
    const next = gridMove(cells, cell, { key: event.key, far: event.ctrlKey || event.metaKey })
    if (next !== null) go(next)
    else if (!act(event, cell)) return
    event.preventDefault()
  }
  return { reached, setReached, onKeyDown, wanted, moveFrom }
} // prettier-ignore
