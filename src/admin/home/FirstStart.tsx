'use client'
import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { slugFrom } from '@/domain/project/projectSlug'
import { useStudio } from '../shell/StudioProvider'
import { links } from '../shell/links'
import { useWords } from '../words/useWords'

const nameOf = (file: File): string => file.name.replace(/\.[^.]+$/, '').replaceAll(/[-_]+/g, ' ').trim() || 'Film' // prettier-ignore

/** No project yet: a screenplay dropped anywhere on the panel becomes one. */
export const FirstStart = () => {
  const { say } = useWords()
  const { send, upload } = useStudio()
  const router = useRouter()
  const chooser = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [busy, setBusy] = useState(false)

  const begin = async (file: File): Promise<void> => {
    setBusy(true)
    const title = nameOf(file)
    // a second film of the same name gets a slug of its own
    const slug = `${slugFrom(title).slice(0, 40)}-${Date.now().toString(36).slice(-4)}`
    const made = (await send('/projects', { title, slug })) as { doc?: { id: string } } | null
    const id = made?.doc?.id
    const taken = id ? await upload(`/projects/${id}/gather`, file) : null
    setBusy(false)
    if (!id || !taken) return
    toast.success(say('started'))
    router.push(links.gather(id))
  }
  const first = (files: FileList | null): void => {
    const file = files?.[0]
    if (file && !busy) void begin(file)
  }
  return (
    <section
      className={`bl-first${over ? ' bl-first--over' : ''}`}
      aria-labelledby="bl-first"
      aria-busy={busy}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        first(event.dataTransfer.files)
      }}
    >
      <h1 id="bl-first">{say('firstStart')}</h1>
      <p>{over ? say('dropHere') : say('firstStartWhy')}</p>
      <input
        ref={chooser}
        className="bl-hidden"
        type="file"
        tabIndex={-1}
        aria-label={say('chooseScreenplay')}
        accept=".fountain,.fdx,.pdf,.docx,.md,.txt"
        onChange={(event) => first(event.target.files)}
      />
      <div className="bl-first__buttons">
        <Button buttonStyle="primary" margin={false} disabled={busy} onClick={() => chooser.current?.click()}>
          {say('chooseScreenplay')}
        </Button>
        <Button el="link" to={links.newProject} buttonStyle="secondary" margin={false}>
          {say('newProject')}
        </Button>
      </div>
    </section>
  )
}
