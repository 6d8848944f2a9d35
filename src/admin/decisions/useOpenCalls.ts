'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { GenerationStatus } from '@/domain/generation/generationStatus'
import { useStudio } from '../shell/StudioProvider'

export type OpenCall = {
  id: string
  project: { id: string; title: string }
  scene: { id: string; name: string } | null
  what: string
  provider: string
  model: string
  take: number
  state: GenerationStatus
  priceNanodollars: number
  billedNanodollars: number
  sentAt: string
  updatedAt: string
  /** Nobody is asked before. */
  quietUntil: string | null
  evidence: string[]
  decisions: { action: string; by: string; reason: string; at: string }[]
}
export type OpenCalls = { open: OpenCall[]; closed: OpenCall[] }

const lookMs = 30_000

/** Calls nobody knows the end of, and those that closed lately; read again when an alert moves, and twice a minute. */
export const useOpenCalls = (project: string | null) => {
  const { read, follow } = useStudio()
  const [calls, setCalls] = useState<OpenCalls | null>(null)
  const [failed, setFailed] = useState(false)
  const [closedNow, setClosedNow] = useState<string | null>(null)
  const before = useRef<readonly string[]>([])
  const look = useCallback(async () => {
    const told = await read(`/generations/open${project === null ? '' : `?project=${project}`}`)
    setFailed(!told)
    if (!told) return // a call nobody knows the end of is never left out because a list could not be read
    const now = told.answer as OpenCalls
    setClosedNow(now.closed.find(({ id }) => before.current.includes(id))?.what ?? null)
    before.current = now.open.map(({ id }) => id)
    setCalls(now)
  }, [project, read])
  useEffect(() => {
    void look()
    const timer = setInterval(() => void look(), lookMs)
    return () => clearInterval(timer)
  }, [look])
  useEffect(() => follow('', ({ event }) => void (event === 'alert' ? look() : undefined)), [follow, look])
  return { calls, failed, look, closedNow }
}
