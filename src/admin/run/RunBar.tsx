'use client'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { useStudio } from '../shell/StudioProvider'
import { Icon } from '../status/Icon'
import { statusMeta } from '../status/statusMeta'
import { StatusTag } from '../status/StatusTag'
import { useWords } from '../words/useWords'
import { isOver, standingOf, type RunTold } from './runShape'

type Props = { run: RunTold; look: () => void }

/** Why it stands where it stands, in a sentence; empty where the word says it all. */
const useReason = (run: RunTold): string => {
  const { say } = useWords()
  const landing = run.steps.filter(({ state }) => state === 'running').length
  const standing = standingOf(run)
  if (standing === 'stopping') return say('stoppingWhy', { count: landing })
  if (standing === 'cancelling') return say('cancellingWhy', { count: landing })
  if (standing === 'waiting') return say('waitingWhy', { count: run.steps.filter(({ state }) => state === 'waiting').length })
  return ''
} // prettier-ignore

/** Where it stands, whether what is shown is live, and how to stop it or go on. */
export const RunBar = ({ run, look }: Props) => {
  const { say, status, time } = useWords()
  const { silentSince } = useStudio()
  const standing = standingOf(run)
  const reason = useReason(run)
  return (
    <div className="bl-docbar">
      <div aria-live="polite">
        <StatusTag {...statusMeta.run[standing]} filled>
          {status(`run.${standing}`)}
        </StatusTag>
      </div>
      <span className="bl-second">
        {run.startedAt ? say('startedAt', { time: time(run.startedAt) }) : run.startsAt ? say('notStartedYet', { time: time(run.startsAt) }) : ''}
      </span>
      {!isOver(run.state) && (
        <span className={silentSince ? 'bl-live bl-live--lost' : 'bl-live'}>{silentSince ? say('notLive', { time: time(silentSince) }) : say('live')}</span>
      )}
      <span className="bl-docbar__end">
        {reason !== '' && <span className="bl-second">{reason}</span>}
        <Steer run={run} look={look} />
      </span>
    </div>
  )
} // prettier-ignore

const Steer = ({ run, look }: Props) => {
  const { say } = useWords()
  const { send } = useStudio()
  const [pressed, setPressed] = useState<string | null>(null)
  const steer = async (verb: 'cancel' | 'resume') => {
    setPressed(run.state)
    if ((await send(`/runs/${run.id}/${verb}`)) === null) setPressed(null)
    look()
  }
  // the wish is carried out by a worker: until the run has moved, the button was pressed
  const isPressed = pressed === run.state
  const stops = run.state === 'stopping'
  return (
    <>
      {!isOver(run.state) && (
        <Button buttonStyle="error" size="medium" margin={false} disabled={isPressed || run.state === 'cancelling'} onClick={() => void steer('cancel')}>
          {say('cancelRun')}
        </Button>
      )}
      {(run.state === 'failed' || run.state === 'cancelled' || stops) && (
        <Button buttonStyle="primary" size="medium" margin={false} disabled={isPressed || stops} icon={<Icon name="play" />} iconPosition="left" onClick={() => void steer('resume')}>
          {run.state === 'cancelled' ? say('resumeCancelled') : say('resumeRun')}
        </Button>
      )}
    </>
  )
} // prettier-ignore
