import { Link } from '@payloadcms/ui'
import { statusMeta } from '../status/statusMeta'
import { StatusTag } from '../status/StatusTag'
import type { Words } from '../words/wordsOf'
import type { Need } from './needsOf'

type Props = { rows: readonly Need[]; words: Words }

export const NeedsYou = ({ rows, words: { say, status } }: Props) => (
  <section className="bl-panel" aria-labelledby="bl-needs">
    <header className="bl-panel__head">
      <h2 id="bl-needs">
        {say('needsYou')} {rows.length > 0 && <span className="bl-count">{rows.length}</span>}
      </h2>
      {rows.length > 0 && <span className="bl-second">{say('oldestFirst')}</span>}
    </header>
    {rows.length === 0 ? (
      <p className="bl-empty">{say('needsNobody')}</p>
    ) : (
      <ul className="bl-rows">
        {rows.map(({ key, is, title, second, money, href, action }) => (
          <li key={key} className="bl-need">
            <StatusTag {...statusMeta.flag[is]}>{status(`flag.${is}`)}</StatusTag>
            <div className="bl-need__what">
              <strong>{title}</strong>
              <span className="bl-second">{second}</span>
            </div>
            <span className="bl-need__money">{money}</span>
            <Link href={href} className="bl-button">
              {action}
            </Link>
          </li>
        ))}
      </ul>
    )}
  </section>
)
