'use client'
import { useCallback, useEffect, useState } from 'react'
import { useStudio } from '../shell/StudioProvider'

export const ways = ['department', 'model', 'scene', 'day', 'run'] as const
export type Way = (typeof ways)[number]
/** Whole nanodollars. */
export type CostsTold = {
  limit: number
  spent: number
  reserved: number
  atRisk: number
  left: number
  rows: { key: string; calls: number; spent: number; atRisk: number }[]
}
export type OpenCall = {
  id: string
  what: string
  provider: string
  model: string
  priceNanodollars: number
  createdAt: string
  evidence?: string[] | null
}

const open = 'where[state][equals]=DECIDE&depth=0&limit=100&sort=createdAt'

/** The ledger of a project added up in one way, and the calls nobody knows the end of. */
export const useCosts = (project: string, by: Way) => {
  const { read } = useStudio()
  const [costs, setCosts] = useState<CostsTold | null>(null)
  const [decisions, setDecisions] = useState<OpenCall[] | null>(null)
  const look = useCallback(async () => {
    const [told, calls] = await Promise.all([
      read(`/projects/${project}/costs?by=${by}`),
      read(`/generations?where[project][equals]=${project}&${open}`),
    ])
    // a call nobody knows the end of is never left out because a list could not be read
    if (told) setCosts(told.answer as CostsTold)
    if (calls) setDecisions((calls.answer as { docs: OpenCall[] }).docs)
  }, [project, by, read])
  useEffect(() => void look(), [look])
  return { costs, decisions, look }
}
