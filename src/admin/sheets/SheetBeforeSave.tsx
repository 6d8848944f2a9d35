'use client'
import type { Foreseen } from '@/domain/stale/foreseen'
import { StaleRows } from '../story/StaleRows'
import { useWords } from '../words/useWords'
import { useForesight } from './useForesight'
import type { Sheet } from './useSheet'

type Props = { collection: string; id: string; sheet: Sheet }

/** What saving the form would make stale; nothing is shown while nothing is changed. */
export const SheetBeforeSave = ({ collection, id, sheet: { standing } }: Props) => {
  const { say } = useWords()
  const foresight = useForesight({ collection, id, project: String(standing['project']), standing })
  return (
    <div aria-live="polite">
      {foresight.is !== 'nothing' && (
        <section className="bl-panel bl-means" aria-labelledby="bl-beforesave">
          <header className="bl-panel__head">
            <h3 id="bl-beforesave">{say('ifSaved')}</h3>
          </header>
          <div className="bl-means__body">
            {foresight.is === 'asks' && <p>{say('storyAsking')}</p>}
            {foresight.is === 'unknown' && (
              <p>
                {say('meansUnknown')} {foresight.why}
              </p>
            )}
            {foresight.is === 'told' && <StaleRows foreseen={foresight.foreseen} />}
            {foresight.is === 'told' && collection === 'characters' && changesNothing(foresight.foreseen) && (
              <p className="bl-second">{say('lookIsDrawn')}</p>
            )}
          </div>
        </section>
      )}
    </div>
  )
}

const changesNothing = ({ scenes, documents }: Foreseen): boolean => scenes.length + documents.length === 0
