'use client'
import { useEffect, useRef } from 'react'
import { useWords } from '../words/useWords'

/** What can be done with one scene, beside looking at it. */
export type SceneVerb = 'open' | 'move' | 'split' | 'merge'
export const sceneVerbs = ['open', 'move', 'split', 'merge'] as const satisfies readonly SceneVerb[]

type Props = {
  clip: string
  /** Verbs that may not be used now, and why not. */ closed: Partial<Record<SceneVerb, string>>
  onVerb: (verb: SceneVerb) => void
  onClose: () => void
}

const keys: Record<SceneVerb, string> = { open: 'Enter', move: 'm', split: 's', merge: 'j' }

/** Arrows go through it, Escape closes it; a verb that cannot be used says why. */
export const CardMenu = ({ clip, closed, onVerb, onClose }: Props) => {
  const { say } = useWords()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus()
  }, [])
  const go = (event: React.KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === 'Escape' || event.key === 'Tab') onClose()
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const items = [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
    const at = items.findIndex((item) => item === document.activeElement)
    items[(at + by + items.length) % items.length]?.focus()
  }
  const leave = (event: React.FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) onClose()
  }
  return (
    <div ref={list} className="bl-menu" role="menu" tabIndex={-1} aria-label={say('sceneMenu', { scene: clip })} onKeyDown={go} onBlur={leave}>
      {sceneVerbs.map((verb) => (
        <button
          key={verb}
          type="button"
          role="menuitem"
          tabIndex={-1}
          aria-disabled={closed[verb] !== undefined}
          title={closed[verb]}
          onClick={() => closed[verb] === undefined && onVerb(verb)}
        >
          <span>{say(`verb_${verb}`)}</span>
          <kbd>{keys[verb]}</kbd>
        </button>
      ))}
    </div>
  )
} // prettier-ignore
