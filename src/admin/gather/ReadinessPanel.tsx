'use client'
import { Icon } from '../status/Icon'
import { useWords } from '../words/useWords'
import type { Readiness } from './useGather'

const shownMost = 8

/** Points of each department with a tick at the threshold, and what is missing, most points first. */
export const ReadinessPanel = ({ readiness: { departments, threshold } }: { readiness: Readiness }) => {
  const { say } = useWords()
  const ready = departments.filter((one) => one.ready).length
  const missing = departments.flatMap(({ name, missing: list }) => list.map((one) => ({ ...one, of: name }))).sort((a, b) => b.points - a.points)
  return (
    <aside className="bl-ready">
      <section className="bl-panel" aria-labelledby="bl-readiness">
        <header className="bl-panel__head">
          <h2 id="bl-readiness">{say('readiness')}</h2>
          <span className="bl-second">{say('readyOf', { ready, all: departments.length, threshold })}</span>
        </header>
        <ul className="bl-bars">
          {departments.map(({ slug, name, score, ready: isReady }) => (
            <li key={slug}>
              <span>{name}</span>
              <span className="bl-meter" style={{ '--bl-at': `${threshold}%` } as React.CSSProperties}>
                <span className={isReady ? 'bl-meter__fill' : 'bl-meter__fill bl-meter__fill--short'} style={{ inlineSize: `${score}%` }} />
              </span>
              <strong>{score}</strong>
              <Icon name={isReady ? 'check' : 'triangle'} />
            </li>
          ))}
        </ul>
      </section>
      {missing.length > 0 && (
        <section className="bl-panel" aria-labelledby="bl-missing">
          <header className="bl-panel__head">
            <h2 id="bl-missing">{say('missing')}</h2>
            <span className="bl-second">{say('mostPoints')}</span>
          </header>
          <ul className="bl-rows">
            {missing.slice(0, shownMost).map(({ path, of, what, fix, points }) => (
              <li key={`${of}-${path}-${what}`} className="bl-missing">
                <strong>{what}</strong>
                <span className="bl-second">
                  {of} · {say('points', { points })}
                </span>
                <span>{fix}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  )
} // prettier-ignore
