'use client'
import { useConfig } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { Quote } from '@/domain/money/quote'
import { askPrice } from '../shell/askPrice'

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
    const read = async () => {
      const told = await askPrice(`${api}/projects/${project}`, { path: '/estimate', body: { scenes: ids.split(',') }, signal })
      if (signal.aborted) return
      setPriced(told.is === 'known' ? { state: 'known', quote: told.quote, left: told.left } : { state: 'unknown', why: told.why })
    }
    // while scenes are chosen one after the other, or turn ready one after the other
    const timer = setTimeout(() => void read(), settledMs)
    return () => {
      clearTimeout(timer)
      left.abort() // it was left in the middle
    }
  }, [api, project, ids, asked])
  const again = useCallback(() => setAsked((before) => before + 1), [])
  return { priced, again }
} // prettier-ignore
