'use client'
import { useCallback, useRef, useState } from 'react'

const cardLeast = 150

/** How many cards stand in a row: as many as are wished, fewer where the window is narrow. */
export const useWide = (wished: number) => {
  const [width, setWidth] = useState(1200)
  const watching = useRef<ResizeObserver | null>(null)
  const measure = useCallback((element: HTMLElement | null) => {
    watching.current?.disconnect()
    if (!element) return
    watching.current = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 1200))
    watching.current.observe(element)
  }, [])
  return { measure, wide: Math.max(1, Math.min(wished, Math.floor(width / cardLeast))) }
}
