'use client'
import { useEffect, useState } from 'react'
import { useWords } from '../words/useWords'
import { filters, type Filter } from './shownScenes'

const words = {
  all: 'all',
  done: 'done',
  working: 'working',
  ready: 'ready',
  decide: 'toDecide',
  stale: 'stale',
  failed: 'failed',
} as const
const typedMs = 250

type Props = {
  show: Filter
  counts: ReadonlyMap<Filter, number>
  search: string
  size: number
  onShow: (name: Filter) => void
  onSearch: (words: string) => void
  onSize: (size: number) => void
}

export const BoardTools = ({ show, counts, search, size, onShow, onSearch, onSize }: Props) => {
  const { say } = useWords()
  const [typed, setTyped] = useState(search)
  useEffect(() => {
    if (typed === search) return
    const timer = setTimeout(() => onSearch(typed), typedMs)
    return () => clearTimeout(timer)
  }, [typed, search, onSearch])
  return (
    <div className="bl-tools">
      <div className="bl-filters" role="group" aria-label={say('board')}>
        {filters.map((name) => {
          const count = counts.get(name) ?? 0
          return name === 'all' || count > 0 || show === name ? (
            <button key={name} type="button" className="bl-filter" aria-pressed={show === name} onClick={() => onShow(name)}>
              {say(words[name])} <span>{count}</span>
            </button>
          ) : null
        })}
      </div>
      <input className="bl-search" type="search" value={typed} placeholder={say('searchScenes')} aria-label={say('searchScenes')} onChange={(event) => setTyped(event.target.value)} />
      <label className="bl-size">
        {say('size')}
        <input type="range" min={4} max={8} step={2} value={12 - size} onChange={(event) => onSize(12 - Number(event.target.value))} />
      </label>
    </div>
  )
} // prettier-ignore
