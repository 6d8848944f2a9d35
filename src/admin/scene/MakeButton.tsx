'use client'
import { Button, toast, useDocumentInfo, useFormModified } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { Quote } from '@/domain/money/quote'
import { useStudio } from '../shell/StudioProvider'
import { Icon } from '../status/Icon'
import { roundedUp } from '../status/money'
import { useWords } from '../words/useWords'
import { tellStarted, useStartedRun } from './sceneRuns'

type Props = { scene: string; project: string }

/** Makes the scene, or what of it no longer fits; carries its price, and waits while the form has changes. */
export const MakeButton = ({ scene, project }: Props) => {
  const { say } = useWords()
  const { read, press } = useStudio()
  const modified = useFormModified()
  const { data } = useDocumentInfo()
  const started = useStartedRun(scene)
  const [quote, setQuote] = useState<Quote | null>(null)
  const [isSending, setSending] = useState(false)
  const revision: unknown = data?.['rev']
  useEffect(() => {
    void read(`/projects/${project}/estimate?scenes=${scene}`).then((told) => setQuote((told?.answer as Quote | undefined) ?? null))
  }, [project, scene, read, revision, started])

  const make = async () => {
    if (!quote) return
    setSending(true)
    const accept = { hash: quote.hash, nanodollars: quote.nanodollars.atMost }
    const pressed = await press(`/scenes/${scene}/generate`, { accept })
    setSending(false)
    // the price has changed meanwhile: it is shown before anything is sent
    if (pressed && 'quote' in pressed) setQuote(pressed.quote)
    if (!pressed || !('done' in pressed) || !pressed.done.runId) return
    tellStarted(scene, pressed.done.runId)
    toast.success(say('started'))
  }
  const locked = data?.['locked'] === true
  const why = locked ? say('sceneLocked') : modified ? say('saveFirst') : null
  const money = quote && quote.nanodollars.atMost > 0 ? roundedUp(quote.nanodollars.atMost) : say('free')
  return (
    <Button buttonStyle="secondary" size="medium" margin={false} disabled={!quote || isSending || why !== null} {...(why === null ? {} : { tooltip: why })} icon={<Icon name="bolt" />} iconPosition="left" onClick={() => void make()}>
      {quote ? say('makeScene', { money }) : say('loading')}
    </Button>
  )
} // prettier-ignore
