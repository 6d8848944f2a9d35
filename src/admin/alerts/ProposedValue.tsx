'use client'
import type { Alert } from '@/payload-types'
import { useWords } from '../words/useWords'

/** JSON as one reads it: a text as it is, anything else as it was written. */
const shown = (json: string | null | undefined): string => {
  const value = JSON.parse(json ?? 'null') as unknown
  if (value === null || value === '') return ''
  return typeof value === 'string' ? value : JSON.stringify(value, null, 1)
}

/** What a person wrote and what a department would write in its place. */
export const ProposedValue = ({ proposal }: { proposal: NonNullable<Alert['proposal']> }) => {
  const { say } = useWords()
  const [mine, theirs] = [shown(proposal.old), shown(proposal.new)]
  return (
    <dl className="bl-proposed">
      <div>
        <dt>{say('proposedMine')}</dt>
        <dd dir="auto">{mine === '' ? say('emptyValue') : mine}</dd>
      </div>
      <div>
        <dt>{say('proposedNew', { name: (proposal.agent ?? '').replace('agent:', '') })}</dt>
        <dd dir="auto">{theirs === '' ? say('emptyValue') : theirs}</dd>
      </div>
    </dl>
  )
}
