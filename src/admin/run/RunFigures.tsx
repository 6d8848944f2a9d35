'use client'
import { lasting } from '../status/lasting'
import { roundedUp } from '../status/money'
import { useWords } from '../words/useWords'
import { isFailed, isOver, type RunTold } from './runShape'

type Props = {
  run: RunTold
  /** The server's clock, milliseconds. */ now: number
  cost: { spent: number; atRisk: number } | null
}

export const RunFigures = ({ run: { progress, steps, state, startedAt, endedAt }, now, cost }: Props) => {
  const { say, language } = useWords()
  const failed = steps.filter(isFailed).length
  const ended = endedAt !== null && isOver(state) ? Date.parse(endedAt) : now
  const took = startedAt === null ? 0 : (ended - Date.parse(startedAt)) / 1000
  return (
    <dl className="bl-panel bl-figures">
      <div className="bl-figure">
        <dt>{say('progress')}</dt>
        <dd>
          {progress.done} <small>{say('ofSteps', { total: progress.total })}</small>
        </dd>
        <dd className="bl-figure__more">
          <progress value={progress.done} max={Math.max(1, progress.total)} aria-label={say('progress')} />
        </dd>
      </div>
      <div className="bl-figure">
        <dt>{isOver(state) ? say('timeTaken') : say('timeLeft')}</dt>
        <dd>{isOver(state) ? lasting(took, language) : progress.etaS === null ? '–' : lasting(progress.etaS, language)}</dd>
        {!isOver(state) && <dd className="bl-second">{say('soFar', { time: lasting(took, language) })}</dd>}
      </div>
      <CostFigure cost={cost} />
      <div className={failed > 0 ? 'bl-figure bl-figure--bad' : 'bl-figure'}>
        <dt>{say('failedSteps')}</dt>
        <dd>{failed}</dd>
        {failed === 0 && <dd className="bl-second">{say('everyStepFine')}</dd>}
      </div>
    </dl>
  )
} // prettier-ignore

const CostFigure = ({ cost }: Pick<Props, 'cost'>) => {
  const { say } = useWords()
  return (
    <div className="bl-figure">
      <dt>{say('costSoFar')}</dt>
      <dd>{cost === null ? '–' : cost.spent > 0 ? roundedUp(cost.spent) : say('free')}</dd>
      {cost !== null && cost.atRisk > 0 && (
        <p className="bl-second">{say('atRisk', { money: roundedUp(cost.atRisk) })}</p>
      )}
    </div>
  )
}
