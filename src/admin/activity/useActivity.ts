'use client'
import { useCallback, useEffect, useState } from 'react'
import { useStudio } from '../shell/StudioProvider'

export type TextPart = { is: 'same' | 'gone' | 'new'; text: string }
export type ActivityChange = {
  field: string
  label: string
  kind: 'text' | 'flag' | 'moment'
  from: string
  to: string
  parts: TextPart[] | null
}
export type ActivityWriter = {
  author: string
  is: 'person' | 'agent' | 'import' | 'studio'
  at: string
  run: { id: string; kind: string } | null
  changes: ActivityChange[]
}
export type ActivityEntry = { rev: number; at: string; oldest: boolean; writers: ActivityWriter[] }
type Page = { docs: ActivityEntry[]; nextPage: number | null }

/** The activity of a document (`of`: its path below /api), page by page; null while it is read, `failed` where it was not. */
export const useActivity = (of: string) => {
  const { read } = useStudio()
  const [entries, setEntries] = useState<ActivityEntry[] | null>(null)
  const [next, setNext] = useState<number | null>(null)
  const [failed, setFailed] = useState(false)
  const load = useCallback(
    async (page: number) => {
      const told = await read(`${of}/activity?page=${page}`)
      setFailed(!told)
      if (!told) return
      const { docs, nextPage } = told.answer as Page
      setEntries((before) => (page === 1 ? docs : [...(before ?? []), ...docs]))
      setNext(nextPage)
    },
    [of, read],
  )
  useEffect(() => void load(1), [load])
  return { entries, failed, more: next === null ? null : () => void load(next), again: () => void load(1) }
}
