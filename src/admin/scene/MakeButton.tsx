'use client'
import { Button, toast, useDocumentInfo, useFormModified } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { Quote } from '@/domain/money/quote'
import { useStudio } from '../shell/StudioProvider'
import { Icon } from '../status/Icon'
import { roundedUp } from '../status/money'
import { useWords } from '../words/useWords'
import type { Standing } from './standingOf'

type Props = { scene: string; standing: Standing | null; look: () => Promise<void> }

const idOf = (project: unknown): string =>
  typeof project === 'string' ? project : typeof project === 'object' && project !== null && 'id' in project ? String(project.id) : '' // prettier-ignore

/** Makes the scene, or what of it no longer fits; carries its price, and waits while the form has changes. */
export const MakeButton = ({ scene, standing, look }: Props) => {
  const { say } = useWords()
  const { read, send } = useStudio()
  const modified = useFormModified()
  const { data } = useDocumentInfo()
  const project = idOf(data?.['project'])
  const [quote, setQuote] = useState<Quote | null>(null)
  const [status, stale] = [standing?.status, standing?.stale]
  useEffect(() => {
    if (project === '') return
    void read(`/projects/${project}/estimate?scenes=${scene}`).then((told) => setQuote((told?.answer as Quote | undefined) ?? null))
  }, [project, scene, read, status, stale])

  const make = async () => {
    if (!quote) return
    const accept = { hash: quote.hash, nanodollars: quote.nanodollars.atMost }
    if (await send(`/scenes/${scene}/generate`, { accept })) toast.success(say('started'))
    await look()
  }
  const money = quote && quote.nanodollars.atMost > 0 ? roundedUp(quote.nanodollars.expected) : say('free')
  const label = quote ? say(standing?.clip ? 'generateScene' : 'generateFirst', { money }) : say('loading')
  return (
    <Button buttonStyle="secondary" size="medium" margin={false} disabled={!quote || modified} {...(modified ? { tooltip: say('saveFirst') } : {})} icon={<Icon name="bolt" />} iconPosition="left" onClick={() => void make()}>
      {label}
    </Button>
  )
} // prettier-ignore
