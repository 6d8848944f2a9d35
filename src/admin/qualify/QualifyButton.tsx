'use client'
import { Button, useDocumentInfo, useDocumentTitle, useFormFields, useFormModified, useModal } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { Icon } from '../status/Icon'
import { statusMeta } from '../status/statusMeta'
import { useWords } from '../words/useWords'
import { CountdownDialog } from './CountdownDialog'
import { useCountdown } from './useCountdown'

const isStatus = (name: unknown): name is keyof typeof statusMeta.project =>
  typeof name === 'string' && name in statusMeta.project

/** Why the button cannot be pressed where the project stands; null when it can. */
const notNow = (
  status: unknown,
  saying: (word: `project.${keyof typeof statusMeta.project}`) => string,
): string | null =>
  isStatus(status) && statusMeta.project[status].tone === 'live' ? saying(`project.${status}`) : null

/** The button that starts everything. Disabled with its reason; a countdown that runs shows in every tab of the project. */
export const QualifyButton = () => {
  const { say, status: statusWord } = useWords()
  const { id } = useDocumentInfo()
  const { title } = useDocumentTitle()
  const modified = useFormModified()
  const status = useFormFields(([fields]) => fields['status']?.value)
  const { openModal, isModalOpen } = useModal()
  const project = id === undefined ? '' : String(id)
  const countdown = useCountdown(project)
  const slug = `qualify-${project}`
  const [seen, setSeen] = useState('')

  const runId = countdown.standing?.runId ?? ''
  useEffect(() => {
    // once for each countdown: who closed the dialog is not followed by it
    if (runId === '' || runId === seen) return
    setSeen(runId)
    openModal(slug)
  }, [runId, seen, openModal, slug])

  if (project === '') return null
  const reason = modified
    ? say('saveFirst')
    : notNow(status, (word) => say('notGathering', { status: statusWord(word) }))
  return (
    <>
      <Button
        buttonStyle="primary"
        size="medium"
        margin={false}
        id="bl-qualify"
        disabled={reason !== null}
        {...(reason === null ? {} : { tooltip: reason })}
        icon={<Icon name="bolt" />}
        iconPosition="left"
        onClick={() => openModal(slug)}
      >
        {say('qualifyButton')}
      </Button>
      {reason !== null && <span className="bl-hidden">{reason}</span>}
      {isModalOpen(slug) && (
        <CountdownDialog slug={slug} project={project} title={title} countdown={countdown} dirty={modified} />
      )}
    </>
  ) // prettier-ignore
}
