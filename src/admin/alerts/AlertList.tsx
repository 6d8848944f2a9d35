'use client'
import { Button, ShimmerEffect } from '@payloadcms/ui'
import { useState } from 'react'
import { useWords } from '../words/useWords'
import { AlertItem } from './AlertItem'
import { useAlerts } from './useAlerts'

/** Everything people must know, until a person dismisses it; what was dismissed can be read again. */
export const AlertList = () => {
  const { say } = useWords()
  const [dismissed, setDismissed] = useState(false)
  const { page, failed, look, more } = useAlerts(dismissed)
  return (
    <section className="bl-panel" aria-label={say('alerts')}>
      <header className="bl-panel__head">
        <span className="bl-filters" role="group" aria-label={say('alerts')}>
          <button type="button" className="bl-filter" aria-pressed={!dismissed} onClick={() => setDismissed(false)}>
            {say('alertsOpen')}
          </button>
          <button type="button" className="bl-filter" aria-pressed={dismissed} onClick={() => setDismissed(true)}>
            {say('alertsDismissed')}
          </button>
        </span>
        {page && <span className="bl-second">{page.totalDocs}</span>}
      </header>
      {failed && <p className="bl-empty" role="alert">{say('alertsNotRead')}</p>}
      {!page && !failed && <ShimmerEffect height={200} />}
      {page?.docs.length === 0 && <p className="bl-empty">{say(dismissed ? 'noneDismissed' : 'noAlerts')}</p>}
      {page && page.docs.length > 0 && (
        <ul className="bl-rows">
          {page.docs.map((alert) => (
            <AlertItem key={alert.id} alert={alert} look={look} />
          ))}
        </ul>
      )}
      {more && (
        <p className="bl-ledger__more">
          <Button buttonStyle="secondary" size="medium" margin={false} onClick={more}>
            {say('olderActivity')}
          </Button>
        </p>
      )}
    </section>
  )
} // prettier-ignore
