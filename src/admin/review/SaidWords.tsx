import { Fragment } from 'react'
import type { Named } from '@/domain/review/mentionsIn'

type Props = { text: string; mentions: readonly string[]; people: readonly Named[] }

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** What somebody said, as text; people who are named stand out. */
export const SaidWords = ({ text, mentions, people }: Props) => {
  const names = people.filter(({ id }) => mentions.includes(id)).map(({ name }) => escaped(name))
  const parts = names.length === 0 ? [text] : text.split(new RegExp(`(@(?:${names.join('|')}))`, 'giu'))
  return (
    <p className="bl-said" dir="auto">
      {parts.map((part, i) => (i % 2 === 1 ? <mark key={i}>{part}</mark> : <Fragment key={i}>{part}</Fragment>))}
    </p>
  )
}
