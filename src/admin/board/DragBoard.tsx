'use client'
import {
  DndContext,
  DragOverlay,
  MouseSensor,
  pointerWithin,
  useSensor,
  useSensors,
  type DragEndEvent,
} from '@dnd-kit/core'
import { useState } from 'react'
import type { BoardScene } from '@/stores/reads/boardRead'
import { useWords } from '../words/useWords'

type Props = {
  scenes: readonly BoardScene[]
  chosen: ReadonlySet<string>
  onDrop: (moving: ReadonlySet<string>, before: string | null) => void
  children: React.ReactNode
}

const silent = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
}
/** What is heard is the question that follows; the mouse needs no telling. */
const accessibility = { announcements: silent }
/** A press becomes a drag after so many pixels; until then it is a click. */
const distance = 8

/** Cards are dragged with the mouse; who does not drag has the menu and the keys. What is chosen goes along. */
export const DragBoard = ({ scenes, chosen, onDrop, children }: Props) => {
  const { say } = useWords()
  const [held, setHeld] = useState<string | null>(null)
  const sensors = useSensors(useSensor(MouseSensor, { activationConstraint: { distance } }))
  const moving = held !== null && chosen.has(held) ? chosen : new Set(held === null ? [] : [held])

  const end = ({ active, over }: DragEndEvent) => {
    setHeld(null)
    if (!over || over.id === active.id) return
    const isBehind = (active.rect.current.translated?.left ?? 0) > over.rect.left + over.rect.width / 3
    const at = scenes.findIndex(({ id }) => id === over.id) + (isBehind ? 1 : 0)
    onDrop(moving, scenes[at]?.id ?? null)
  }
  return (
    <DndContext
      sensors={sensors}
      accessibility={accessibility}
      collisionDetection={pointerWithin}
      onDragStart={({ active }) => setHeld(String(active.id))}
      onDragEnd={end}
      onDragCancel={() => setHeld(null)}
    >
      {children}
      <DragOverlay dropAnimation={null}>
        {held !== null && (
          <span className="bl-dragged">
            {moving.size > 1 ? say('selected', { count: moving.size }) : scenes.find(({ id }) => id === held)?.clip}
          </span>
        )}
      </DragOverlay>
    </DndContext>
  )
}
