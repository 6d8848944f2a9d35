'use client'
import { useState } from 'react'
import { statusMeta } from '../status/statusMeta'
import { StatusTag } from '../status/StatusTag'
import { useWords } from '../words/useWords'
import { isOfRow } from './rowsOf'
import type { RunTold, StepTold } from './runShape'

const shownFirst = 8
const shownMore = 100
const movedAt = ({ endedAt, startedAt }: StepTold): string => endedAt ?? startedAt ?? ''

type Props = {
  run: RunTold
  /** Only the steps of this line of the picture. */ picked: string | null
  onPick: (name: string | null) => void
}

/** What was worked on, the newest first: when, how it stands, on which worker. */
export const StepList = ({ run, picked, onPick }: Props) => {
  const { say, status, time, step: stepWord } = useWords()
  const [most, setMost] = useState(shownFirst)
  const touched = run.steps.filter((step) => (step.startedAt !== null || step.endedAt !== null) && (picked === null || isOfRow(step, picked)))
  const list = touched.sort((a, b) => movedAt(b).localeCompare(movedAt(a))).slice(0, most)
  const name = picked === null ? '' : (run.scenes.find(({ id }) => id === picked)?.clip ?? stepWord(picked))
  return (
    <section className="bl-panel" aria-labelledby="bl-steps">
      <header className="bl-panel__head">
        <h2 id="bl-steps">
          {say('steps')} <span className="bl-second">{picked === null ? say('newestFirst') : name}</span>
        </h2>
        {picked !== null && (
          <button type="button" className="bl-link" onClick={() => onPick(null)}>
            {say('allStepsAgain')}
          </button>
        )}
      </header>
      <ul className="bl-rows">
        {list.map((step) => (
          <li key={step.id} className="bl-step">
            <time dateTime={movedAt(step)}>{time(movedAt(step))}</time>
            <StatusTag {...statusMeta.step[step.state]}>{status(`step.${step.state}`)}</StatusTag>
            <span>
              {step.says}
              {step.againAt !== null && <span className="bl-second"> {say('againAt', { time: time(step.againAt) })}</span>}
            </span>
            <span className="bl-second">{[step.attempts > 1 ? say('take', { take: step.attempts }) : '', step.worker ?? ''].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
        {list.length === 0 && <li className="bl-empty">{say('noStepYet')}</li>}
      </ul>
      {touched.length > most && (
        <button type="button" className="bl-link bl-more" onClick={() => setMost(most + shownMore)}>
          {say('moreSteps', { count: touched.length - most })}
        </button>
      )}
    </section>
  )
} // prettier-ignore
