'use client'
import { useCallback, useRef, useState } from 'react'
import type { SceneVerb } from './CardMenu'
import { gridMove, type GridRow } from './gridMove'
import type { Choose } from './useChosen'

type Asked = {
  cells: readonly GridRow[]
  /** Rows that are drawn now. */
  alive: readonly number[]
  menu: (id: string | null) => void
  onChoose: Choose
  onAll: () => void
  onNone: () => void
  onVerb: (id: string, verb: SceneVerb, by?: number) => void
  toRow: (row: number) => void
}

const verbs: Record<string, SceneVerb> = { Enter: 'open', m: 'move', s: 'split', j: 'merge' }
const asksMenu = ({ key, shiftKey }: React.KeyboardEvent): boolean =>
  key === 'ContextMenu' || (key === 'F10' && shiftKey)
const asksAll = ({ key, ctrlKey, metaKey }: React.KeyboardEvent): boolean => key === 'a' && (ctrlKey || metaKey)
/** One cell is reached by Tab; the arrows go on from there, also to lines that are not drawn yet. */
export const useGridKeys = ({ cells, alive, menu, onChoose, onAll, onNone, onVerb, toRow }: Asked) => {
  const [last, setReached] = useState<string | null>(null)
  const wanted = useRef<string | null>(null)
  const drawn = alive.flatMap((row) => cells[row] ?? [])
  const reached = last !== null && drawn.includes(last) ? last : (drawn[0] ?? null)

  const move = useCallback(
    (event: React.KeyboardEvent, from: string): boolean => {
      const next = gridMove(cells, from, { key: event.key, far: event.ctrlKey || event.metaKey })
      if (next === null) return false
      wanted.current = next
      setReached(next)
      toRow(cells.findIndex((row) => row.includes(next)))
      if (event.shiftKey) onChoose(next, true)
      return true
    },
    [cells, onChoose, toRow],
  )
  const act = (event: React.KeyboardEvent, id: string): boolean => {
    const held = event.ctrlKey || event.metaKey || event.altKey
    const verb = held ? undefined : verbs[event.key]
    if (event.key === ' ') onChoose(id, event.shiftKey)
    else if (asksMenu(event)) menu(id)
    else if (event.key === 'Escape') onNone()
    else if (asksAll(event)) onAll()
    else if (verb) onVerb(id, verb)
    else return false
    return true
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    const id = event.target instanceof HTMLElement ? event.target.dataset['scene'] : undefined
    if (id === undefined) return
    const by = event.altKey ? { ArrowLeft: -1, ArrowRight: 1 }[event.key] : undefined
    if (by !== undefined) onVerb(id, 'move', by)
    else if (!move(event, id) && !act(event, id)) return
    event.preventDefault()
  }
  return { reached, setReached, onKeyDown, wanted }
}
