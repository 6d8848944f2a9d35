'use client'
import { ShimmerEffect } from '@payloadcms/ui'
import { lazy, Suspense } from 'react'
import { useWords } from '../words/useWords'
import { CostRows } from './CostRows'
import type { CostsTold, CostTold, Way } from './useCosts'

const CostChart = lazy(async () => ({ default: (await import('./CostChart')).CostChart }))

const barsMost = 14

/** Days in their order, everything else the most first. */
const drawn = (rows: readonly CostTold[], by: Way): CostTold[] =>
  by === 'day' ? [...rows].sort((a, b) => a.key.localeCompare(b.key)).slice(-barsMost) : rows.slice(0, barsMost)

type Props = { costs: CostsTold; by: Way; ways: readonly Way[]; onBy: (way: Way) => void }

/** What the money went for, in the way one asks: as bars, and always as a table. */
export const CostPanel = ({ costs, by, ways, onBy }: Props) => {
  const { say } = useWords()
  const paid = costs.rows.filter(({ spent, atRisk }) => spent + atRisk > 0)
  return (
    <section className="bl-panel" aria-labelledby="bl-spent">
      <header className="bl-panel__head">
        <h2 id="bl-spent">{say('spentBy')}</h2>
        <span className="bl-filters" role="group" aria-label={say('spentBy')}>
          {ways.map((way) => (
            <button key={way} type="button" className="bl-filter" aria-pressed={by === way} onClick={() => onBy(way)}>
              {say(`by_${way}`)}
            </button>
          ))}
        </span>
      </header>
      {paid.length === 0 ? (
        <p className="bl-empty">{say('nothingSpent')}</p>
      ) : (
        <>
          <Suspense fallback={<ShimmerEffect height={220} />}>
            <CostChart rows={drawn(paid, by)} />
          </Suspense>
          <details className="bl-costs__table">
            <summary>{say('asTable')}</summary>
            <CostRows rows={paid} by={by} />
          </details>
        </>
      )}
    </section>
  )
}
