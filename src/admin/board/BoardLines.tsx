'use client'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useWords } from '../words/useWords'
import type { SceneVerb } from './CardMenu'
import { GroupHead } from './GroupHead'
import { SceneCard } from './SceneCard'
import type { BoardLine } from './shownScenes'
import type { Choose } from './useChosen'
import { useGridKeys } from './useGridKeys'

type Props = {
  lines: readonly BoardLine[]
  wide: number
  total: number
  chosen: ReadonlySet<string>
  fixed: string
  onChoose: Choose
  onAll: () => void
  onNone: () => void
  onVerb: (id: string, verb: SceneVerb, by?: number) => void
}

const headHeight = 32
const textHeight = 74
const gap = 12
/** Lines that stand in the first window: they come with the page. The cards of all others are drawn when there is time. */
const firstLines = 6
/** What is drawn before the window was measured. */
const firstWindow = { width: 1200, height: 900 }

/** Only the lines near the window are alive; all have one height, so that nothing jumps. A grid: one cell is reached by Tab, arrows go on. */
export const BoardLines = ({ lines, wide, total, chosen, fixed, onChoose, onAll, onNone, onVerb }: Props) => {
  const { say } = useWords()
  const ground = useRef<HTMLDivElement>(null)
  const [{ top, width }, setPlace] = useState({ top: 0, width: 1200 })
  const [menu, setMenu] = useState<string | null>(null)
  const height = headHeight + textHeight + Math.round((((width - gap * (wide - 1)) / wide) * 9) / 16) + gap
  useLayoutEffect(() => {
    const element = ground.current
    if (!element) return
    const place = () => {
      const now = { top: element.getBoundingClientRect().top + window.scrollY, width: element.clientWidth }
      setPlace((before) => (before.top === now.top && before.width === now.width ? before : now))
    }
    place()
    const watch = new ResizeObserver(place)
    watch.observe(document.body)
    return () => watch.disconnect()
  }, [])
  const rows = useWindowVirtualizer({ count: lines.length, estimateSize: () => height, overscan: 2, scrollMargin: top, initialRect: firstWindow, useFlushSync: false })
  useLayoutEffect(() => rows.measure(), [height, rows])
  const cells = useMemo(() => lines.map(({ parts }) => parts.flatMap(({ scenes }) => scenes.map(({ id }) => id))), [lines])
  const alive = rows.getVirtualItems()
  const { reached, setReached, onKeyDown, wanted } = useGridKeys({
    cells, alive: alive.map(({ index }) => index), menu: setMenu, onChoose, onAll, onNone, onVerb,
    toRow: (row) => rows.scrollToIndex(row, { align: 'auto' }),
  })
  useEffect(() => {
    if (wanted.current === null) return
    const cell = ground.current?.querySelector<HTMLElement>(`[data-scene="${wanted.current}"]`)
    if (!cell) return // its line is still coming
    wanted.current = null
    cell.focus({ preventScroll: true })
    cell.scrollIntoView({ block: 'nearest' })
  })
  const verb = useCallback(
    (id: string, what: SceneVerb) => {
      setMenu(null)
      onVerb(id, what)
    },
    [onVerb],
  )
  return (
    <div ref={ground} className="bl-lines" role="grid" aria-label={say('board')} aria-rowcount={lines.length} aria-multiselectable style={{ blockSize: rows.getTotalSize() }} data-total={total} onKeyDown={onKeyDown}>
      {alive.map(({ index, start }) => {
        const line = lines[index]
        return line ? (
          <div key={line.key} className={line.parts.some(({ scenes }) => scenes.some(({ id }) => id === menu)) ? 'bl-line bl-line--open' : 'bl-line'} role="row" aria-rowindex={index + 1} style={{ blockSize: height - gap, transform: `translateY(${start - top}px)`, gridTemplateColumns: `repeat(${wide}, minmax(0, 1fr))` }}>
            {line.parts.map(({ group, isFirst, scenes }) => (
              <div key={scenes[0]?.id} role="presentation" className="bl-group" style={{ gridColumn: `span ${scenes.length}`, gridTemplateColumns: `repeat(${scenes.length}, minmax(0, 1fr))` }}>
                <GroupHead group={group} isFirst={isFirst} />
                {scenes.map((scene) => (
                  <SceneCard key={scene.id} scene={scene} selected={chosen.has(scene.id)} reached={scene.id === reached} menuOpen={menu === scene.id} atOnce={index < firstLines} fixed={fixed} onChoose={onChoose} onReach={setReached} onMenu={setMenu} onVerb={verb} />
                ))}
              </div>
            ))}
          </div>
        ) : null
      })}
    </div>
  )
} // prettier-ignore
