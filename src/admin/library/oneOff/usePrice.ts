'use client'
import { useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { Quote } from '@/domain/money/quote'

export type OneOffQuote = Quote & { adjustments: string[]; stands: boolean }
/** `why`: it cannot be made like this; '' when the studio did not answer. `left`: of the budget, nanodollars. */
export type PricedOneOff =
  | { state: 'none' }
  | { state: 'reading' }
  | { state: 'refused'; why: string }
  | { state: 'known'; quote: OneOffQuote; left: number }

const settledMs = 400
type Refusal = { errors?: { what?: string; why?: string; fix?: string; message?: string }[] }

const whyOf = async (answer: Response | null): Promise<string> => {
  const [first] = ((await answer?.json().catch(() => null)) as Refusal | null | undefined)?.errors ?? []
  return [first?.why ?? first?.message, first?.fix].filter(Boolean).join(' ')
}

/** What one picture or clip costs; asked again when anything of it changes, or `again` does. `body` as JSON, null: nothing to ask yet. */
export const usePrice = (project: string, body: string | null, again: number): PricedOneOff => {
  const { config } = useConfig()
  const api = config.routes.api
  const [priced, setPriced] = useState<PricedOneOff>({ state: 'none' })
  useEffect(() => {
    setPriced({ state: body === null ? 'none' : 'reading' })
    if (body === null) return
    const left = new AbortController()
    const ask = (path: string, sent: RequestInit = {}) => fetch(`${api}/projects/${project}${path}`, { ...sent, credentials: 'include', signal: left.signal }).catch(() => null)
    const read = async () => {
      const [told, costs] = await Promise.all([ask('/one-offs/estimate', { method: 'POST', body, headers: { 'Content-Type': 'application/json' } }), ask('/costs')])
      if (left.signal.aborted) return
      if (!told?.ok) {
        setPriced({ state: 'refused', why: await whyOf(told) })
        return
      }
      const { left: inBudget = 0 } = costs?.ok ? ((await costs.json()) as { left?: number }) : {}
      setPriced({ state: 'known', quote: (await told.json()) as OneOffQuote, left: inBudget })
    }
    // while words are typed
    const timer = setTimeout(() => void read().catch(() => undefined), settledMs)
    return () => {
      clearTimeout(timer)
      left.abort()
    }
  }, [api, project, body, again])
  return priced
} // prettier-ignore
