'use client'
import { useConfig, useTranslation } from '@payloadcms/ui'
import type { ClientField } from 'payload'
import { useCallback } from 'react'
import { spoken } from './columns'

/** Says a value of a field of scenes as its sheet says it, in the language of the page; what is no choice stays as it is. */
export const useChoices = (): ((field: string, value: string) => string) => {
  const { getEntityConfig } = useConfig()
  const { language } = useTranslation().i18n
  const { fields } = getEntityConfig({ collectionSlug: 'scenes' })
  return useCallback(
    (field, value) => {
      const label = choicesOf(fields).get(`${field}: ${value}`)
      const words = typeof label === 'object' ? (label[language] ?? label['en']) : label
      return words ?? spoken(value)
    },
    [fields, language],
  )
}

type Label = string | Record<string, string>
/** Every cell of a table asks: the fields are gone through once. */
const known = new WeakMap<readonly ClientField[], Map<string, Label>>()

const choicesOf = (fields: readonly ClientField[]): Map<string, Label> => {
  const before = known.get(fields)
  if (before) return before
  const choices = new Map(allFields(fields).flatMap(labelsOf))
  known.set(fields, choices)
  return choices
}

const labelsOf = (field: ClientField): [string, Label][] => {
  if (field.type !== 'select') return []
  return field.options.map((one) =>
    typeof one === 'string' ? [`${field.name}: ${one}`, one] : [`${field.name}: ${one.value}`, one.label as Label],
  )
}

const allFields = (fields: readonly ClientField[]): ClientField[] =>
  fields.flatMap((field) => [
    field,
    ...('fields' in field ? allFields(field.fields) : []),
    ...('tabs' in field ? field.tabs.flatMap((tab) => allFields(tab.fields)) : []),
  ])
