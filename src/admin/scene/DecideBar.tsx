'use client'
import { Button } from '@payloadcms/ui'
import { useStudio } from '../shell/StudioProvider'
import { Icon } from '../status/Icon'
import { useWords } from '../words/useWords'
import { MakeButton } from './MakeButton'
import type { Standing } from './standingOf'
import { WithReason } from './WithReason'

type Props = { scene: string; standing: Standing | null; look: () => Promise<void> }

const overruleLeast = 10

/** Approve, reject, overrule, make again: each with its reason, and what costs money with its price. */
export const DecideBar = ({ scene, standing, look }: Props) => {
  const act = useActing(scene, look)
  return (
    <div className="bl-decide">
      {standing && <Approval standing={standing} act={act} />}
      {standing && <Overrule standing={standing} act={act} />}
      <MakeButton scene={scene} standing={standing} look={look} />
    </div>
  )
}

type Act = (verb: string, body?: object) => Promise<void>
const useActing = (scene: string, look: () => Promise<void>): Act => {
  const { send } = useStudio()
  return async (verb, body = {}) => {
    await send(`/scenes/${scene}/${verb}`, body)
    await look()
  }
}

const Approval = ({ standing: { status }, act }: { standing: Standing; act: Act }) => {
  const { say } = useWords()
  if (status !== 'awaiting_approval' && status !== 'needs_review') return null
  return (
    <>
      <Button buttonStyle="primary" size="medium" margin={false} icon={<Icon name="check" />} iconPosition="left" onClick={() => void act('approve')}>
        {say('approve')}
      </Button>
      <WithReason label={say('reject')} asks={say('rejectWhy')} onSay={(note) => act('reject', { note })} />
    </>
  )
} // prettier-ignore

const Overrule = ({ standing: { status, takes }, act }: { standing: Standing; act: Act }) => {
  const { say } = useWords()
  const last = takes.find(({ kind }) => kind === 'still')
  if (!last || (status !== 'failed' && status !== 'needs_review')) return null
  const take = last.take ?? 1
  const layer = typeof last.layer === 'number' ? { layer: last.layer } : {}
  return (
    <WithReason
      label={say('overruleTake', { take })}
      asks={say('overruleWhy')}
      hint={say('tenLetters')}
      least={overruleLeast}
      onSay={(reason) => act('overrule', { take, reason, ...layer })}
    />
  )
}
