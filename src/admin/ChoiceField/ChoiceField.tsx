'use client'
import { SelectInput, useField } from '@payloadcms/ui'
import type { TextFieldClientProps } from 'payload'

type Props = TextFieldClientProps & { options: string[] }

/** A select over a text field, for words GraphQL's enums cannot hold, "16:9". */
export const ChoiceField = ({ path, field, options, readOnly }: Props) => {
  const { value, setValue, showError } = useField<string>({ path })
  return (
    <SelectInput
      path={path}
      name={field.name}
      {...(field.label === undefined ? {} : { label: field.label })}
      required={field.required ?? false}
      readOnly={readOnly ?? false}
      showError={showError}
      isClearable={!field.required}
      options={options.map((option) => ({ label: option, value: option }))}
      value={value}
      style={{ flex: '1 1 0' }}
      onChange={(chosen) => {
        setValue(Array.isArray(chosen) ? undefined : chosen.value)
      }}
    />
  )
}
