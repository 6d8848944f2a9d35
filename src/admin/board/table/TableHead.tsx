'use client'
import { useWords } from '../../words/useWords'
import { columns } from './columns'

type Props = { template: string; sort: string; all: boolean; onSort: (by: string) => void; onAll: () => void }

/** Up, down, then the order of the film again. */
const nextSort = (sort: string, key: string): string => (sort === key ? `-${key}` : sort === `-${key}` ? '' : key)

export const TableHead = ({ template, sort, all, onSort, onAll }: Props) => {
  const { say } = useWords()
  return (
    <div role="rowgroup" className="bl-table__head">
      <div role="row" aria-rowindex={1} className="bl-table__row" style={{ gridTemplateColumns: template }}>
        <span role="columnheader" className="bl-table__cell">
          <input type="checkbox" checked={all} aria-label={say('chooseShown')} onChange={onAll} />
        </span>
        {columns.map(({ key, word }) => {
          const way = sort === key ? 'ascending' : sort === `-${key}` ? 'descending' : 'none'
          return (
            <span key={key} role="columnheader" aria-sort={way} className="bl-table__cell">
              <button type="button" className="bl-table__sort" onClick={() => onSort(nextSort(sort, key))}>
                {say(word)}
                <span aria-hidden="true">{way === 'ascending' ? ' ↑' : way === 'descending' ? ' ↓' : ''}</span>
              </button>
            </span>
          )
        })}
      </div>
    </div>
  )
} // prettier-ignore
