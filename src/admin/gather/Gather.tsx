'use client'
import { ShimmerEffect, toast } from '@payloadcms/ui'
import { useState } from 'react'
import { QualifyPress } from '../qualify/QualifyPress'
import { useStudio } from '../shell/StudioProvider'
import { statusMeta } from '../status/statusMeta'
import { useWords } from '../words/useWords'
import { AddPanel } from './AddPanel'
import { EntryRow } from './EntryRow'
import { LockedLine } from './LockedLine'
import { ReadinessPanel } from './ReadinessPanel'
import { useGather } from './useGather'

const isStatus = (name: string): name is keyof typeof statusMeta.project => name in statusMeta.project

type Props = { project: string; title: string; status: string }

/** Drop, paste, write; beside it what is still missing, most points first. */
export const Gather = ({ project, title, status }: Props) => {
  const { say } = useWords()
  const { upload } = useStudio()
  const { entries, readiness, look } = useGather(project)
  const [kind, setKind] = useState('')
  const [over, setOver] = useState(false)
  const open = status === 'gathering'

  const take = async (files: readonly File[]) => {
    let refused = 0
    for (const file of files) if (!(await upload(`/projects/${project}/gather`, file))) refused++
    if (refused < files.length) toast.success(say('added'))
    await look()
  }
  const kinds = [...new Set((entries ?? []).map((one) => one.kind))]
  const shown = (entries ?? []).filter((one) => kind === '' || one.kind === kind)
  return (
    <div
      className={over ? 'bl-gather bl-gather--over' : 'bl-gather'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(open)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        if (open) void take([...event.dataTransfer.files])
      }}
    >
      <div className="bl-docbar bl-gather__bar">
        <Count entries={entries?.length ?? 0} open={open} />
        <span className="bl-docbar__end">
          <QualifyPress project={project} title={title} status={status} dirty={false} />
        </span>
      </div>
      <div>
        {open ? <AddPanel project={project} onFiles={take} look={look} /> : <LockedLine project={project} status={isStatus(status) ? status : 'qualified'} />}
        <div className="bl-filters" role="group" aria-label={say('gather')}>
          {['', ...kinds].map((name) => (
            <button key={name} type="button" className="bl-filter" aria-pressed={kind === name} onClick={() => setKind(name)}>
              {name === '' ? say('kind_all') : name.replaceAll('_', ' ')} <span>{(entries ?? []).filter((one) => name === '' || one.kind === name).length}</span>
            </button>
          ))}
        </div>
        {entries === null ? (
          <ShimmerEffect height={180} />
        ) : shown.length === 0 ? (
          <p className="bl-empty">{say('noEntries')}</p>
        ) : (
          <ul className="bl-rows bl-panel">
            {shown.map((entry) => (
              <EntryRow key={entry.id} project={project} entry={entry} open={open} look={look} />
            ))}
          </ul>
        )}
      </div>
      {readiness && <ReadinessPanel readiness={readiness} />}
    </div>
  )
} // prettier-ignore

/** How much was gathered, and what comes next. */
const Count = ({ entries, open }: { entries: number; open: boolean }) => {
  const { say } = useWords()
  return (
    <span className="bl-second">
      {say('entries', { count: entries })}
      {open && entries > 0 && ` · ${say('gatherNext')}`}
    </span>
  )
}
