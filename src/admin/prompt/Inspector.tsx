'use client'
import { ShimmerEffect } from '@payloadcms/ui'
import { useState } from 'react'
import { useStanding } from '../scene/useStanding'
import { useTakeWords } from '../scene/takeWords'
import { useWords } from '../words/useWords'
import { CompareBar } from './CompareBar'
import { FilledPanel } from './FilledPanel'
import { missingNow, noEdit, textNow, type Edit } from './promptEdit'
import { keyOf, type Job } from './promptShape'
import { RunAgainBar } from './RunAgainBar'
import { SidePanels } from './SidePanels'
import { TakesOfJob } from './TakesOfJob'
import { TemplatePanel } from './TemplatePanel'
import { usePrompts, useTold } from './usePrompts'
import { useQuote } from './useQuote'

type Props = { scene: string; project: string; /** The take that is looked at first. */ take: string | null }

/** What a scene's departments are told: template, values, filled words, references; and the same again with changes. */
export const Inspector = ({ scene, project, take }: Props) => {
  const { say } = useWords()
  const { takes, look } = useStanding(scene, project)
  const { jobs, look: lookAgain } = usePrompts(scene, takes?.[0]?.id)
  const [chosen, setChosen] = useState<string | null>(null)
  if (jobs === undefined || (jobs !== null && takes === null && take !== null)) return <ShimmerEffect height={480} />
  if (jobs === null) return <p className="bl-empty">{say('promptsNotShown')}</p>
  const first = takes?.find(({ id }) => id === take)
  const job = jobs.find((one) => keyOf(one) === (chosen ?? (first && keyOf(first)))) ?? jobs[0]
  if (!job) return <p className="bl-empty">{say('noTake')}</p>
  const seen = async () => {
    await Promise.all([look(), lookAgain()])
  }
  return (
    <div className="bl-prompt">
      <Jobs jobs={jobs} chosen={keyOf(job)} onChoose={setChosen} />
      <OneJob key={`${keyOf(job)} ${job.own}`} scene={scene} project={project} job={job} takes={(takes ?? []).filter((one) => keyOf(one) === keyOf(job))} take={take} look={seen} />
    </div>
  )
} // prettier-ignore

type JobsProps = { jobs: readonly Job[]; chosen: string; onChoose: (key: string) => void }
const Jobs = ({ jobs, chosen, onChoose }: JobsProps) => {
  const { say } = useWords()
  const { kindOf } = useTakeWords()
  return (
    <div className="bl-prompt__jobs" role="group" aria-label={say('whichPrompt')}>
      {jobs.map((one) => (
        <button key={keyOf(one)} type="button" className="bl-chip" aria-pressed={keyOf(one) === chosen} onClick={() => onChoose(keyOf(one))}>
          {kindOf(one)}
        </button>
      ))}
    </div>
  )
} // prettier-ignore

type OneProps = {
  scene: string
  project: string
  job: Job
  /** Of this layer, or of the clip; the newest first. */
  takes: NonNullable<ReturnType<typeof useStanding>['takes']>
  take: string | null
  look: () => Promise<void>
}

const OneJob = ({ scene, project, job, takes, take, look }: OneProps) => {
  const [edit, setEdit] = useState<Edit>(noEdit)
  const [chosen, setCompared] = useState(take)
  const [showsChanges, setShows] = useState(true)
  const quote = useQuote(scene, project)
  const compared = (takes.find(({ id }) => id === chosen) ?? takes[0])?.id ?? null
  const told = useTold(scene, compared)
  const sent = told?.prompt ?? null
  const text = textNow(job, edit)
  const onValue = (name: string, value: string | null) =>
    setEdit(({ values: { [name]: _, ...rest } }) => ({ text: null, values: value === null ? rest : { ...rest, [name]: value } }))
  return (
    <>
      <CompareBar takes={takes} compared={compared} onCompare={setCompared} showsChanges={showsChanges} onShows={setShows} />
      <div className="bl-prompt__panels">
        <TemplatePanel job={job} edit={edit} sent={sent} onValue={onValue} onText={() => setEdit({ values: {}, text })} />
        <FilledPanel text={text} before={sent} showsChanges={showsChanges} editing={edit.text === null ? undefined : { onText: (written) => setEdit({ values: {}, text: written }) }} />
        <SidePanels job={job} told={told} quote={quote.quote} />
      </div>
      <TakesOfJob takes={takes} compared={compared} onCompare={setCompared} />
      <RunAgainBar scene={scene} job={job} edit={edit} text={text} missing={missingNow(job, edit)} quote={quote} onUndo={() => setEdit(noEdit)} look={look} />
    </>
  )
} // prettier-ignore
