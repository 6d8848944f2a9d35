'use client'
import { useState } from 'react'
import { statusMeta } from '../status/statusMeta'
import { StatusTag } from '../status/StatusTag'
import { useWords } from '../words/useWords'
import type { StepTold } from './runShape'

const shown = 8
const movedAt = ({ startedAt, endedAt }: StepTold): string => endedAt ?? startedAt ?? ''

export const StepList = ({ steps }: { steps: readonly StepTold[] }) => {
  const { say, status, time } = useWords()
  const [all, setAll] = useState(false)
  const touched = steps.filter(({ startedAt }) => startedAt !== null).sort((a, b) => movedAt(b).localeCompare(movedAt(a)))
  const list = all ? touched : touched.slice(0, shown)
  return (
    <section className="bl-panel" aria-labelledby="bl-steps">
      <header className="bl-panel__head">
        <h2 id="bl-steps">
          {say('steps')} <span className="bl-second">{say('newestFirst')}</span>
        </h2>
        {touched.length > shown && (
          <button type="button" className="bl-link" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? say('fewerSteps') : say('allSteps', { count: touched.length })}
          </button>
        )}
      </header>
      <ul className="bl-rows">
        {list.map((step) => (
          <li key={step.id} className="bl-step">
            <time dateTime={movedAt(step)}>{time(movedAt(step))}</time>
            <StatusTag {...statusMeta.step[step.state]}>{status(`step.${step.state}`)}</StatusTag>
            <span>{step.says}</span>
            <span className="bl-second">{step.attempts > 1 ? say('take', { take: step.attempts }) : ''}</span>
          </li>
        ))}
      </ul>
    </section>
  )
} // prettier-ignore
