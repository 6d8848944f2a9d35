'use client'
import { Button } from '@payloadcms/ui'
import type { Alert } from '@/payload-types'
import { useStudio } from '../shell/StudioProvider'
import { StatusTag } from '../status/StatusTag'
import type { Look } from '../status/statusMeta'
import { useWords } from '../words/useWords'
import { AlertFacts } from './AlertFacts'
import { ProposedValue } from './ProposedValue'

const looks: Record<NonNullable<Alert['severity']>, Look> = {
  error: { icon: 'cross', tone: 'bad' },
  warning: { icon: 'triangle', tone: 'asks' },
  info: { icon: 'circle', tone: 'plain' },
}
type Props = { alert: Alert; look: () => Promise<void> }

/** One alert: what happened, why, how to fix it, where, how often; a proposed value can be taken over. */
export const AlertItem = ({ alert, look }: Props) => {
  const { say } = useWords()
  const severity = alert.severity ?? 'warning'
  return (
    <li className="bl-alertitem">
      <StatusTag {...looks[severity]}>{say(`severity_${severity}`)}</StatusTag>
      <div>
        <p dir="auto">
          <strong>{alert.what}</strong>
        </p>
        <p dir="auto">{[alert.why, alert.fix].filter(Boolean).join(' ')}</p>
        {alert.proposal && proposes(alert) && <ProposedValue proposal={alert.proposal} />}
        <AlertFacts alert={alert} />
      </div>
      {alert.dismissed !== true && <AlertButtons alert={alert} look={look} />}
    </li>
  )
}

const proposes = ({ proposal, dismissed }: Alert): boolean => Boolean(proposal?.field) && dismissed !== true

const AlertButtons = ({ alert, look }: Props) => {
  const { say } = useWords()
  const { send } = useStudio()
  const act = async (verb: 'dismiss' | 'take') => {
    await send(`/alerts/${alert.id}/${verb}`)
    await look()
  }
  const offers = proposes(alert)
  const named = say('dismissNamed', { what: alert.what ?? '' })
  return (
    <span className="bl-alertitem__buttons">
      {offers && (
        <Button buttonStyle="primary" size="medium" margin={false} onClick={() => void act('take')}>
          {say('takeProposal')}
        </Button>
      )}
      <Button
        buttonStyle="secondary"
        size="medium"
        margin={false}
        {...(offers ? {} : { 'aria-label': named })}
        onClick={() => void act('dismiss')}
      >
        {offers ? say('keepMine') : say('dismiss')}
      </Button>
    </span>
  )
}
