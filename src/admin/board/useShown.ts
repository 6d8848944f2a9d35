'use client'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { BoardScene } from '@/stores/reads/boardRead'
import { fits, says, type Filter } from './shownScenes'

type Shown = {
  shown: BoardScene[]
  /** Put on what holds the rows. */ under: { onPointerEnter: () => void; onPointerLeave: () => void }
}

/**
 * The scenes that fit. While the pointer is over the rows no scene comes or goes because its status changed: rows never
 * move under the pointer. What a person asks for is shown at once.
 */
export const useShown = (scenes: readonly BoardScene[], show: Filter, search: string): Shown => {
  const [isOver, setOver] = useState(false)
  const kept = useRef<{ asked: string; ids: ReadonlySet<string> }>({ asked: '', ids: new Set() })
  const asked = `${show} ${search}`
  const shown = useMemo(() => {
    if (isOver && kept.current.asked === asked && show !== 'all') return scenes.filter(({ id }) => kept.current.ids.has(id))
    const fitting = scenes.filter((scene) => fits[show](scene) && says(scene, search))
    kept.current = { asked, ids: new Set(fitting.map(({ id }) => id)) }
    return fitting
  }, [scenes, show, search, asked, isOver])
  const onPointerEnter = useCallback(() => setOver(true), [])
  const onPointerLeave = useCallback(() => setOver(false), [])
  return { shown, under: { onPointerEnter, onPointerLeave } }
} // prettier-ignore
