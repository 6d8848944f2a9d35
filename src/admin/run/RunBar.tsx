'use client'
import { Button } from '@payloadcms/ui'
import { useStudio } from '../shell/StudioProvider'
import { Icon } from '../status/Icon'
import { statusMeta } from '../status/statusMeta'
import { StatusTag } from '../status/StatusTag'
import { useWords } from '../words/useWords'
import { isOver, type RunTold } from './runShape'

type Props = { run: RunTold; look: () => void }

/** Where it stands, whether what is shown is live, and how to stop it or go on. */
export const RunBar = ({ run, look }: Props) => {
  const { say, status, time } = useWords()
  const { send, silentSince } = useStudio()
  const steer = async (verb: 'cancel' | 'resume') => {
    await send(`/runs/${run.id}/${verb}`)
    look()
  }
  const mayResume = run.state === 'failed' || run.state === 'cancelled'
  return (
    <div className="bl-docbar">
      <div aria-live="polite">
        <StatusTag {...statusMeta.run[run.state]} filled>
          {status(`run.${run.state}`)}
        </StatusTag>
      </div>
      <span className="bl-second">
        {run.startedAt ? say('startedAt', { time: time(run.startedAt) }) : run.startsAt ? say('notStartedYet', { time: time(run.startsAt) }) : ''}
      </span>
      {!isOver(run.state) && (
        <span className={silentSince ? 'bl-live bl-live--lost' : 'bl-live'}>{silentSince ? say('notLive', { time: time(silentSince) }) : say('live')}</span>
      )}
      <span className="bl-docbar__end">
        {run.state === 'cancelling' && <span className="bl-second">{say('stopping')}</span>}
        {!isOver(run.state) && (
          <Button buttonStyle="error" size="medium" margin={false} disabled={run.state === 'cancelling'} onClick={() => void steer('cancel')}>
            {say('cancelRun')}
          </Button>
        )}
        {mayResume && (
          <Button buttonStyle="primary" size="medium" margin={false} icon={<Icon name="play" />} iconPosition="left" onClick={() => void steer('resume')}>
            {run.state === 'failed' ? say('resumeRun') : say('resumeCancelled')}
          </Button>
        )}
      </span>
    </div>
  )
} // prettier-ignore
