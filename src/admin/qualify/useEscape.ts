'use client'
import { useEffect, useRef } from 'react'

/** Escape, wherever the focus is, does this and nothing else: a modal of the admin would close before it is done. */
export const useEscape = (does: () => Promise<void>): void => {
  const latest = useRef(does)
  useEffect(() => {
    latest.current = does
  })
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      void latest.current()
    }
    window.addEventListener('keydown', pressed, true)
    return () => window.removeEventListener('keydown', pressed, true)
  }, [])
}
