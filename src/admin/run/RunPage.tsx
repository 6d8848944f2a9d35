'use client'
import { Gutter, ShimmerEffect, useDocumentInfo } from '@payloadcms/ui'
import { useWords } from '../words/useWords'
import { FailurePanel } from './FailurePanel'
import { NextStep } from './NextStep'
import { RunBar } from './RunBar'
import { RunFigures } from './RunFigures'
import { RunTimeline } from './RunTimeline'
import { StepList } from './StepList'
import { useRun } from './useRun'

/** A run as it goes: where it stands, what it waits for, what failed and how to go on. */
export const RunPage = () => {
  const { say } = useWords()
  const { id } = useDocumentInfo()
  const { run, missing, at, look } = useRun(String(id))
  if (!run)
    return (
      <Gutter className="bl-page">
        {missing ? <p className="bl-empty">{say('notFound')}</p> : <ShimmerEffect height={320} />}
      </Gutter>
    )
  return (
    <Gutter className="bl-page">
      <RunBar run={run} look={look} />
      <RunFigures run={run} now={at} />
      {run.state === 'succeeded' && <NextStep run={run} />}
      <RunTimeline run={run} now={at} />
      <div className="bl-run__below">
        <FailurePanel run={run} />
        <StepList steps={run.steps} />
      </div>
    </Gutter>
  )
}
