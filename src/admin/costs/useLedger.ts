'use client'
import { useCallback, useEffect, useState } from 'react'
import type { GenerationStatus } from '@/domain/generation/generationStatus'
import { useStudio } from '../shell/StudioProvider'

export type LedgerLine = {
  id: string
  createdAt: string
  what: string
  department: string
  model: string
  take: number | null
  state: GenerationStatus
  priceNanodollars: number | null
  billedNanodollars: number | null
  scene: { id: string; clipName?: string | null } | null
  project: { id: string; title: string } | string
}
export const shownStates = {
  all: null,
  flying: 'INTENT,SUBMITTING,SUBMITTED,CANCELLING,DONE',
  unknown: 'UNKNOWN,DECIDE',
  done: 'STORED',
  failed: 'FAILED,DEAD,CANCELLED',
} as const
export type Shown = keyof typeof shownStates
export type LedgerAsked = { text: string; shown: Shown; free: boolean }
type Page = { docs: LedgerLine[]; nextPage: number | null; totalDocs: number }

const fields = ['createdAt', 'what', 'department', 'model', 'take', 'state', 'priceNanodollars', 'billedNanodollars', 'scene', 'project'] // prettier-ignore

/** One row for each call that fits, the newest first, page by page. */
export const useLedger = (project: string | null, { text, shown, free }: LedgerAsked) => {
  const { read } = useStudio()
  const [page, setPage] = useState<Page | null>(null)
  const [failed, setFailed] = useState(false)
  const load = useCallback(
    async (number: number, signal?: { gone: boolean }) => {
      const query = new URLSearchParams({ depth: '1', limit: '50', sort: '-createdAt', page: String(number) })
      for (const field of fields) query.set(`select[${field}]`, 'true')
      const states = shownStates[shown]
      if (project !== null) query.set('where[and][0][project][equals]', project)
      if (!free) query.set('where[and][1][priceNanodollars][greater_than]', '0')
      if (states !== null) query.set('where[and][2][state][in]', states)
      if (text !== '') query.set('where[and][3][or][0][what][contains]', text)
      if (text !== '') query.set('where[and][3][or][1][model][contains]', text)
      const told = await read(`/generations?${query.toString()}`)
      if (signal?.gone) return
      setFailed(!told)
      if (!told) return
      const next = told.answer as Page
      setPage((before) => (number === 1 || !before ? next : { ...next, docs: [...before.docs, ...next.docs] }))
    },
    [project, text, shown, free, read],
  )
  useEffect(() => {
    const signal = { gone: false }
    const soon = setTimeout(() => void load(1, signal), 200)
    return () => {
      signal.gone = true
      clearTimeout(soon)
    }
  }, [load])
  const next = page?.nextPage ?? null
  return { page, failed, more: next === null ? null : () => void load(next) }
}
