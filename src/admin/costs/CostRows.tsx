'use client'
import { inDollars } from '@/domain/money/nanodollars'
import { useWords } from '../words/useWords'
import type { CostsTold, Way } from './useCosts'

type Props = { rows: CostsTold['rows']; by: Way }

/** The ledger added up, the most first; each amount exact, with a bar to compare. */
export const CostRows = ({ rows, by }: Props) => {
  const { say } = useWords()
  const paid = rows.filter(({ spent, atRisk }) => spent + atRisk > 0)
  const most = Math.max(1, ...paid.map(({ spent }) => spent))
  if (paid.length === 0) return <p className="bl-empty">{say('nothingSpent')}</p>
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
        {paid.map(({ key, calls, spent, atRisk }) => (
          <tr key={key}>
            <th scope="row">
              {key === '' ? say('noneOfIt') : key}
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
