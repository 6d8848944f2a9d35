'use client'
import { Modal, useModal } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { Quote } from '@/domain/money/quote'
import { useStudio } from '../shell/StudioProvider'
import { links } from '../shell/links'
import { roundedUp } from '../status/money'
import { QuoteTable } from '../status/QuoteTable'
import { useWords } from '../words/useWords'
import { AnywayTick } from './AnywayTick'
import { CountdownRing } from './CountdownRing'
import { DialogButtons } from './DialogButtons'
import { ReadinessRow, type Department } from './ReadinessRow'
import type { Countdown, Standing } from './useCountdown'
import { useEscape } from './useEscape'

type Readiness = { overallReady: boolean; threshold: number; departments: Department[] }
type Props = { slug: string; project: string; title: string; countdown: Countdown; dirty: boolean }

const countdownSeconds = 10

const useReadiness = (project: string): Readiness | null => {
  const { read } = useStudio()
  const [readiness, setReadiness] = useState<Readiness | null>(null)
  useEffect(() => {
    void read(`/projects/${project}/readiness`).then((told) => setReadiness((told?.answer as Readiness | undefined) ?? null))
  }, [read, project])
  return readiness
} // prettier-ignore

/** When the countdown is over, its run is shown, unless somebody cancelled it. Answers how to think no more of it. */
const useFollowing = (standing: Standing | null): (() => void) => {
  const { read } = useStudio()
  const router = useRouter()
  const [began, setBegan] = useState<string | null>(null)
  useEffect(() => {
    if (standing) setBegan(standing.runId)
    else if (began !== null) void isGone(read, began).then((gone) => (gone ? setBegan(null) : router.push(links.run(began))))
  }, [standing, began, read, router])
  return () => setBegan(null)
} // prettier-ignore

/** Clock, readiness, what it costs, buttons. Edit has the focus and Esc; nothing that spends has a key. */
export const CountdownDialog = ({ slug, project, title, countdown, dirty }: Props) => {
  const { send, press } = useStudio()
  const { closeModal } = useModal()
  const [anyway, setAnyway] = useState(false)
  const readiness = useReadiness(project)
  const forget = useFollowing(countdown.standing)
  const [quote, setQuote] = useState<Quote | null>(null)
  const { standing, left, look } = countdown

  const short = readiness?.departments.filter(({ ready }) => !ready) ?? []
  const mayStart = readiness !== null && (short.length === 0 || anyway) && !dirty
  const start = async () => {
    const accept = quote ? { accept: { hash: quote.hash, nanodollars: quote.nanodollars.atMost } } : {}
    const pressed = await press(`/projects/${project}/qualify`, { countdownSeconds, startAnyway: anyway, ...accept })
    // a price nobody has seen yet is shown first; the next press says yes to it
    setQuote(pressed && 'quote' in pressed ? pressed.quote : null)
    await look()
  }
  const edit = async () => {
    // where nobody could be told, the clock still runs and stays in sight
    if (standing && (await send(`/projects/${project}/qualify/cancel`)) === null) return look()
    forget()
    await look()
    closeModal(slug)
  }
  const goNow = async () => {
    await send(`/projects/${project}/qualify/continue`)
    await look()
  }
  useEscape(edit)
  return (
    <Modal slug={slug} className="bl-dialog" aria-labelledby={`${slug}-title`} closeOnBlur={false}>
      <div className="bl-dialog__box">
        <Head id={`${slug}-title`} title={title} countdown={countdown} />
        {readiness && (
          <>
            <ReadinessRow departments={readiness.departments} threshold={readiness.threshold} />
            {!standing && <AnywayTick short={short} threshold={readiness.threshold} ticked={anyway} onTick={setAnyway} />}
          </>
        )}
        {quote && <QuoteTable quote={quote} />}
        <footer className="bl-dialog__foot">
          <DialogButtons counts={standing !== null} left={left} dirty={dirty} mayStart={mayStart} price={quote ? roundedUp(quote.nanodollars.atMost) : null} onStart={start} onNow={goNow} onEdit={edit} />
        </footer>
      </div>
    </Modal>
  )
} // prettier-ignore

const Head = ({ id, title, countdown: { standing, left, held } }: { id: string; title: string; countdown: Countdown }) => {
  const { say, time } = useWords()
  return (
    <header className="bl-dialog__head">
      <CountdownRing left={standing ? left : null} of={countdownSeconds} held={held} />
      <div>
        <h2 id={id}>{say('qualifyTitle', { title })}</h2>
        {standing && <p>{held ? say('heldBy') : say('startsAt', { time: time(standing.startsAt) })}</p>}
        <p className="bl-second">{say('gatherLocks')}</p>
      </div>
    </header>
  )
} // prettier-ignore

/** Cancelled by somebody, rather than begun. */
const isGone = async (read: ReturnType<typeof useStudio>['read'], runId: string): Promise<boolean> => {
  const told = await read(`/runs/${runId}`)
  return (told?.answer as { state?: string } | undefined)?.state === 'cancelled'
}
