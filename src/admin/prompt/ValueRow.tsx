'use client'
import { Link } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { useWords } from '../words/useWords'
import type { VariableState } from './promptEdit'
import type { Job } from './promptShape'
import { Variable } from './Variable'

type Props = {
  row: Job['values'][number]
  state: VariableState
  /** What a person wrote here and has not sent; null: nothing. */
  edited: string | null
  onValue: (name: string, value: string | null) => void
}

/** "timeOfDay": time of day */
const inWords = (field: string): string => field.replace(/([A-Z])/g, ' $1').toLowerCase()

/** A variable, its value, and the document and field that say so; another value may be tried here. */
export const ValueRow = ({ row: { name, value, from }, state, edited, onValue }: Props) => {
  const { say } = useWords()
  const [open, setOpen] = useState(false)
  const id = useId()
  const isOpen = open || edited !== null
  const source = `${say(`source_${from.of}`)}${from.name === '' ? '' : ` ${from.name}`} · ${inWords(from.field)}`
  return (
    <li className="bl-value" id={`bl-value-${name}`}>
      <Variable name={name} state={state} />
      {isOpen ? (
        <span className="bl-value__edit">
          <label className="bl-visually-hidden" htmlFor={id}>
            {say('valueOf', { name })}
          </label>
          <textarea id={id} rows={2} value={edited ?? value} onChange={({ target }) => onValue(name, target.value)} />
          <button type="button" className="bl-link" onClick={() => { onValue(name, null); setOpen(false) }}>
            {say('cancelWord')}
          </button>
        </span>
      ) : (
        <button type="button" className="bl-value__text" title={value} aria-label={say('changeValue', { name, value: value === '' ? say('emptyValue') : value })} onClick={() => setOpen(true)}>
          {value === '' ? <span className="bl-second">{say(state === 'missing' ? 'missingValue' : 'emptyValue')}</span> : value}
        </button>
      )}
      <span className="bl-value__from">{from.document ? <Link href={`/admin/collections/${from.document.collection}/${from.document.id}`}>{source}</Link> : <span className="bl-second">{source}</span>}</span>
    </li>
  )
} // prettier-ignore
