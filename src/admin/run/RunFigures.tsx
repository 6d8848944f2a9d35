'use client'
import { lasting } from '../status/lasting'
import { useWords } from '../words/useWords'
import { isOver, type RunTold } from './runShape'

type Props = { run: RunTold; /** The server's clock, milliseconds. */ now: number }

export const RunFigures = ({ run: { progress, steps, state, startedAt, endedAt }, now }: Props) => {
  const { say, language } = useWords()
  const failed = steps.filter((step) => step.state === 'failed' || step.state === 'dead').length
  const ended = endedAt !== null && isOver(state) ? Date.parse(endedAt) : now
  const took = startedAt === null ? 0 : (ended - Date.parse(startedAt)) / 1000
  return (
    <dl className="bl-panel bl-figures">
      <div className="bl-figure">
        <dt>{say('progress')}</dt>
        <dd>
          {progress.done} <small>{say('ofSteps', { total: progress.total })}</small>
        </dd>
        <progress value={progress.done} max={Math.max(1, progress.total)} aria-label={say('progress')} />
      </div>
      <div className="bl-figure">
        <dt>{isOver(state) ? say('timeTaken') : say('timeLeft')}</dt>
        <dd>{isOver(state) ? lasting(took, language) : progress.etaS === null ? '–' : lasting(progress.etaS, language)}</dd>
        {!isOver(state) && <p className="bl-second">{say('soFar', { time: lasting(took, language) })}</p>}
      </div>
      <div className={failed > 0 ? 'bl-figure bl-figure--bad' : 'bl-figure'}>
        <dt>{say('failedSteps')}</dt>
        <dd>{failed}</dd>
        {failed === 0 && <p className="bl-second">{say('everyStepFine')}</p>}
      </div>
    </dl>
  )
} // prettier-ignore
