'use client'
import {
  DndContext,
  DragOverlay,
  MouseSensor,
  useDraggable,
  useSensor,
  useSensors,
  type DragStartEvent,
} from '@dnd-kit/core'
import { useEffect, useRef, useState } from 'react'
import type { BoardScene } from '@/stores/reads/boardRead'
import { useWords } from '../words/useWords'

type Props = {
  scenes: readonly BoardScene[]
  chosen: ReadonlySet<string>
  /** Nothing can be moved. */
  disabled: boolean
  onDrop: (moving: ReadonlySet<string>, before: string | null) => void
  children: React.ReactNode
}
/** Where what is held would fall: at this card, behind its middle or not. */
type Under = { id: string; isBehind: boolean }

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

const cardAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-scene]') : null

type Pointer = Pick<MouseEvent, 'clientX' | 'clientY'>
const underPointer = ({ clientX, clientY }: Pointer): { card: HTMLElement; under: Under } | null => {
  const card = document.elementsFromPoint(clientX, clientY).map(cardAt).find(Boolean)
  if (!card) return null
  const { left, width } = card.getBoundingClientRect()
  return { card, under: { id: card.dataset['scene'] ?? '', isBehind: clientX > left + width / 2 } }
}

/** While something is held, the card under the pointer is marked; the answer tells which it is, also when the board was scrolled below a hand at rest. */
const useUnder = (isHeld: boolean): (() => Under | null) => {
  const pointer = useRef<Pointer | null>(null)
  useEffect(() => {
    if (!isHeld) return
    let marked: HTMLElement | undefined
    const mark = () => {
      const found = pointer.current && underPointer(pointer.current)
      if (marked !== found?.card) marked?.removeAttribute('data-over')
      marked = found?.card
      marked?.setAttribute('data-over', found?.under.isBehind ? 'end' : 'start')
    }
    const move = (event: MouseEvent) => {
      pointer.current = event
      mark()
    }
    window.addEventListener('mousemove', move)
    window.addEventListener('scroll', mark, { passive: true, capture: true })
    return () => {
      window.removeEventListener('mousemove', move)
      window.removeEventListener('scroll', mark, { capture: true })
      marked?.removeAttribute('data-over')
      pointer.current = null
    }
  }, [isHeld])
  return () => (pointer.current ? (underPointer(pointer.current)?.under ?? null) : null)
}

/** Cards are dragged with the mouse; who does not drag has the menu and the keys. What is chosen goes along. */
export const DragBoard = ({ scenes, chosen, disabled, onDrop, children }: Props) => {
  const { say } = useWords()
  const [held, setHeld] = useState<string | null>(null)
  const under = useUnder(held !== null)
  const sensors = useSensors(useSensor(MouseSensor, { activationConstraint: { distance } }))
  const moving = held !== null && chosen.has(held) ? chosen : new Set(held === null ? [] : [held])

  const begin = ({ activatorEvent }: DragStartEvent) => setHeld(cardAt(activatorEvent.target)?.dataset['scene'] ?? null)
  const end = () => {
    const to = under()
    setHeld(null)
    if (!to || to.id === held) return
    const at = scenes.findIndex(({ id }) => id === to.id) + (to.isBehind ? 1 : 0)
    onDrop(moving, scenes[at]?.id ?? null)
  }
  return (
    <DndContext sensors={sensors} accessibility={accessibility} onDragStart={begin} onDragEnd={end} onDragCancel={() => setHeld(null)}>
      <Held disabled={disabled}>{children}</Held>
      <DragOverlay dropAnimation={null}>
        {held !== null && (
          <span className="bl-dragged">
            {moving.size > 1 ? say('selected', { count: moving.size }) : scenes.find(({ id }) => id === held)?.clip}
          </span>
        )}
      </DragOverlay>
    </DndContext>
  )
} // prettier-ignore

/** One draggable for the whole board, which is the card that is pressed: a board of its own for each card would cost every scroll. */
const Held = ({ disabled, children }: Pick<Props, 'disabled' | 'children'>) => {
  const { setNodeRef, listeners } = useDraggable({ id: 'scene', disabled })
  const press = (event: React.MouseEvent) => {
    const card = cardAt(event.target)
    if (!card) return
    setNodeRef(card)
    listeners?.['onMouseDown']?.(event)
  }
  return (
    <div role="presentation" onMouseDown={press}>
      {children}
    </div>
  )
}
