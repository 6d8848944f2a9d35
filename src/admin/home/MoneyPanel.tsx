import type { MoneyTally } from '@/stores/reads/homeRead'
import { roundedUp } from '../status/money'
import type { Words } from '../words/wordsOf'

type Props = { money: MoneyTally; words: Words }

/** What this month's calls cost, what is held back for those in flight, and what nobody can say yet. */
export const MoneyPanel = ({ money, words: { say } }: Props) => (
  <section className="bl-panel" aria-labelledby="bl-month">
    <header className="bl-panel__head">
      <h2 id="bl-month">{say('thisMonth')}</h2>
    </header>
    <dl className="bl-figures">
      {([['spent', money.spent], ['reserved', money.reserved], ['risk', money.atRisk]] as const).map(([word, amount]) => (
        <div key={word} className={word === 'risk' && amount > 0 ? 'bl-figure bl-figure--asks' : 'bl-figure'}>
          <dt>{say(word)}</dt>
          <dd>{roundedUp(amount)}</dd>
        </div>
      ))}
    </dl>
  </section>
) // prettier-ignore
