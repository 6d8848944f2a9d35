'use client'
import { ShimmerEffect } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { roundedUp } from '../status/money'
import { useWords } from '../words/useWords'
import { ClosedRow } from './ClosedRow'
import { DecisionRow } from './DecisionRow'
import { useOpenCalls } from './useOpenCalls'

type Props = { project: string | null; onDecided?: () => void }

/** Calls that were possibly charged, each with its ways out; those that closed by themselves or by a word say so. */
export const Decisions = ({ project, onDecided }: Props) => {
  const { say } = useWords()
  const router = useRouter()
  const { calls, failed, look, closedNow } = useOpenCalls(project)
  if (failed && !calls) return <p className="bl-panel bl-empty" role="alert">{say('decisionsNotRead')}</p>
  if (!calls) return <ShimmerEffect height={220} />
  const { open, closed } = calls
  const risk = open.reduce((sum, { priceNanodollars }) => sum + priceNanodollars, 0)
  const decided = async () => {
    await look()
    router.refresh() // what is counted on top of the page
    onDecided?.()
  }
  return (
    <section className="bl-panel" aria-labelledby="bl-decisions">
      <header className="bl-panel__head">
        <h2 id="bl-decisions">
          {say('decisionsTitle')} {open.length > 0 && <span className="bl-count">{open.length}</span>}
        </h2>
        {risk > 0 && <strong>{say('atRisk', { money: roundedUp(risk) })}</strong>}
      </header>
      <p className="bl-hidden" role="status">{closedNow === null ? '' : say('closedNow', { what: closedNow })}</p>
      {open.length === 0 ? (
        <p className="bl-empty">{say('noDecisions')}</p>
      ) : (
        <ul className="bl-rows">
          {open.map((call) => (
            <DecisionRow key={call.id} call={call} withProject={project === null} look={decided} />
          ))}
        </ul>
      )}
      {closed.length > 0 && (
        <>
          <h3 className="bl-decisions__closed">{say('closedTitle')}</h3>
          <ul className="bl-rows">
            {closed.map((call) => (
              <ClosedRow key={call.id} call={call} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
} // prettier-ignore
