'use client'
import { Link } from '@payloadcms/ui'
import { links } from '../shell/links'
import { roundedUp } from '../status/money'
import { useWords } from '../words/useWords'
import type { CostsTold } from './useCosts'

type Props = {
  costs: CostsTold
  /** Where its budget is changed. */
  project: string | null
}

/** Spent, in flight, at risk, left: as one bar and in words. What may have been charged is held back, too, and drawn once. */
export const BudgetBar = ({ costs: { limit, spent, reserved, atRisk, left }, project }: Props) => {
  const { say } = useWords()
  const flying = Math.max(0, reserved - atRisk)
  const whole = Math.max(1, limit, spent + flying + atRisk)
  const parts = [
    { name: 'spent', amount: spent, word: say('spent') },
    { name: 'flying', amount: flying, word: say('inFlight') },
    { name: 'risk', amount: atRisk, word: say('risk') },
  ]
  return (
    <section className="bl-panel bl-budget" aria-label={say('limitOf', { money: roundedUp(limit) })}>
      <dl className="bl-budget__figures">
        <div>
          <dt>{say('budgetWord')}</dt>
          <dd>
            {roundedUp(limit)} {project && <Link href={links.project(project)}>{say('changeBudget')}</Link>}
          </dd>
        </div>
        {parts.map(({ name, amount, word }) => (
          <div key={name}>
            <dt>
              <span className={`bl-budget__mark bl-budget__part--${name}`} aria-hidden="true" /> {word}
            </dt>
            <dd className={name === 'risk' && amount > 0 ? 'bl-budget__asks' : undefined}>{roundedUp(amount)}</dd>
          </div>
        ))}
        <div>
          <dt>{say('leftWord')}</dt>
          <dd>{roundedUp(left)}</dd>
        </div>
      </dl>
      <div className="bl-budget__bar" aria-hidden="true">
        {parts.map(({ name, amount }) => (
          <span key={name} className={`bl-budget__part--${name}`} style={{ inlineSize: `${(100 * amount) / whole}%` }} />
        ))}
      </div>
      {limit === 0 && <p className="bl-second">{say('budgetZero')}</p>}
    </section>
  )
} // prettier-ignore
