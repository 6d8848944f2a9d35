'use client'
import { Modal, useModal } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useStudio } from '../shell/StudioProvider'
import { links } from '../shell/links'
import { useWords } from '../words/useWords'
import { AnywayTick } from './AnywayTick'
import { CountdownRing } from './CountdownRing'
import { DialogButtons } from './DialogButtons'
import { ReadinessRow, type Department } from './ReadinessRow'
import type { Countdown } from './useCountdown'

type Readiness = { overallReady: boolean; threshold: number; departments: Department[] }
type Props = { slug: string; project: string; title: string; countdown: Countdown; dirty: boolean }

const countdownSeconds = 10

/** Clock, readiness, what it costs, buttons. Edit has the focus and Esc; nothing that spends has a key. */
export const CountdownDialog = ({ slug, project, title, countdown, dirty }: Props) => {
  const { say, time } = useWords()
  const { read, send } = useStudio()
  const { closeModal } = useModal()
  const router = useRouter()
  const [readiness, setReadiness] = useState<Readiness | null>(null)
  const [anyway, setAnyway] = useState(false)
  const [began, setBegan] = useState<string | null>(null)
  const { standing, left, held, look } = countdown

  useEffect(() => {
    void read(`/projects/${project}/readiness`).then((told) => setReadiness((told?.answer as Readiness | undefined) ?? null))
  }, [read, project])

  useEffect(() => {
    if (standing) setBegan(standing.runId)
    else if (began !== null) void isGone(read, began).then((gone) => (gone ? setBegan(null) : router.push(links.run(began))))
  }, [standing, began, read, router])

  const short = readiness?.departments.filter(({ ready }) => !ready) ?? []
  const mayStart = readiness !== null && (short.length === 0 || anyway) && !dirty
  const start = async () => {
    await send(`/projects/${project}/qualify`, { countdownSeconds, startAnyway: anyway })
    await look()
  }
  const edit = async () => {
    if (standing) await send(`/projects/${project}/qualify/cancel`)
    setBegan(null)
    await look()
    closeModal(slug)
  }
  const goNow = async () => {
    await send(`/projects/${project}/qualify/continue`)
    await look()
  }
  return (
    <Modal slug={slug} className="bl-dialog" aria-labelledby={`${slug}-title`} closeOnBlur={false} onKeyDown={(event) => event.key === 'Escape' && void edit()}>
      <div className="bl-dialog__box">
        <header className="bl-dialog__head">
          <CountdownRing left={standing ? left : null} of={countdownSeconds} held={held} />
          <div>
            <h2 id={`${slug}-title`}>{say('qualifyTitle', { title })}</h2>
            {standing && <p>{held ? say('heldBy') : say('startsAt', { time: time(standing.startsAt) })}</p>}
            <p className="bl-second">{say('gatherLocks')}</p>
          </div>
        </header>
        {readiness && <ReadinessRow departments={readiness.departments} threshold={readiness.threshold} />}
        {readiness && !standing && <AnywayTick short={short} threshold={readiness.threshold} ticked={anyway} onTick={setAnyway} />}
        <p className="bl-dialog__line">{say('costsNothing')}</p>
        <footer className="bl-dialog__foot">
          <DialogButtons counts={standing !== null} left={left} dirty={dirty} mayStart={mayStart} onStart={start} onNow={goNow} onEdit={edit} />
        </footer>
      </div>
    </Modal>
  )
} // prettier-ignore

/** Cancelled by somebody, rather than begun. */
const isGone = async (read: ReturnType<typeof useStudio>['read'], runId: string): Promise<boolean> => {
  const told = await read(`/runs/${runId}`)
  return (told?.answer as { state?: string } | undefined)?.state === 'cancelled'
}
