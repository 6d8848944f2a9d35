'use client'
import { Button, ShimmerEffect } from '@payloadcms/ui'
import { useWords } from '../words/useWords'
import { ActivityRow } from './ActivityRow'
import { useActivity } from './useActivity'

/** What was changed on a document, the newest first. */
export const Activity = ({ of }: { of: string }) => {
  const { say } = useWords()
  const { entries, failed, more, again } = useActivity(of)
  if (failed && !entries)
    return (
      <div className="bl-panel bl-empty" role="alert">
        <p>{say('activityNotRead')}</p>
        <Button buttonStyle="secondary" size="medium" margin={false} onClick={again}>
          {say('askAgain')}
        </Button>
      </div>
    )
  if (!entries) return <ShimmerEffect height={320} />
  if (entries.length === 0) return <p className="bl-panel bl-empty">{say('noActivity')}</p>
  return (
    <section className="bl-panel bl-activity" aria-label={say('activity')}>
      <ol className="bl-rows">
        {entries.map((entry) => (
          <ActivityRow key={`${entry.rev} ${entry.at}`} entry={entry} />
        ))}
      </ol>
      {more && (
        <p className="bl-activity__more">
          <Button buttonStyle="secondary" size="medium" margin={false} onClick={more}>
            {say('olderActivity')}
          </Button>
        </p>
      )}
    </section>
  )
}
