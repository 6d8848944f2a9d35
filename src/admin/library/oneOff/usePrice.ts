'use client'
import { useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { Quote } from '@/domain/money/quote'
import { askPrice } from '../../shell/askPrice'

export type OneOffQuote = Quote & { adjustments: string[]; stands: boolean }
/** `why`: it cannot be made like this; '' when the studio did not answer. `left`: of the budget, nanodollars. */
export type PricedOneOff =
  | { state: 'none' }
  | { state: 'reading' }
  | { state: 'refused'; why: string }
  | { state: 'known'; quote: OneOffQuote; left: number }

const settledMs = 400

/** What one picture or clip costs; asked again when anything of it changes, or `again` does. `body` as JSON, null: nothing to ask yet. */
export const usePrice = (project: string, body: string | null, again: number): PricedOneOff => {
  const { config } = useConfig()
  const api = config.routes.api
  const [priced, setPriced] = useState<PricedOneOff>({ state: 'none' })
  useEffect(() => {
    setPriced({ state: body === null ? 'none' : 'reading' })
    if (body === null) return
    const left = new AbortController()
    const { signal } = left
    const read = async () => {
      const asked = { path: '/one-offs/estimate', body: JSON.parse(body) as unknown, signal }
      const told = await askPrice<OneOffQuote>(`${api}/projects/${project}`, asked)
      if (signal.aborted) return
      setPriced(told.is === 'known' ? { state: 'known', quote: told.quote, left: told.left } : { state: 'refused', why: told.why })
    }
    // while words are typed
    const timer = setTimeout(() => void read(), settledMs)
    return () => {
      clearTimeout(timer)
      left.abort()
    }
  }, [api, project, body, again])
  return priced
} // prettier-ignore
