'use client'
import { WithReason } from '../scene/WithReason'
import { useStudio } from '../shell/StudioProvider'
import { roundedUp } from '../status/money'
import { statusMeta } from '../status/statusMeta'
import { StatusTag } from '../status/StatusTag'
import { useWords } from '../words/useWords'
import type { OpenCall } from './useCosts'

type Props = { call: OpenCall; look: () => Promise<void> }

/** A call nobody knows the end of: its price, what was looked at, and three ways out, each with a reason. */
export const DecisionRow = ({ call, look }: Props) => {
  const { say, status, time } = useWords()
  const { send } = useStudio()
  const decide = (action: 'wait' | 'resubmit' | 'write_off') => async (reason: string) => {
    await send(`/generations/${call.id}/decide`, { action, reason })
    await look()
  }
  return (
    <li className="bl-decision">
      <div className="bl-decision__line">
        <StatusTag {...statusMeta.flag.decide}>{status('flag.decide')}</StatusTag>
        <strong>{call.what}</strong>
        <span className="bl-second">
          {call.provider} · {call.model} · {say('sentAt', { time: time(call.createdAt) })}
        </span>
        <span>{say('atRisk', { money: roundedUp(call.priceNanodollars) })}</span>
      </div>
      {(call.evidence?.length ?? 0) > 0 && (
        <details>
          <summary>{say('lookedAt')}</summary>
          <ul>
            {call.evidence?.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
      <div className="bl-decide">
        <WithReason label={say('waitUntil')} asks={say('waitWhy')} onSay={decide('wait')} />
        <WithReason label={say('resubmit')} asks={say('resubmitWhy')} onSay={decide('resubmit')} />
        <WithReason label={say('writeOff')} asks={say('writeOffWhy')} onSay={decide('write_off')} />
      </div>
    </li>
  )
}
