'use client'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState } from 'react'
import { useWords } from '../words/useWords'
import { SceneCard } from './SceneCard'
import type { BoardLine } from './shownScenes'

type Props = { lines: readonly BoardLine[]; wide: number; chosen: ReadonlySet<string>; onToggle: (id: string) => void }

const headHeight = 32
const textHeight = 74
const gap = 12

/** Only the lines near the window are alive; all have one height, so that nothing jumps. */
export const BoardLines = ({ lines, wide, chosen, onToggle }: Props) => {
  const { say } = useWords()
  const ground = useRef<HTMLDivElement>(null)
  const [{ top, width }, setPlace] = useState({ top: 0, width: 1200 })
  const height = headHeight + textHeight + Math.round((((width - gap * (wide - 1)) / wide) * 9) / 16) + gap
  useLayoutEffect(() => {
    const element = ground.current
    if (!element) return
    const place = () => setPlace({ top: element.getBoundingClientRect().top + window.scrollY, width: element.clientWidth })
    place()
    window.addEventListener('resize', place)
    return () => window.removeEventListener('resize', place)
  }, [])
  const rows = useWindowVirtualizer({ count: lines.length, estimateSize: () => height, overscan: 2, scrollMargin: top })
  useLayoutEffect(() => rows.measure(), [height, rows])
  return (
    <div ref={ground} className="bl-lines" style={{ blockSize: rows.getTotalSize() }}>
      {rows.getVirtualItems().map(({ index, start }) => {
        const line = lines[index]
        return line ? (
          <div key={line.key} className="bl-line" style={{ transform: `translateY(${start - top}px)`, gridTemplateColumns: `repeat(${wide}, minmax(0, 1fr))` }}>
            {line.parts.map(({ group, isFirst, scenes }) => (
              <section key={scenes[0]?.id} className="bl-group" style={{ gridColumn: `span ${scenes.length}`, gridTemplateColumns: `repeat(${scenes.length}, minmax(0, 1fr))` }}>
                <h2 className={isFirst ? 'bl-group__head' : 'bl-group__head bl-group__head--more'}>
                  <span className="bl-group__scene">{group.scene}</span>
                  <span className="bl-group__title">{group.heading}</span>
                  {isFirst && <span className="bl-second">{say('seconds', { seconds: group.seconds.toFixed(1) })}</span>}
                </h2>
                {scenes.map((scene) => (
                  <SceneCard key={scene.id} scene={scene} selected={chosen.has(scene.id)} onToggle={onToggle} />
                ))}
              </section>
            ))}
          </div>
        ) : null
      })}
    </div>
  )
} // prettier-ignore
