'use client'
import { Button, useModal } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'
import { useStudio } from '../shell/StudioProvider'
import { Icon } from '../status/Icon'
import { statusMeta } from '../status/statusMeta'
import { useWords } from '../words/useWords'
import { CountdownDialog } from './CountdownDialog'
import { useCountdown } from './useCountdown'

type Props = {
  project: string
  title: string
  status: unknown
  /** A form beside it has changes that are not saved. */ dirty: boolean
}

/** A hold lasts 15 s. */
const holdEveryMs = 5000

const isStatus = (name: unknown): name is keyof typeof statusMeta.project =>
  typeof name === 'string' && name in statusMeta.project

/** Why the button cannot be pressed where the project stands; null when it can. */
const notNow = (
  status: unknown,
  saying: (word: `project.${keyof typeof statusMeta.project}`) => string,
): string | null =>
  isStatus(status) && statusMeta.project[status].tone === 'live' ? saying(`project.${status}`) : null

/** The button that starts everything. Disabled with its reason; a countdown that runs shows in every tab of the project. */
export const QualifyPress = ({ project, title, status, dirty }: Props) => {
  const { say, status: statusWord } = useWords()
  const { openModal, isModalOpen } = useModal()
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

  const { send } = useStudio()
  const form = useId()
  useEffect(() => {
    if (!dirty || runId === '') return
    const hold = () => void send(`/projects/${project}/qualify/hold`, { form: form.replaceAll(/[^\w-]/g, '') })
    hold()
    const timer = setInterval(hold, holdEveryMs)
    return () => clearInterval(timer)
  }, [dirty, runId, project, form, send])

  const reason = dirty ? say('saveFirst') : notNow(status, (word) => say('notGathering', { status: statusWord(word) }))
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
      {isModalOpen(slug) && <CountdownDialog slug={slug} project={project} title={title} countdown={countdown} dirty={dirty} />}
    </>
  )
} // prettier-ignore
