'use client'
import { inDollars } from '@/domain/money/nanodollars'
import { useWords } from '../words/useWords'
import type { CostTold, Way } from './useCosts'

type Props = { rows: readonly CostTold[]; by: Way }

/** The ledger added up, each amount exact, with a bar to compare. */
export const CostRows = ({ rows, by }: Props) => {
  const { say } = useWords()
  const most = Math.max(1, ...rows.map(({ spent }) => spent))
  return (
    <table className="bl-table">
      <thead>
        <tr>
          <th scope="col">{say(`by_${by}`)}</th>
          <th scope="col" className="bl-table__number">{say('callsWord')}</th>
          <th scope="col" className="bl-table__number">{say('spent')}</th>
          <th scope="col" className="bl-table__number">{say('risk')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, calls, spent, atRisk }) => (
          <tr key={key}>
            <th scope="row">
              {key === '' ? say('noneOfIt') : name}
              <span className="bl-table__bar" style={{ inlineSize: `${(100 * spent) / most}%` }} />
            </th>
            <td className="bl-table__number">{calls}</td>
            <td className="bl-table__number">{inDollars(spent)}</td>
            <td className="bl-table__number">{atRisk > 0 ? inDollars(atRisk) : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
} // prettier-ignore
