'use client'
import { Icon } from '../../status/Icon'
import { useWords } from '../../words/useWords'
import type { Draft, Edits } from './useEdits'

const shown = (value: string | undefined): string => (value === undefined || value === '' ? '–' : value)

/** What was typed and could not be saved: both values, or why, and how to go on. */
export const Unsaved = ({ draft, edits }: { draft: Draft; edits: Edits }) => {
  const { say } = useWords()
  if (draft.state === 'saving') return <span className="bl-cell__mark"><Icon name="spinner" size={12} /><span className="bl-hidden">{say('saving')}</span></span>
  if (draft.state === 'open') return null
  const drop = () => edits.drop(draft.scene, draft.field)
  return (
    <div className="bl-two" role="alert">
      {draft.state === 'conflict' ? (
        <>
          <strong>{say('bothWrote')}</strong>
          <dl>
            <dt>{say('yours')}</dt>
            <dd>{shown(draft.value)}</dd>
            <dt>{say('theirs')}</dt>
            <dd>{shown(draft.theirs)}</dd>
          </dl>
        </>
      ) : (
        <p>{draft.why ? say('notSaved', { why: draft.why }) : say('cellOffline')}</p>
      )}
      <button type="button" className="bl-button" onClick={() => edits.insist(draft)}>
        {draft.state === 'conflict' ? say('saveMine') : say('saveAgain')}
      </button>{' '}
      <button type="button" className="bl-link" onClick={drop}>
        {draft.state === 'conflict' ? say('takeTheirs') : say('giveUp')}
      </button>
    </div>
  )
} // prettier-ignore
