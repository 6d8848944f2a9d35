'use client'
import { useConfig } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { Quote } from '@/domain/money/quote'

/** `why`: the price cannot be told, and this is why; empty when the studio did not answer. */
export type Priced =
  { state: 'reading' } | { state: 'known'; quote: Quote; left: number } | { state: 'unknown'; why: string }
const settledMs = 400
type Refusal = { errors?: { what?: string; why?: string; fix?: string; message?: string }[] }

const whyOf = async (answer: Response | null): Promise<string> => {
  const [first] = ((await answer?.json().catch(() => null)) as Refusal | null | undefined)?.errors ?? []
  return [first?.why ?? first?.message, first?.fix].filter(Boolean).join(' ')
}

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
    const ask = (path: string, sent: RequestInit = {}) => fetch(`${api}/projects/${project}${path}`, { ...sent, credentials: 'include', signal: left.signal }).catch(() => null)
    const body = JSON.stringify({ scenes: ids.split(',') })
    const read = async () => {
      const [estimate, costs] = await Promise.all([ask('/estimate', { method: 'POST', body, headers: { 'Content-Type': 'application/json' } }), ask('/costs')])
      if (left.signal.aborted) return
      if (!estimate?.ok) {
        setPriced({ state: 'unknown', why: await whyOf(estimate) })
        return
      }
      const quote = (await estimate.json()) as Quote
      const { left: inBudget = 0 } = costs?.ok ? ((await costs.json()) as { left?: number }) : {}
      setPriced({ state: 'known', quote, left: inBudget })
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
