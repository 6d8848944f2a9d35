'use client'
import { useDocumentInfo, useDocumentTitle, useFormFields, useFormModified } from '@payloadcms/ui'
import { QualifyPress } from './QualifyPress'

/** The button beside Save on the project's own form: it waits while the form has changes. */
export const QualifyButton = () => {
  const { id } = useDocumentInfo()
  const { title } = useDocumentTitle()
  const dirty = useFormModified()
  const status = useFormFields(([fields]) => fields['status']?.value)
  return id === undefined ? null : <QualifyPress project={String(id)} title={title} status={status} dirty={dirty} />
}
