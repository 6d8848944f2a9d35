'use client'
import { Icon, type IconName } from '../status/Icon'
import { useWords } from '../words/useWords'
import type { VariableState } from './promptEdit'

const icons: Record<VariableState, IconName> = {
  filled: 'check',
  changed: 'pencil',
  missing: 'question',
  empty: 'circle',
}

/** A variable by colour, border and icon; its word stands in the list below. */
export const Variable = ({ name, state }: { name: string; state: VariableState }) => {
  const { say } = useWords()
  return (
    <span className={`bl-var bl-var--${state}`} title={say(`variable_${state}`)}>
      <Icon name={icons[state]} size={12} />[{name}]
    </span>
  )
}
