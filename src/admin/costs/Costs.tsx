'use client'
import { Button, ShimmerEffect, toast } from '@payloadcms/ui'
import { useState } from 'react'
import { Decisions } from '../decisions/Decisions'
import { useStudio } from '../shell/StudioProvider'
import { useWords } from '../words/useWords'
import { BudgetBar } from './BudgetBar'
import { CostPanel } from './CostPanel'
import { Ledger } from './Ledger'
import { QuotesPanel } from './QuotesPanel'
import { useCosts, ways, type Way } from './useCosts'

/** What one project cost, or for null all that are seen: budget, what it went for, what must be decided, every call. */
export const Costs = ({ project }: { project: string | null }) => {
  const { say, time } = useWords()
  const { send } = useStudio()
  const [by, setBy] = useState<Way>(project === null ? 'project' : 'day')
  const { costs, at, failed, look } = useCosts(project, by)
  if (!costs) return failed ? <p className="bl-panel bl-empty" role="alert">{say('costsNotRead')}</p> : <ShimmerEffect height={320} />
  const readBills = async () => {
    if (await send(`/projects/${project ?? ''}/reconcile`)) toast.success(say('billsRead'))
    await look()
  }
  return (
    <div className="bl-costs">
      {failed && at !== null && <p className="bl-second" role="status">{say('valuesOf', { time: time(new Date(at)) })}</p>}
      <BudgetBar costs={costs} project={project} />
      <div className="bl-costs__two">
        <CostPanel costs={costs} by={by} ways={project === null ? ['project', ...ways] : ways} onBy={setBy} />
        <Decisions project={project} onDecided={() => void look()} />
      </div>
      <Ledger project={project} />
      {project !== null && <QuotesPanel project={project} />}
      {project !== null && (
        <p className="bl-costs__foot">
          <Button buttonStyle="secondary" size="medium" margin={false} onClick={() => void readBills()}>
            {say('readBills')}
          </Button>
        </p>
      )}
    </div>
  )
} // prettier-ignore
