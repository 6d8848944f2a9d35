'use client'
import { Button, Link } from '@payloadcms/ui'
import type { ShownApproval } from '@/domain/review/shown'
import { WithReason } from '../scene/WithReason'
import { links } from '../shell/links'
import { useStudio } from '../shell/StudioProvider'
import { StatusTag } from '../status/StatusTag'
import { useWords } from '../words/useWords'

type Props = {
  project: string
  film: string
  scene: { scene: string; clipName: string; heading: string } | undefined
  approvals: readonly ShownApproval[]
  look: () => Promise<void>
}

/** The scene under the playhead, what was said about it in this film, and what may be said. */
export const SceneVerdict = ({ project, film, scene, approvals, look }: Props) => {
  const { say } = useWords()
  const { send } = useStudio()
  if (!scene) return null
  const answer = async (verdict: ShownApproval['answer'], note = '') => {
    const body = { scene: scene.scene, film, answer: verdict, note }
    if (await send(`/projects/${project}/approvals`, body)) await look()
  }
  // the newest comes first
  const said = approvals.find((one) => one.scene === scene.scene && one.film === film)
  return (
    <div className="bl-verdict">
      <p className="bl-verdict__scene">
        <code>{scene.clipName}</code> <span dir="auto">{scene.heading}</span>{' '}
        <Link href={links.scene(scene.scene)}>{say('openThatScene')}</Link>{' '}
        {said?.answer === 'approved' && (
          <StatusTag icon="check" tone="good">
            {say('approvedBy', { name: said.name })}
          </StatusTag>
        )}
        {said?.answer === 'changes' && !said.settled && (
          <StatusTag icon="question" tone="asks">
            {say('changesBy', { name: said.name })}
          </StatusTag>
        )}
      </p>
      <div className="bl-verdict__acts">
        <Button buttonStyle="secondary" size="medium" margin={false} onClick={() => void answer('approved')}>
          {say('approveScene')}
        </Button>
        <WithReason key={scene.scene} label={say('requestChanges')} asks={say('whatChanges', { scene: scene.clipName })} onSay={(note) => answer('changes', note)} />
      </div>
    </div>
  )
} // prettier-ignore
