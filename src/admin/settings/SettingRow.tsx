'use client'
import { useId } from 'react'
import { useWords } from '../words/useWords'
import type { SettingValue } from './settingFields'
import type { SettingsForm } from './useSettings'

type Props = { form: SettingsForm; path: string; label: string; hint?: string; disabled: boolean }
type Choice = { value: string; label: string }

const Frame = ({ path, label, hint, id, changed, children }: Omit<Props, 'form' | 'disabled'> & { id: string; changed: boolean; children: React.ReactNode }) => {
  const { say } = useWords()
  return (
    <div className="bl-setting" data-field={path}>
      <label htmlFor={id}>
        {label} {changed && <span className="bl-second">{say('notSavedYet')}</span>}
      </label>
      {children}
      {hint && (
        <span className="bl-second" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  )
} // prettier-ignore

const asText = (value: SettingValue | undefined): string => (value === null || value === undefined ? '' : String(value))

/** One of few. */
export const ChoiceRow = ({ form, choices, disabled, ...row }: Props & { choices: readonly Choice[] }) => {
  const id = useId()
  return (
    <Frame {...row} id={id} changed={row.path in form.changed}>
      <select id={id} disabled={disabled} value={asText(form.values[row.path])} onChange={({ target }) => form.set(row.path, target.value === '' ? null : target.value)}>
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Frame>
  )
} // prettier-ignore

/** A word or a number; `read` makes the setting of what was typed, undefined where it cannot. */
export const TextRow = ({ form, shown, read, disabled, unit, ...row }: Props & { shown: string; read: (typed: string) => SettingValue | undefined; unit?: string }) => {
  const id = useId()
  return (
    <Frame {...row} id={id} changed={row.path in form.changed}>
      <span className="bl-setting__typed">
        {unit && <span aria-hidden="true">{unit}</span>}
        <input
          // a value that came from elsewhere is shown anew
          key={shown}
          id={id}
          defaultValue={shown}
          disabled={disabled}
          autoComplete="off"
          {...(row.hint ? { 'aria-describedby': `${id}-hint` } : {})}
          onChange={({ target }) => {
            const value = read(target.value.trim())
            target.setCustomValidity(value === undefined ? (row.hint ?? row.label) : '')
          }}
          onBlur={({ target }) => {
            const value = read(target.value.trim())
            if (value === undefined) target.reportValidity()
            else form.set(row.path, value)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur()
          }}
        />
      </span>
    </Frame>
  )
} // prettier-ignore
