'use client'
import { Link } from '@payloadcms/ui'
import { inDollars } from '@/domain/money/nanodollars'
import { links } from '../shell/links'
import { StatusTag } from '../status/StatusTag'
import { useWords } from '../words/useWords'
import { callLook, callWord } from './callLook'
import type { LedgerLine } from './useLedger'

type Props = { lines: readonly LedgerLine[]; withProject: boolean }

/** One row for each call: when, for which scene, what, by which model, and what it was quoted and billed. */
export const LedgerRows = ({ lines, withProject }: Props) => {
  const words = useWords()
  const { say, language } = words
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'medium' })
  return (
    <div className="bl-ledger" tabIndex={0} role="region" aria-label={say('ledgerWord')}>
      <table className="bl-table">
        <thead>
          <tr>
            <th scope="col">{say('ledgerTime')}</th>
            {withProject && <th scope="col">{say('by_project')}</th>}
            <th scope="col">{say('by_scene')}</th>
            <th scope="col">{say('ledgerWhat')}</th>
            <th scope="col">{say('by_model')}</th>
            <th scope="col" className="bl-table__number">{say('ledgerTake')}</th>
            <th scope="col">{say('ledgerState')}</th>
            <th scope="col" className="bl-table__number">{say('quoteWord')}</th>
            <th scope="col" className="bl-table__number">{say('billWord')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((one) => (
            <tr key={one.id}>
              <td className="bl-ledger__time">{moment.format(new Date(one.createdAt))}</td>
              {withProject && <td>{typeof one.project === 'string' ? one.project : one.project.title}</td>}
              <td className="bl-mono">{one.scene ? <Link href={links.scene(one.scene.id)}>{one.scene.clipName ?? say('by_scene')}</Link> : '–'}</td>
              <th scope="row">
                <Link href={links.generation(one.id)}>{one.what}</Link>
              </th>
              <td>{one.model}</td>
              <td className="bl-table__number">{one.take ?? 1}</td>
              <td>
                <StatusTag {...callLook[one.state]}>{callWord(one.state, words)}</StatusTag>
              </td>
              <td className="bl-table__number">{inDollars(one.priceNanodollars ?? 0)}</td>
              <td className="bl-table__number">{billed(one)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
} // prettier-ignore

/** Nothing is told of a bill that may still come. */
const billed = ({ state, billedNanodollars }: LedgerLine): string =>
  billedNanodollars === null || (billedNanodollars === 0 && state !== 'STORED' && state !== 'CANCELLED')
    ? '–'
    : inDollars(billedNanodollars)
