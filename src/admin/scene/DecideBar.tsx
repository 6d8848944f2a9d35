'use client'
import { Button, useAuth } from '@payloadcms/ui'
import type { User } from '@/payload-types'
import { useStudio } from '../shell/StudioProvider'
import { Icon } from '../status/Icon'
import { useWords } from '../words/useWords'
import type { Standing } from './standingOf'
import { WithReason } from './WithReason'

type Props = { scene: string; standing: Standing; look: () => Promise<void> }

/** Yes or no to a picture or a clip that waits for a person; a no goes with its note to the next take. */
export const DecideBar = ({ scene, standing: { status, approval }, look }: Props) => {
  const { say } = useWords()
  const { send } = useStudio()
  const { user } = useAuth<User>()
  const act = async (verb: string, body: object) => {
    await send(`/scenes/${scene}/${verb}`, body)
    await look()
  }
  if (status !== 'awaiting_approval' && status !== 'needs_review')
    return approval?.answer === 'rejected' && approval.note ? <p className="bl-second">{say('rejectedBy', { by: approval.by ?? '', note: approval.note })}</p> : null
  if (user?.roles.every((role) => role === 'client')) return <p className="bl-second">{say('clientsLook')}</p>
  return (
    <div className="bl-decide">
      <Button buttonStyle="primary" size="medium" margin={false} icon={<Icon name="check" />} iconPosition="left" onClick={() => void act('approve', {})}>
        {say('approve')}
      </Button>
      <WithReason label={say('reject')} asks={say('rejectWhy')} onSay={(note) => act('reject', { note })} />
    </div>
  )
} // prettier-ignore
