'use client'
import { Button, Drawer, toast, useAuth, useListDrawerContext, useModal } from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useStudio } from '../../shell/StudioProvider'
import { Icon } from '../../status/Icon'
import { useWords } from '../../words/useWords'
import { OneOffForm } from './OneOffForm'
import { OneOffRow } from './OneOffRow'
import { nothingWished, projectIn, type Wished } from './oneOffWished'
import { useProjects } from './useProjectFacts'

const slug = 'bl-oneoff'
const open = ['pending', 'running', 'waiting', 'cancelling'].join(',')

/** Above the list of files: one picture or clip outside of the scenes, and those that are under way. Not where a file is chosen. */
export const OneOffs = () => {
  const { isInDrawer } = useListDrawerContext()
  return isInDrawer ? null : <Shown />
}

const Shown = () => {
  const { say } = useWords()
  const { permissions } = useAuth()
  const { openModal } = useModal()
  const { runs, started, hide } = useOpenRuns()
  // what was typed stays while the drawer is shut
  const [wished, setWished] = useState(nothingWished)
  const mayMake = permissions?.collections?.['media']?.create === true
  return (
    <div className="bl-oneoffs">
      {mayMake && (
        <Button buttonStyle="secondary" size="medium" margin={false} icon={<Icon name="plus" />} iconPosition="left" onClick={() => openModal(slug)}>
          {say('oneOffButton')}
        </Button>
      )}
      {runs.length > 0 && (
        <ul className="bl-oneoffs__rows" aria-live="polite">
          {runs.map((runId) => <OneOffRow key={runId} runId={runId} onHide={() => hide(runId)} />)}
        </ul>
      )}
      {mayMake && (
        <Drawer slug={slug} title={say('oneOffTitle')}>
          <Wishing wished={wished} onChange={setWished} onStarted={started} />
        </Drawer>
      )}
    </div>
  )
} // prettier-ignore

type Props = { wished: Wished; onChange: (wished: Wished) => void; onStarted: (runId: string) => void }

/** For the project the list is filtered by, or the only one, where none is chosen. */
const Wishing = ({ wished, onChange, onStarted }: Props) => {
  const { say } = useWords()
  const { closeModal } = useModal()
  const projects = useProjects()
  const filtered = projectIn(useSearchParams())
  const only = projects.length === 1 ? (projects[0]?.id ?? '') : ''
  const project = wished.project === '' ? filtered || only : wished.project
  const begin = (runId: string) => {
    onStarted(runId)
    toast.success(say('started'))
    closeModal(slug)
  }
  return <OneOffForm wished={{ ...wished, project }} projects={projects} onChange={onChange} onStarted={begin} />
}

/** Runs that are open, the newest first, with those this tab started. */
const useOpenRuns = () => {
  const { read } = useStudio()
  const [runs, setRuns] = useState<string[]>([])
  useEffect(() => {
    void read(`/runs?depth=0&limit=10&sort=-id&select[kind]=true&where[kind][equals]=oneOff&where[state][in]=${open}`).then((told) => {
      const found = (told?.answer as { docs: { id: string }[] } | undefined)?.docs ?? []
      setRuns((before) => [...new Set([...before, ...found.map(({ id }) => id)])])
    })
  }, [read])
  const started = (runId: string) => setRuns((before) => [...new Set([runId, ...before])])
  const hide = (runId: string) => setRuns((before) => before.filter((one) => one !== runId))
  return { runs, started, hide }
} // prettier-ignore
