'use client'
import { useEffect, useState } from 'react'
import { useStudio } from '../shell/StudioProvider'

/** How much is unread, as it stands: told by the studio's stream while the page is looked at. */
export const useUnread = (first: number): number => {
  const { follow } = useStudio()
  const [unread, setUnread] = useState(first)
  const [seen, setSeen] = useState(true)
  useEffect(() => {
    const look = () => setSeen(document.visibilityState === 'visible')
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  useEffect(() => setUnread(first), [first])
  // a page nobody looks at holds no stream: browsers open few at a time
  useEffect(() => {
    if (!seen) return undefined
    return follow('', ({ event, data }) => {
      if (event === 'notice' && typeof data['unread'] === 'number') setUnread(data['unread'])
    })
  }, [seen, follow])
  return unread
}
