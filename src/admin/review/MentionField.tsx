'use client'
import { useId, useState } from 'react'
import type { Named } from '@/domain/review/mentionsIn'
import { reviewLimits } from '@/domain/review/reviewLimits'
import { useWords } from '../words/useWords'

type Props = {
  label: string
  value: string
  people: readonly Named[]
  field?: React.Ref<HTMLTextAreaElement>
  onChange: (text: string) => void
}

const begun = /(?:^|[^\p{L}\p{N}_])@([^@\n]{0,40})$/u
const shownMost = 6

/** Who fits what is written behind the last @ before the caret; none where no @ is being written. */
const fitting = (before: string, people: readonly Named[]): Named[] => {
  const typed = begun.exec(before)?.[1]?.toLocaleLowerCase()
  if (typed === undefined) return []
  return people.filter(({ name }) => name.toLocaleLowerCase().startsWith(typed)).slice(0, shownMost)
}

/** A field for words that suggests people behind an @: arrows choose, Enter or Tab takes, Esc leaves it. */
export const MentionField = ({ label, value, people, field, onChange }: Props) => {
  const { say } = useWords()
  const id = useId()
  const [caret, setCaret] = useState<number | null>(null)
  const [chosen, setChosen] = useState(0)
  const before = value.slice(0, caret ?? 0)
  const found = caret === null ? [] : fitting(before, people)
  const take = ({ name }: Named) => {
    const start = before.lastIndexOf('@')
    onChange(`${value.slice(0, start)}@${name} ${value.slice(caret ?? 0)}`)
    setCaret(null)
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    const at = found[chosen]
    if (!at) return
    const acts: Record<string, () => void> = {
      ArrowDown: () => setChosen((chosen + 1) % found.length),
      ArrowUp: () => setChosen((chosen + found.length - 1) % found.length),
      Enter: () => take(at),
      Tab: () => take(at),
      Escape: () => setCaret(null),
    }
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  return (
    <div className="bl-mention">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        ref={field}
        dir="auto"
        rows={3}
        value={value}
        maxLength={reviewLimits.commentCharactersMax}
        aria-autocomplete="list"
        aria-controls={`${id}-people`}
        {...(found.length > 0 ? { 'aria-activedescendant': `${id}-${found[chosen]?.id ?? ''}` } : {})}
        onChange={({ target }) => {
          onChange(target.value)
          setCaret(target.selectionStart)
          setChosen(0)
        }}
        onBlur={() => setCaret(null)}
        onKeyDown={onKeyDown}
      />
      <ul id={`${id}-people`} role="listbox" aria-label={label} className="bl-mention__people" hidden={found.length === 0}>
        {found.map((one, i) => (
          <li key={one.id} id={`${id}-${one.id}`} role="option" aria-selected={i === chosen} onMouseDown={(event) => { event.preventDefault(); take(one) }}>
            {one.name}
          </li>
        ))}
      </ul>
      <span className="bl-hidden" aria-live="polite">
        {found.length > 0 && say('suggestions', { count: found.length })}
      </span>
    </div>
  )
} // prettier-ignore
