'use client'
import { useCallback, useEffect, useState } from 'react'
import type { Department } from '../qualify/ReadinessRow'
import { useStudio } from '../shell/StudioProvider'

export type Entry = {
  id: string
  kind: string
  title: string
  text: string
  source: string
  author: string
  file: { name: string; bytes: number } | null
  createdAt: string
}
type Missing = { path: string; what: string; fix: string; points: number }
export type Readiness = {
  overallReady: boolean
  threshold: number
  departments: (Omit<Department, 'missing'> & { missing: Missing[] })[]
}

const most = 200

/** What was gathered, newest first, and the points of every department; both read again after each change. */
export const useGather = (project: string) => {
  const { read } = useStudio()
  const [entries, setEntries] = useState<Entry[] | null>(null)
  const [readiness, setReadiness] = useState<Readiness | null>(null)
  const look = useCallback(async () => {
    const [list, ready] = await Promise.all([read(`/projects/${project}/gather?limit=${most}`), read(`/projects/${project}/readiness`)])
    // what could not be read is not empty: what was seen last stays
    if (list) setEntries((list.answer as { docs: Entry[] }).docs)
    if (ready) setReadiness(ready.answer as Readiness)
  }, [project, read])
  useEffect(() => void look(), [look])
  return { entries, readiness, look }
} // prettier-ignore
