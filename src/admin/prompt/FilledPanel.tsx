'use client'
import { diffWordsWithSpace } from 'diff'
import { useId } from 'react'
import { useWords } from '../words/useWords'

type Props = {
  text: string
  /** What the take that is compared with was told; null: none. */
  before: string | null
  showsChanges: boolean
  /** Undefined: the text is not being written. */
  editing: { onText: (text: string) => void } | undefined
}

/** The words as they would be sent, word by word against those of a take. */
export const FilledPanel = ({ text, before, showsChanges, editing }: Props) => {
  const { say } = useWords()
  const id = useId()
  const parts = before === null || !showsChanges ? [{ value: text, added: false, removed: false }] : diffWordsWithSpace(before, text)
  const changes = parts.filter(({ added, removed }) => added || removed).length
  const words = text.split(/\s+/).filter(Boolean).length
  return (
    <section className="bl-panel" aria-labelledby="bl-filled">
      <header className="bl-panel__head">
        <h2 id="bl-filled">{say('willBeSent')}</h2>
        <span className="bl-second">{before === null ? say('wordCount', { count: words }) : say('wordsChanged', { count: words, changes })}</span>
      </header>
      {editing && (
        <div className="bl-prompt__write">
          <label htmlFor={id}>{say('ownText')}</label>
          <textarea id={id} rows={10} value={text} maxLength={20_000} onChange={({ target }) => editing.onText(target.value)} />
        </div>
      )}
      <p className="bl-prompt__text">
        {parts.map(({ value, added, removed }, at) => (added ? <ins key={at}>{value}</ins> : removed ? <del key={at}>{value}</del> : <span key={at}>{value}</span>))}
      </p>
    </section>
  )
} // prettier-ignore
