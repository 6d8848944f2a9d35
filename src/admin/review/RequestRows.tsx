'use client'
import { Link } from '@payloadcms/ui'
import type { ShownApproval } from '@/domain/review/shown'
import { links } from '../shell/links'
import { useStudio } from '../shell/StudioProvider'
import { Icon } from '../status/Icon'
import { useWords } from '../words/useWords'

export type RequestRow = Pick<ShownApproval, 'id' | 'scene' | 'note' | 'name'>
type Props = {
  requests: readonly RequestRow[]
  /** What a scene is called, where it is known. */
  nameOf: (scene: string) => string
  onSettled: () => void
}

/** Changes somebody asked for, each leading to its scene, until they are done. */
export const RequestRows = ({ requests, nameOf, onSettled }: Props) => {
  const { say } = useWords()
  const { send } = useStudio()
  const settle = async (id: string) => {
    if (await send(`/approvals/${id}/settle`)) onSettled()
  }
  return (
    <ul className="bl-rows">
      {requests.map(({ id, scene, note, name }) => (
        <li key={id} className="bl-request">
          <Icon name="question" />
          <Link href={links.scene(scene)}>
            <code>{nameOf(scene)}</code>
          </Link>
          <span className="bl-request__note">
            <span className="bl-said" dir="auto">
              {note}
            </span>
            <span className="bl-second" dir="auto">
              {say('changesBy', { name })}
            </span>
          </span>
          <button type="button" className="bl-button" onClick={() => void settle(id)}>
            {say('settleIt')}
          </button>
        </li>
      ))}
    </ul>
  )
}
