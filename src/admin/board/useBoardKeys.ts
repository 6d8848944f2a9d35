'use client'
import { useEffect } from 'react'

type Asked = { set: (name: string, value: string) => void; help: () => void }

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    ['INPUT', 'TEXTAREA', 'SELECT', 'DIALOG'].includes(target.tagName) ||
    target.closest('dialog') !== null)

/** `t` and `b` change the view, `/` searches, `?` helps; none of them inside a field. */
export const useBoardKeys = ({ set, help }: Asked): void => {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return
      const acts: Record<string, () => void> = {
        t: () => set('view', 'table'),
        b: () => set('view', ''),
        '/': () => document.querySelector<HTMLElement>('.bl-search')?.focus(),
        '?': help,
      }
      const act = acts[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [set, help])
} // prettier-ignore
