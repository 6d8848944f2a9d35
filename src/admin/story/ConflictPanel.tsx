'use client'
import { Button } from '@payloadcms/ui'
import { useWords } from '../words/useWords'
import { differingLines } from './differingLines'

type Props = { yours: string; theirs: string; onKeep: (keep: 'yours' | 'theirs') => void }

/** Two people wrote: what each says where they differ, and whose words stand. Nothing is lost before that. */
export const ConflictPanel = ({ yours, theirs, onKeep }: Props) => {
  const { say } = useWords()
  const { from, one, other } = differingLines(theirs, yours)
  return (
    <section className="bl-panel bl-panel--bad" role="alert" aria-labelledby="bl-storyconflict">
      <header className="bl-panel__head">
        <h2 id="bl-storyconflict">{say('storyConflict', { line: from })}</h2>
      </header>
      <div className="bl-storytab__conflict">
        <div>
          <strong>{say('conflictTheirs')}</strong>
          <pre tabIndex={0}>{one.join('\n')}</pre>
          <Button buttonStyle="secondary" size="small" margin={false} onClick={() => onKeep('theirs')}>
            {say('takeTheirs')}
          </Button>
        </div>
        <div>
          <strong>{say('conflictYours')}</strong>
          <pre tabIndex={0}>{other.join('\n')}</pre>
          <Button buttonStyle="secondary" size="small" margin={false} onClick={() => onKeep('yours')}>
            {say('keepMineOver')}
          </Button>
        </div>
      </div>
    </section>
  )
}
