'use client'
import { Button, ShimmerEffect, toast, useConfig } from '@payloadcms/ui'
import { useState } from 'react'
import { useStudio } from '../shell/StudioProvider'
import { useWords } from '../words/useWords'
import { BudgetBar } from './BudgetBar'
import { CostRows } from './CostRows'
import { DecisionRow } from './DecisionRow'
import { useCosts, ways, type Way } from './useCosts'

/** The budget, what it went for in five ways, and what a person must decide; the ledger as a file. */
export const Costs = ({ project }: { project: string }) => {
  const { say } = useWords()
  const { send } = useStudio()
  const { config } = useConfig()
  const [by, setBy] = useState<Way>('department')
  const { costs, decisions, look } = useCosts(project, by)
  if (!costs || !decisions) return <ShimmerEffect height={240} />
  const readBills = async () => {
    if (await send(`/projects/${project}/reconcile`)) toast.success(say('billsRead'))
    await look()
  }
  return (
    <div className="bl-costs">
      <BudgetBar costs={costs} />
      <section className="bl-panel" aria-labelledby="bl-decisions">
        <header className="bl-panel__head">
          <h2 id="bl-decisions">
            {say('decisionsTitle')} {decisions.length > 0 && <span className="bl-count">{decisions.length}</span>}
          </h2>
        </header>
        {decisions.length === 0 ? (
          <p className="bl-empty">{say('noDecisions')}</p>
        ) : (
          <ul className="bl-rows">
            {decisions.map((call) => (
              <DecisionRow key={call.id} call={call} look={look} />
            ))}
          </ul>
        )}
      </section>
      <section className="bl-panel" aria-labelledby="bl-ledger">
        <header className="bl-panel__head">
          <h2 id="bl-ledger">{say('costs')}</h2>
          <span className="bl-filters" role="group" aria-label={say('costs')}>
            {ways.map((way) => (
              <button key={way} type="button" className="bl-filter" aria-pressed={by === way} onClick={() => setBy(way)}>
                {say(`by_${way}`)}
              </button>
            ))}
          </span>
        </header>
        <CostRows rows={costs.rows} by={by} />
      </section>
      <p className="bl-costs__foot">
        <Button buttonStyle="secondary" size="medium" margin={false} onClick={() => void readBills()}>
          {say('readBills')}
        </Button>
        <a className="bl-button" href={`${config.routes.api}/projects/${project}/costs.csv`} download>
          {say('ledgerCsv')}
        </a>
      </p>
    </div>
  )
} // prettier-ignore
