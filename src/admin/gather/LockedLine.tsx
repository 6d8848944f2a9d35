'use client'
import { Button } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useStudio } from '../shell/StudioProvider'
import { Icon } from '../status/Icon'
import type { statusMeta } from '../status/statusMeta'
import { useWords } from '../words/useWords'

type Props = { project: string; status: keyof typeof statusMeta.project }

/** Gather is read-only, why, and how to open it again. */
export const LockedLine = ({ project, status }: Props) => {
  const { say, status: word } = useWords()
  const { send } = useStudio()
  const router = useRouter()
  const reopen = async () => {
    if (await send(`/projects/${project}/gather/reopen`)) router.refresh()
  }
  return (
    <p className="bl-lockedline">
      <Icon name="padlock" /> {say('gatherLocked', { status: word(`project.${status}`) })}{' '}
      <Button buttonStyle="secondary" size="small" margin={false} onClick={() => void reopen()}>
        {say('reopen')}
      </Button>
    </p>
  )
} // prettier-ignore
