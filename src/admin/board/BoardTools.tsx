'use client'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../words/useWords'
import { filters, type Filter } from './shownScenes'
import { sizes } from './useBoardQuery'

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
  view: 'board' | 'table'
  show: Filter
  counts: ReadonlyMap<Filter, number>
  search: string
  size: number
  set: (name: string, value: string) => void
  onHelp: () => void
}

export const BoardTools = ({ view, show, counts, search, size, set, onHelp }: Props) => {
  const { say } = useWords()
  return (
    <div className="bl-tools">
      <div className="bl-views" role="group" aria-label={say('viewAs')}>
        <button type="button" aria-pressed={view === 'board'} onClick={() => set('view', '')}>
          {say('board')}
        </button>
        <button type="button" aria-pressed={view === 'table'} onClick={() => set('view', 'table')}>
          {say('tableView')}
        </button>
      </div>
      <div className="bl-filters" role="group" aria-label={say('filterBy')}>
        {filters.map((name) => {
          const count = counts.get(name) ?? 0
          return name === 'all' || count > 0 || show === name ? (
            <button key={name} type="button" className="bl-filter" aria-pressed={show === name} onClick={() => set('show', name === 'all' ? '' : name)}>
              {say(words[name])} <span>{count}</span>
            </button>
          ) : null
        })}
      </div>
      <SearchField search={search} onSearch={(text) => set('q', text)} />
      {view === 'board' && (
        <label className="bl-size">
          {say('size')}
          <select value={size} onChange={(event) => set('size', event.target.value === '6' ? '' : event.target.value)}>
            {sizes.map((one) => (
              <option key={one} value={one}>
                {say('inARow', { count: one })}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="button" className="bl-filter bl-help" aria-label={say('boardKeys')} onClick={onHelp}>
        ?
      </button>
    </div>
  )
} // prettier-ignore

const SearchField = ({ search, onSearch }: { search: string; onSearch: (text: string) => void }) => {
  const { say } = useWords()
  const [typed, setTyped] = useState(search)
  const sent = useRef(search)
  useEffect(() => {
    if (typed === sent.current) return
    const timer = setTimeout(() => {
      sent.current = typed
      onSearch(typed)
    }, typedMs)
    return () => clearTimeout(timer)
  }, [typed, onSearch])
  useEffect(() => {
    if (search === sent.current) return // what comes back of what was typed changes nothing
    sent.current = search
    setTyped(search)
  }, [search])
  return (
    <input className="bl-search" type="search" value={typed} placeholder={`${say('searchScenes')}  /`} aria-label={say('searchScenes')} aria-keyshortcuts="/" onChange={(event) => setTyped(event.target.value)} />
  )
} // prettier-ignore
