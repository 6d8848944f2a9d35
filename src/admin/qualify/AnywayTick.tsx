'use client'
import { useWords } from '../words/useWords'
import type { Department } from './ReadinessRow'

type Props = { short: readonly Department[]; threshold: number; ticked: boolean; onTick: (ticked: boolean) => void }

/** Starting with departments that have too few points: a person says so, and reads what is missing. */
export const AnywayTick = ({ short, threshold, ticked, onTick }: Props) => {
  const { say } = useWords()
  if (short.length === 0) return null
  const missing = short.map(({ name, score, missing: [first] }) => say('shortOf', { name, points: threshold - score, what: first?.what ?? '' }))
  return (
    <label className="bl-anyway">
      <input type="checkbox" checked={ticked} onChange={(event) => onTick(event.target.checked)} />
      <span>
        <strong>{say('startAnyway')}</strong> {missing.join(' ')} <span className="bl-second">{say('withoutTick')}</span>
      </span>
    </label>
  )
} // prettier-ignore
