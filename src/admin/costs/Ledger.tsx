'use client'
import { Button, ShimmerEffect, useConfig } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { useWords } from '../words/useWords'
import { LedgerRows } from './LedgerRows'
import { shownStates, useLedger, type Shown } from './useLedger'

const shownOnes = Object.keys(shownStates) as Shown[]

/** Every call with its price and its bill, filtered; the whole of a project as a file. */
export const Ledger = ({ project }: { project: string | null }) => {
  const { say } = useWords()
  const { config } = useConfig()
  const [text, setText] = useState('')
  const [shown, setShown] = useState<Shown>('all')
  const [free, setFree] = useState(false)
  const { page, failed, more } = useLedger(project, { text: text.trim(), shown, free })
  const search = useId()
  return (
    <section className="bl-panel" aria-labelledby="bl-ledger">
      <header className="bl-panel__head bl-ledger__head">
        <h2 id="bl-ledger">
          {say('ledgerWord')} {page && <span className="bl-second">{say('ledgerCalls', { count: page.totalDocs })}</span>}
        </h2>
        <label className="bl-hidden" htmlFor={search}>
          {say('ledgerSearch')}
        </label>
        <input id={search} className="bl-ledger__search" type="search" value={text} placeholder={say('ledgerSearch')} onChange={(event) => setText(event.target.value)} />
        <span className="bl-filters" role="group" aria-label={say('ledgerStates')}>
          {shownOnes.map((one) => (
            <button key={one} type="button" className="bl-filter" aria-pressed={shown === one} onClick={() => setShown(one)}>
              {say(`ledger_${one}`)}
            </button>
          ))}
          <button type="button" className="bl-filter" aria-pressed={free} onClick={() => setFree(!free)}>
            {say('ledgerFree')}
          </button>
        </span>
        {project && (
          <a className="bl-button" href={`${config.routes.api}/projects/${project}/costs.csv`} download>
            {say('ledgerCsv')}
          </a>
        )}
      </header>
      {failed && <p className="bl-empty" role="alert">{say('ledgerNotRead')}</p>}
      {!page && !failed && <ShimmerEffect height={180} />}
      {page?.docs.length === 0 && <p className="bl-empty">{say('ledgerEmpty')}</p>}
      {page && page.docs.length > 0 && <LedgerRows lines={page.docs} withProject={project === null} />}
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
