'use client'
import { useCallback, useEffect, useState } from 'react'
import { useStudio } from '../shell/StudioProvider'

export const ways = ['day', 'department', 'scene', 'model', 'run'] as const
export type Way = (typeof ways)[number] | 'project'
/** Whole nanodollars. */
export type CostsTold = {
  limit: number
  spent: number
  reserved: number
  atRisk: number
  left: number
  rows: CostTold[]
}
/** `name`: as people know it. `parts`: what was spent of it, by department. */
export type CostTold = {
  key: string
  name: string
  calls: number
  spent: number
  atRisk: number
  parts: { department: string; spent: number }[]
}

/** The ledger of a project, or of all that are seen for null, added up in one way. `at`: when it was read last. */
export const useCosts = (project: string | null, by: Way) => {
  const { read } = useStudio()
  const [costs, setCosts] = useState<CostsTold | null>(null)
  const [at, setAt] = useState<number | null>(null)
  const [failed, setFailed] = useState(false)
  const look = useCallback(async () => {
    const told = await read(project === null ? `/costs?by=${by}` : `/projects/${project}/costs?by=${by}`)
    setFailed(!told)
    if (!told) return // the last values stay, with their time
    setCosts(told.answer as CostsTold)
    setAt(told.at)
  }, [project, by, read])
  useEffect(() => void look(), [look])
  return { costs, at, failed, look }
}
