'use client'
import type { Quote } from '@/domain/money/quote'
import { useWords } from '../words/useWords'
import { roundedUp } from './money'

/** What something would cost, line by line: expected and at most, rounded up to the cent. */
export const QuoteTable = ({ quote }: { quote: Quote }) => {
  const { say } = useWords()
  const paid = quote.lines.filter(({ atMost }) => atMost > 0)
  return (
    <table className="bl-table bl-quote">
      <thead>
        <tr>
          <th scope="col">{say('department')}</th>
          <th scope="col">{say('model')}</th>
          <th scope="col" className="bl-table__number bl-quote__calls">{say('calls')}</th>
          <th scope="col" className="bl-table__number">{say('expected')}</th>
          <th scope="col" className="bl-table__number">{say('atMost')}</th>
        </tr>
      </thead>
      <tbody>
        {paid.map(({ department, model, calls, expected, atMost, why }) => (
          <tr key={`${department} ${model} ${why}`}>
            <th scope="row">
              {department} <span className="bl-second">{why}</span>
            </th>
            <td>{model}</td>
            <td className="bl-table__number bl-quote__calls">{calls}</td>
            <td className="bl-table__number">{roundedUp(expected)}</td>
            <td className="bl-table__number">{roundedUp(atMost)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row" colSpan={2}>
            <strong>{say('total')}</strong>
          </th>
          <td className="bl-quote__calls" />
          <td className="bl-table__number">{roundedUp(quote.nanodollars.expected)}</td>
          <td className="bl-table__number">
            <strong>{roundedUp(quote.nanodollars.atMost)}</strong>
          </td>
        </tr>
      </tbody>
    </table>
  )
} // prettier-ignore
