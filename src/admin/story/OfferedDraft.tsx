'use client'
import { Button } from '@payloadcms/ui'
import { useWords } from '../words/useWords'
import type { KeptDraft } from './keptDraft'

type Props = { draft: KeptDraft; rev: number; onClose: (isTaken: boolean) => void }

/** Words of another time that were never saved: taken up, or thrown away. */
export const OfferedDraft = ({ draft, rev, onClose }: Props) => {
  const { say, language } = useWords()
  const at = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(draft.at))
  return (
    <div className="bl-lockedline" role="alert">
      <span>
        {say('draftKept', { at })} {draft.rev !== rev && say('draftOlder')}
      </span>
      <Button buttonStyle="primary" size="small" margin={false} onClick={() => onClose(true)}>
        {say('draftTakeUp')}
      </Button>
      <Button buttonStyle="secondary" size="small" margin={false} onClick={() => onClose(false)}>
        {say('draftThrow')}
      </Button>
    </div>
  )
}
