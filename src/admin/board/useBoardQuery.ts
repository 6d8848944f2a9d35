'use client'
import { useSearchParams } from 'next/navigation'
import { useCallback } from 'react'
import { filters, type Filter } from './shownScenes'

export const sizes = [4, 6, 8] as const
type View = 'board' | 'table'
type BoardQuery = {
  view: View
  show: Filter
  search: string
  /** Cards in a row where there is room. */
  size: number
  /** Of the table: "title", "-title"; empty: in the order of the film. */
  sort: string
  set: (name: string, value: string) => void
}

const isFilter = (name: string | null): name is Filter => filters.some((one) => one === name)

/** What is shown lives in the address, so every state has a link; the page is not asked for again. */
export const useBoardQuery = (): BoardQuery => {
  const query = useSearchParams()
  const set = useCallback((name: string, value: string) => {
    const next = new URLSearchParams(window.location.search)
    if (value === '') next.delete(name)
    else next.set(name, value)
    const text = next.toString()
    window.history.replaceState(null, '', text === '' ? window.location.pathname : `?${text}`)
  }, [])
  const show = query.get('show')
  const size = Number(query.get('size'))
  return {
    view: query.get('view') === 'table' ? 'table' : 'board',
    show: isFilter(show) ? show : 'all',
    search: query.get('q') ?? '',
    size: sizes.some((one) => one === size) ? size : 6,
    sort: query.get('sort') ?? '',
    set,
  }
}
