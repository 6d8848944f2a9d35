'use client'
import { Button, toast, useModal } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { useStudio } from '../shell/StudioProvider'
import { sized } from '../status/sized'
import { useWords } from '../words/useWords'
import { ExportDrawer, exportSlug } from './ExportDrawer'

/** A file of the film that can be saved. */
export type FilmFile = {
  kind: 'film' | 'poster' | 'contactSheet' | 'srt' | 'vtt'
  url: string
  name: string
  bytes: number
}
type Handed = { runId: string; files: { path: string; url: string; bytes: number }[] }
type Props = { project: string; files: readonly FilmFile[] }

/** What can be saved of the film, with its size, and what was handed over last. */
export const Downloads = ({ project, files }: Props) => {
  const { say, language } = useWords()
  const { read } = useStudio()
  const { openModal, closeModal } = useModal()
  const [handed, setHanded] = useState<Handed[]>([])
  useEffect(() => {
    void read(`/projects/${project}/exports`).then((told) => setHanded((told?.answer as { docs: Handed[] } | undefined)?.docs ?? []))
  }, [project, read])
  const words = { film: say('film'), poster: say('poster'), contactSheet: say('contactSheet'), srt: say('subtitles'), vtt: say('subtitles') }
  const rows = [
    ...files.map(({ kind, url, name, bytes }) => ({ key: url, label: words[kind], second: name.slice(name.lastIndexOf('.')), url, bytes })),
    ...(handed[0]?.files ?? []).map(({ path, url, bytes }) => ({ key: `${path}${url}`, label: path, second: say('exportsMade'), url, bytes })),
  ]
  return (
    <section className="bl-panel" aria-labelledby="bl-downloads">
      <header className="bl-panel__head">
        <h2 id="bl-downloads">{say('downloads')}</h2>
        <Button buttonStyle="secondary" size="small" margin={false} onClick={() => openModal(exportSlug)}>
          {say('exportFiles')}
        </Button>
      </header>
      <ul className="bl-rows bl-downloads">
        {rows.map(({ key, label, second, url, bytes }) => (
          <li key={key}>
            <a href={url} download>
              {label}
            </a>
            <span className="bl-second">
              {second} · {sized(bytes, language)}
            </span>
          </li>
        ))}
      </ul>
      <ExportDrawer
        project={project}
        onStarted={() => {
          closeModal(exportSlug)
          toast.success(say('started'))
        }}
      />
    </section>
  )
} // prettier-ignore
