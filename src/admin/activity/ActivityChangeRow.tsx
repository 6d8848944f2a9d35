'use client'
import { Icon } from '../status/Icon'
import { useWords } from '../words/useWords'
import type { Words } from '../words/wordsOf'
import type { ActivityChange } from './useActivity'

/** One field: from what to what; of a long text what was taken out and put in. */
export const ActivityChangeRow = ({ change }: { change: ActivityChange }) => {
  const words = useWords()
  return (
    <div className="bl-activity__change">
      <dt>{change.label}</dt>
      <dd>{change.parts ? <Parts change={change} /> : <FromTo change={change} words={words} />}</dd>
    </div>
  )
}

const Parts = ({ change: { parts } }: { change: ActivityChange }) => (
  <p className="bl-activity__text" dir="auto">
    {parts?.map(({ is, text }, i) => {
      // the same words may come twice: their place tells them apart
      const key = `${i} ${is}`
      if (is === 'gone') return <del key={key}>{text}</del>
      return is === 'new' ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>
    })}
  </p>
)

const FromTo = ({ change, words }: { change: ActivityChange; words: Words }) => {
  const from = shown(change, change.from, words)
  const to = shown(change, change.to, words)
  return (
    <p className="bl-activity__text" dir="auto">
      <del>{from}</del>
      <span className="bl-activity__to">
        <Icon name="arrow" size={12} />
      </span>
      <ins>{to}</ins>
    </p>
  )
}

const shown = ({ kind }: ActivityChange, value: string, { say, language }: Words): string => {
  if (kind === 'flag') return say(value === 'yes' ? 'flagYes' : 'flagNo')
  if (value === '') return say('noValue')
  if (kind === 'moment')
    return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(value))
  return value
}
