'use client'
import { useEffect, useState } from 'react'
import { inDollars } from '@/domain/money/nanodollars'
import { useStudio } from '../shell/StudioProvider'
import { useWords } from '../words/useWords'

type QuoteTold = {
  at: string
  by: string
  hash: string
  expected: number
  atMost: number
  billed: number
  lines: { because: string[] }[]
}

/** Every price somebody said yes to, beside what it was billed, with the reasons why they differ. */
export const QuotesPanel = ({ project }: { project: string }) => {
  const { say, language } = useWords()
  const { read } = useStudio()
  const [quotes, setQuotes] = useState<QuoteTold[]>([])
  useEffect(() => {
    void read(`/projects/${project}/quotes`).then((told) => {
      if (told) setQuotes((told.answer as { quotes: QuoteTold[] }).quotes.toReversed())
    })
  }, [project, read])
  if (quotes.length === 0) return null
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <section className="bl-panel" aria-labelledby="bl-quotes">
      <header className="bl-panel__head">
        <h2 id="bl-quotes">{say('quotesTitle')}</h2>
      </header>
      <div className="bl-ledger" tabIndex={0} role="region" aria-label={say('quotesTitle')}>
        <table className="bl-table">
          <thead>
            <tr>
              <th scope="col">{say('ledgerTime')}</th>
              <th scope="col">{say('acceptedBy')}</th>
              <th scope="col" className="bl-table__number">{say('expected')}</th>
              <th scope="col" className="bl-table__number">{say('atMost')}</th>
              <th scope="col" className="bl-table__number">{say('billWord')}</th>
              <th scope="col">{say('becauseWord')}</th>
            </tr>
          </thead>
          <tbody>
            {quotes.map(({ at, by, hash, expected, atMost, billed, lines }) => (
              <tr key={`${at} ${hash}`}>
                <th scope="row">{moment.format(new Date(at))}</th>
                <td>{by}</td>
                <td className="bl-table__number">{inDollars(expected)}</td>
                <td className="bl-table__number">{inDollars(atMost)}</td>
                <td className="bl-table__number">{inDollars(billed)}</td>
                <td className="bl-second">{[...new Set(lines.flatMap(({ because }) => because))].join(' ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
} // prettier-ignore
