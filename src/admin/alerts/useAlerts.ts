'use client'
import { useCallback, useEffect, useState } from 'react'
import type { Alert } from '@/payload-types'
import { useStudio } from '../shell/StudioProvider'

type Page = { docs: Alert[]; nextPage: number | null; totalDocs: number }

/** Alerts, open or dismissed, the newest first; read again when one moves. */
export const useAlerts = (dismissed: boolean) => {
  const { read, follow } = useStudio()
  const [page, setPage] = useState<Page | null>(null)
  const [failed, setFailed] = useState(false)
  const load = useCallback(
    async (number: number) => {
      const which = dismissed ? 'equals' : 'not_equals'
      const told = await read(`/alerts?where[dismissed][${which}]=true&depth=1&limit=30&sort=-lastAt&page=${number}`)
      setFailed(!told)
      if (!told) return
      const next = told.answer as Page
      setPage((before) => (number === 1 || !before ? next : { ...next, docs: [...before.docs, ...next.docs] }))
    },
    [dismissed, read],
  )
  const look = useCallback(() => load(1), [load])
  useEffect(() => void look(), [look])
  useEffect(() => follow('', ({ event }) => void (event === 'alert' ? look() : undefined)), [follow, look])
  const next = page?.nextPage ?? null
  return { page, failed, look, more: next === null ? null : () => void load(next) }
}
