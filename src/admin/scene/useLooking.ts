'use client'
import { useCallback, useState } from 'react'
import { compareModes, type CompareMode } from './player/Stage'

type Looking = { take: string | null; compare: string | null; mode: CompareMode }

const read = (): Looking => {
  const query = new URLSearchParams(typeof location === 'undefined' ? '' : location.search)
  const mode = compareModes.find((one) => one === query.get('mode')) ?? 'wipe'
  return { take: query.get('take'), compare: query.get('compare'), mode }
}

/** What is looked at stands in the address, so that it can be sent as a link. */
export const useLooking = (): Looking & { see: (what: Partial<Looking>) => void } => {
  const [looking, setLooking] = useState(read)
  const see = useCallback((what: Partial<Looking>) => {
    setLooking((before) => {
      const now = { ...before, ...what }
      const query = new URLSearchParams(location.search)
      for (const [name, value] of Object.entries({ ...now, mode: now.compare === null ? null : now.mode }))
        if (value === null) query.delete(name)
        else query.set(name, value)
      const text = query.toString()
      // the router of the admin keeps a state of its own in the entry
      window.history.replaceState(window.history.state, '', text === '' ? location.pathname : `?${text}`)
      return now
    })
  }, [])
  return { ...looking, see }
}
