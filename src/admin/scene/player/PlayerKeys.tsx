'use client'
import { useEffect } from 'react'
import { isField } from './isField'

type Props = { keys: Record<string, () => void> }

/** Keys of the whole page; none of them works in a field or a dialog, and none of them spends. */
export const PlayerKeys = ({ keys }: Props) => {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = keys[event.key]
      if (!act || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isField(event.target)) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [keys])
  return null
} // prettier-ignore
