'use client'
import { toast, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { Quote } from '@/domain/money/quote'
import type { ProjectStatus } from '@/domain/project/projectStatus'
import { askStudio, whyOf } from '../shell/askStudio'
import { links } from '../shell/links'
import { useStudio } from '../shell/StudioProvider'
import { useMayEdit } from '../shell/useMayEdit'
import { useWords } from '../words/useWords'
import { whyNotNow, type NextPress } from './nextPress'

/** A worker closes a run a moment after its last step; until then its project is busy. */
const lookMs = 2000

type Next = {
  /** Null: not read yet, or none can be told. */
  quote: Quote | null
  /** Why it cannot be pressed; '' when it can. */
  why: string
  isSending: boolean
  start: () => Promise<void>
}

/** The button that goes on after a run: its price first, why not, and pressing it. */
export const useNext = (project: string, next: NextPress): Next => {
  const { say } = useWords()
  const { config } = useConfig()
  const { press, read } = useStudio()
  const router = useRouter()
  const mayMake = useMayEdit()
  const [quote, setQuote] = useState<Quote | null>(null)
  const [noPrice, setNoPrice] = useState<string | null>(null)
  const [status, setStatus] = useState<ProjectStatus | null>(null)
  const [isSending, setSending] = useState(false)
  const { estimate, kind, body } = next
  const api = config.routes.api
  useEffect(() => {
    const ask = async () => {
      const answer = await askStudio<Quote>(`${api}/projects/${project}/${estimate}`)
      setQuote(answer.is === 'told' ? answer.told : null)
      setNoPrice(answer.is === 'told' ? null : answer.is === 'refused' ? whyOf(answer.told, { short: true }) : '')
    }
    void ask()
  }, [api, project, estimate])

  const notNow = whyNotNow(next, status)
  const waits = status === null || notNow === 'nextBusy'
  useEffect(() => {
    if (!waits) return
    const look = () =>
      void read(`/projects/${project}?depth=0&select[status]=true`).then((told) => {
        if (told) setStatus((told.answer as { status: ProjectStatus }).status)
      })
    look()
    const beat = setInterval(look, lookMs)
    return () => clearInterval(beat)
  }, [project, read, waits])

  const start = async () => {
    if (!quote) return
    setSending(true)
    const accept = { hash: quote.hash, nanodollars: quote.nanodollars.atMost }
    const pressed = await press(`/projects/${project}/${kind}`, { ...body, accept })
    setSending(false)
    // the price has changed meanwhile: it is shown before anything is sent
    if (pressed && 'quote' in pressed) setQuote(pressed.quote)
    if (!pressed || !('done' in pressed) || !pressed.done.runId) return
    toast.success(say('started'))
    router.push(links.run(pressed.done.runId))
  }
  const unpriced = noPrice === null ? '' : noPrice === '' ? say('offline') : say('noPrice', { why: noPrice })
  const why = !mayMake ? say('noRight') : notNow ? say(notNow) : unpriced
  return { quote, why, isSending, start }
} // prettier-ignore
