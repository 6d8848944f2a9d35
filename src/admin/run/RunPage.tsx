'use client'
import { Gutter, ShimmerEffect, useDocumentInfo, useDocumentTitle } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { useWords } from '../words/useWords'
import { FailurePanel } from './FailurePanel'
import { NextStep } from './NextStep'
import { RunBar } from './RunBar'
import { RunFigures } from './RunFigures'
import { RunPicture } from './RunPicture'
import type { RunTold } from './runShape'
import { StepList } from './StepList'
import { useRun } from './useRun'

/** "Qualify · The Last Ferry · 22 Nov 09:14" over the page and in the path above it. */
const useRunTitle = (run: RunTold | null): void => {
  const { say, language } = useWords()
  const { title, setDocumentTitle } = useDocumentTitle()
  const at = run?.startedAt ?? run?.startsAt
  const when = at ? new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(new Date(at)) : ''
  const wanted = run ? [say(`run_${run.kind}`), run.title, when].filter(Boolean).join(' · ') : ''
  useEffect(() => {
    if (wanted !== '' && title !== wanted) setDocumentTitle(wanted)
  }, [wanted, title, setDocumentTitle])
} // prettier-ignore

/** A run as it goes: where it stands, what it waits for, what failed and how to go on. */
export const RunPage = () => {
  const { say } = useWords()
  const { id } = useDocumentInfo()
  const { run, missing, away, at, cost, look } = useRun(String(id))
  const [picked, setPicked] = useState<string | null>(null)
  useRunTitle(run)
  if (!run)
    return (
      <Gutter className="bl-page">
        {missing ? <p className="bl-empty">{say('notFound')}</p> : away ? <p className="bl-empty" role="alert">{say('runAway')}</p> : <ShimmerEffect height={320} />}
      </Gutter>
    )
  return (
    <Gutter className="bl-page">
      <RunBar run={run} look={look} />
      {away && <p className="bl-empty" role="status">{say('offline')}</p>}
      <RunFigures run={run} now={at} cost={cost} />
      {run.state === 'succeeded' && <NextStep run={run} />}
      <RunPicture run={run} now={at} picked={picked} onPick={setPicked} />
      <div className="bl-run__below">
        <FailurePanel run={run} />
        <StepList run={run} picked={picked} onPick={setPicked} />
      </div>
    </Gutter>
  )
} // prettier-ignore
