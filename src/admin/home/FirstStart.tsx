'use client'
import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { slugFrom } from '@/domain/project/projectSlug'
import { useStudio } from '../shell/StudioProvider'
import { links } from '../shell/links'
import { useWords } from '../words/useWords'

const titlePageMost = 2000

/** What its title page calls it, else its file: "the-long-pier.pdf" is "The long pier". */
const nameOf = async (file: File): Promise<string> => {
  const begins = /\.(fountain|md|txt)$/i.test(file.name) ? await file.slice(0, titlePageMost).text() : ''
  const titled = /^title:[ \t]*(\S.*)$/im.exec(begins)?.[1]?.replaceAll(/[*_]/g, '').trim()
  const name =
    file.name
      .replace(/\.[^.]+$/, '')
      .replaceAll(/[-_]+/g, ' ')
      .trim() || 'Film'
  return titled ?? name.charAt(0).toUpperCase() + name.slice(1)
}

/** No project yet: the example is one press away, and a screenplay dropped anywhere on the panel becomes a project. */
export const FirstStart = () => {
  const { say } = useWords()
  const { send, upload, read, press } = useStudio()
  const router = useRouter()
  const chooser = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [busy, setBusy] = useState(false)

  const begin = async (file: File, isExample = false): Promise<void> => {
    setBusy(true)
    const title = await nameOf(file)
    // a second film of the same name gets a slug of its own
    const slug = `${slugFrom(title).slice(0, 40)}-${Date.now().toString(36).slice(-4)}`
    const made = (await send('/projects', { title, slug })) as { doc?: { id: string } } | null
    const id = made?.doc?.id
    const taken = id ? await upload(`/projects/${id}/gather`, file) : null
    // the countdown shows on the page that opens
    if (id && taken && isExample) await press(`/projects/${id}/qualify`, {})
    setBusy(false)
    if (!id || !taken) return
    toast.success(say(isExample ? 'started' : 'added'))
    router.push(links.gather(id))
  }
  const makeExample = async (): Promise<void> => {
    setBusy(true)
    const told = (await read('/example'))?.answer as { name: string; text: string } | undefined
    setBusy(false)
    if (told) await begin(new File([told.text], told.name), true)
    else toast.error(say('offline'))
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
      <p className="bl-second">{say('exampleWhy')}</p>
      <div className="bl-first__buttons">
        <Button buttonStyle="primary" margin={false} disabled={busy} onClick={() => void makeExample()}>
          {say('makeExample')}
        </Button>
        <Button buttonStyle="secondary" margin={false} disabled={busy} onClick={() => chooser.current?.click()}>
          {say('chooseScreenplay')}
        </Button>
        <Button el="link" to={links.newProject} buttonStyle="secondary" margin={false}>
          {say('newProject')}
        </Button>
      </div>
    </section>
  )
}
