'use client'
import { Link } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { titleOfOneOff } from '@/domain/oneOff/oneOff'
import { isOver, standingOf, type RunTold } from '../../run/runShape'
import { useRun } from '../../run/useRun'
import { links } from '../../shell/links'
import { useStudio } from '../../shell/StudioProvider'
import { statusMeta } from '../../status/statusMeta'
import { StatusTag } from '../../status/StatusTag'
import { useWords } from '../../words/useWords'

type Props = { runId: string; onHide: () => void }

/** One of them as it goes: under way, made, or why not. When it is made, the list below is read again. */
export const OneOffRow = ({ runId, onHide }: Props) => {
  const { say } = useWords()
  const { run, missing } = useRun(runId)
  const router = useRouter()
  const wasOpen = useRef(false)
  const state = run?.state
  useEffect(() => {
    if (state === undefined) return
    if (!isOver(state)) wasOpen.current = true
    if (state === 'succeeded' && wasOpen.current) router.refresh()
  }, [state, router])
  if (!run?.oneOff) return missing ? null : <li className="bl-oneoffs__row">{say('loading')}</li>
  const standing = standingOf(run)
  const name = say(`oneOffRow_${run.oneOff.kind}`, { title: titleOfOneOff(run.oneOff) })
  const word = state === 'succeeded' ? say('oneOffMade') : state === 'failed' || state === 'cancelled' ? say('oneOffNotMade') : say('oneOffMaking')
  return (
    <li className="bl-oneoffs__row">
      <StatusTag {...statusMeta.run[standing]}>{word}</StatusTag>
      <span className="bl-oneoffs__name">{name}</span>
      {state === 'succeeded' ? <MadeFile run={run} /> : <Link href={links.run(runId)}>{say(isOver(run.state) ? 'oneOffGoOn' : 'run')}</Link>}
      {isOver(run.state) && (
        <button type="button" className="bl-link" onClick={onHide}>
          {say('oneOffHide')}
        </button>
      )}
      {run.error && <p className="bl-oneoffs__why">{[run.error.what, run.error.why, run.error.fix].join(' ')}</p>}
    </li>
  )
} // prettier-ignore

/** Its document, found by its file. */
const MadeFile = ({ run: { files = [] } }: { run: RunTold }) => {
  const { say } = useWords()
  const { read } = useStudio()
  const [id, setId] = useState<string | null>(null)
  const url = files[0]?.url ?? ''
  const name = url.split('/').at(-1) ?? ''
  useEffect(() => {
    if (name === '') return
    void read(`/media?depth=0&limit=1&select[title]=true&where[filename][equals]=${name}`).then((told) =>
      setId((told?.answer as { docs: { id: string }[] } | undefined)?.docs[0]?.id ?? null),
    )
  }, [name, read])
  if (id === null) return null
  return (
    <Link href={links.file(id)} className="bl-oneoffs__made">
      {files[0]?.mime.startsWith('image/') && <img src={`${url}?size=small`} alt="" width={64} height={36} />}
      {say('openInLibrary')}
    </Link>
  )
}
