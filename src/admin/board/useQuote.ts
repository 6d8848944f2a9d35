'use client'
import { useConfig } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { Quote } from '@/domain/money/quote'
import { askStudio, whyOf } from '../shell/askStudio'

/** `why`: the price cannot be told, and this is why; empty when the studio did not answer. */
export type Priced =
  { state: 'reading' } | { state: 'known'; quote: Quote; left: number } | { state: 'unknown'; why: string }
const settledMs = 400

/** What making these scenes costs, ids with commas; asked again when they change, or when `again` is called. */
export const useQuote = (project: string, ids: string): { priced: Priced; again: () => void } => {
  const { config } = useConfig()
  const api = config.routes.api
  const [priced, setPriced] = useState<Priced>({ state: 'reading' })
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    setPriced({ state: 'reading' })
    if (ids === '') return
    const left = new AbortController()
    const { signal } = left
    const of = `${api}/projects/${project}`
    const body = { scenes: ids.split(',') }
    const read = async () => {
      const [estimate, costs] = await Promise.all([
        askStudio<Quote>(`${of}/estimate`, { body, signal }),
        askStudio<{ left?: number }>(`${of}/costs`, { signal }),
      ])
      if (signal.aborted) return
      if (estimate.is !== 'told') {
        setPriced({ state: 'unknown', why: estimate.is === 'refused' ? whyOf(estimate.told, { short: true }) : '' })
        return
      }
      const inBudget = costs.is === 'told' ? (costs.told.left ?? 0) : 0
      setPriced({ state: 'known', quote: estimate.told, left: inBudget })
    }
    // while scenes are chosen one after the other, or turn ready one after the other
    const timer = setTimeout(() => void read().catch(() => undefined), settledMs)
    return () => {
      clearTimeout(timer)
      left.abort() // it was left in the middle
    }
  }, [api, project, ids, asked])
  const again = useCallback(() => setAsked((before) => before + 1), [])
  return { priced, again }
} // prettier-ignore
