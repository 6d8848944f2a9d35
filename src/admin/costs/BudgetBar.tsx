'use client'
import { Icon } from '../status/Icon'
import { roundedUp } from '../status/money'
import { useWords } from '../words/useWords'
import type { CostsTold } from './useCosts'

/** Spent, in flight, at risk, left: as one bar and in words. What may have been charged is held back, too, and drawn once. */
export const BudgetBar = ({ costs: { limit, spent, reserved, atRisk, left } }: { costs: CostsTold }) => {
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
      <p>
        <strong>{limit > 0 ? say('limitOf', { money: roundedUp(limit) }) : say('budgetZero')}</strong>
      </p>
      <div className="bl-budget__bar" aria-hidden="true">
        {parts.map(({ name, amount }) => (
          <span key={name} className={`bl-budget__part bl-budget__part--${name}`} style={{ inlineSize: `${(100 * amount) / whole}%` }} />
        ))}
      </div>
      <dl className="bl-figures">
        {parts.map(({ name, amount, word }) => (
          <div key={name} className={name === 'risk' && amount > 0 ? 'bl-figure bl-figure--asks' : 'bl-figure'}>
            <dt>
              {name === 'risk' && amount > 0 && <Icon name="question" size={14} />} {word}
            </dt>
            <dd>{roundedUp(amount)}</dd>
          </div>
        ))}
        <div className="bl-figure">
          <dt>{say('leftWord')}</dt>
          <dd>{roundedUp(left)}</dd>
        </div>
      </dl>
    </section>
  )
} // prettier-ignore
