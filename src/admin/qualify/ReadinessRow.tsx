'use client'
import { Icon } from '../status/Icon'
import { useWords } from '../words/useWords'

export type Department = {
  slug: string
  name: string
  score: number
  ready: boolean
  missing: { what: string; fix: string }[]
}
type Props = { departments: readonly Department[]; threshold: number }

export const ReadinessRow = ({ departments, threshold }: Props) => {
  const { say } = useWords()
  const ready = departments.filter((one) => one.ready).length
  return (
    <section className="bl-dialog__line" aria-labelledby="bl-ready">
      <h3 id="bl-ready">
        {say('readiness')} <span className="bl-second">{say('readyOf', { ready, all: departments.length, threshold })}</span>
      </h3>
      <ul className="bl-scores">
        {departments.map((one) => (
          <li key={one.slug} className={one.ready ? 'bl-score' : 'bl-score bl-score--short'} title={one.missing[0]?.fix ?? ''}>
            <span>{one.name}</span>
            <strong>
              {one.score} <Icon name={one.ready ? 'check' : 'triangle'} size={14} />
            </strong>
          </li>
        ))}
      </ul>
    </section>
  )
} // prettier-ignore
