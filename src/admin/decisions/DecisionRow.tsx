'use client'
import { Link } from '@payloadcms/ui'
import { WithReason } from '../scene/WithReason'
import { links } from '../shell/links'
import { useStudio } from '../shell/StudioProvider'
import { lasting } from '../status/lasting'
import { roundedUp } from '../status/money'
import { StatusTag } from '../status/StatusTag'
import { callLook, callWord } from '../costs/callLook'
import { useWords } from '../words/useWords'
import type { OpenCall } from './useOpenCalls'
import { WaitUntil } from './WaitUntil'

const momentOf = (at: string, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))

type Props = { call: OpenCall; withProject: boolean; look: () => Promise<void> }

/** A call nobody knows the end of: age, price, what was looked at, and three ways out, each with a reason. */
export const DecisionRow = ({ call, withProject, look }: Props) => {
  const words = useWords()
  const { say, language } = words
  const { send } = useStudio()
  const told = async (word: object) => {
    await send(`/generations/${call.id}/decide`, word)
    await look()
  }
  const decide = (action: 'resubmit' | 'write_off') => (reason: string) => told({ action, reason })
  const age = lasting((Date.now() - Date.parse(call.sentAt)) / 1000, language)
  const money = roundedUp(call.priceNanodollars)
  return (
    <li className="bl-decision">
      <div className="bl-decision__line">
        <StatusTag {...callLook[call.state]}>{callWord(call.state, words)}</StatusTag>
        <Link href={links.generation(call.id)}>
          <strong>{call.what}</strong>
        </Link>
        <span className="bl-second">{[withProject ? call.project.title : null, call.scene?.name, call.model].filter(Boolean).join(' · ')}</span>
        <strong className="bl-decision__money">{money}</strong>
      </div>
      <p>
        {say('sentNoAnswer', { provider: call.provider, age })} {say('lookedAt')}: {call.evidence.length > 0 ? call.evidence.join(' · ') : say('lookedAtNothing')}
      </p>
      {call.decisions.map(({ action, by, reason, at }) => (
        <p key={at} className="bl-second">{say('saidBefore', { action, by, reason })}</p>
      ))}
      {call.quietUntil !== null && <p>{say('askedAgainAt', { at: momentOf(call.quietUntil, language) })}</p>}
      {call.state === 'UNKNOWN' ? (
        <p className="bl-second">{say('waitsForEvidence')}</p>
      ) : (
        <div className="bl-decide">
          <WaitUntil onSay={(reason, until) => told({ action: 'wait', reason, until })} />
          <WithReason label={say('resubmitFor', { money })} asks={say('resubmitWhy')} onSay={decide('resubmit')} />
          <WithReason label={say('writeOff')} asks={say('writeOffWhy')} onSay={decide('write_off')} />
        </div>
      )}
    </li>
  )
} // prettier-ignore
