'use client'
import { useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Foreseen } from '@/domain/stale/foreseen'
import { saveDocument } from '../settings/saveDocument'
import { useStudio } from '../shell/StudioProvider'
import { useWords } from '../words/useWords'
import { keptDraft, type KeptDraft } from './keptDraft'

export type Screenplay = { id: string; rev: number; text: string }
/** Where saving stands: nothing asked; asking what it means; told, and waiting for a yes; being written. */
export type Saving = 'no' | 'asks' | 'told' | 'writes'
type Told = { is: 'saved' | 'refused' | 'offline'; why: string }

const keepEveryMs = 400
/** So long after a save the scenes may still be aligned. */
const lookAgainMs = [1000, 3000, 8000, 20_000]

/** The screenplay as it is written here: kept in the browser while it is typed, foreseen and saved on top of what was seen. */
export const useScreenplay = (project: string, first: Screenplay) => {
  const { config } = useConfig()
  const { say } = useWords()
  const { send } = useStudio()
  const router = useRouter()
  const [saved, setSaved] = useState(first)
  const [text, setText] = useState(first.text)
  const [offered, setOffered] = useState<KeptDraft | null>(null)
  const [saving, setSaving] = useState<Saving>('no')
  const [foreseen, setForeseen] = useState<Foreseen | null>(null)
  const [theirs, setTheirs] = useState<Screenplay | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  const isOffered = useRef(false)

  useEffect(() => {
    const draft = keptDraft.read(first.id)
    if (!draft) return
    if (draft.text === first.text) keptDraft.forget(first.id)
    else {
      isOffered.current = true
      setOffered(draft)
    }
  }, [first.id, first.text])

  const dirty = text !== saved.text
  useEffect(() => {
    if (!dirty) return
    const timer = setTimeout(() => keptDraft.keep(saved.id, { rev: saved.rev, text }), keepEveryMs)
    const hold = (event: BeforeUnloadEvent) => {
      keptDraft.keep(saved.id, { rev: saved.rev, text })
      event.preventDefault()
    }
    window.addEventListener('beforeunload', hold)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('beforeunload', hold)
    }
  }, [dirty, text, saved])

  const type = useCallback((words: string) => {
    setText(words)
    setTold(null)
  }, [])
  /** The draft is taken up by the editor, or thrown away. */
  const closeOffer = (takeUp: boolean) => {
    if (!takeUp) keptDraft.forget(saved.id)
    setOffered(null)
  }
  const asks = async () => {
    if (saving !== 'no' || !dirty) return
    setSaving('asks')
    const answer = await send(`/projects/${project}/foresee`, { collection: 'screenplays', id: saved.id, changes: { text } }) // prettier-ignore
    setForeseen(answer as Foreseen | null)
    setSaving('told')
  }
  const done = (doc: Screenplay) => {
    setSaved(doc)
    setTheirs(null)
    setTold({ is: 'saved', why: say('storySaved') })
    keptDraft.forget(doc.id)
    // a worker aligns the scenes in a moment
    for (const ms of lookAgainMs) setTimeout(() => router.refresh(), ms)
  }
  const write = async (rev = saved.rev) => {
    setSaving('writes')
    const answer = await saveDocument(`${config.routes.api}/screenplays/${saved.id}?depth=0`, { rev, data: { text } })
    setSaving('no')
    if (answer.is === 'saved') done({ id: saved.id, rev: Number(answer.doc['rev'] ?? 0), text })
    else if (answer.is === 'conflict') await meet()
    else setTold({ is: answer.is, why: answer.is === 'offline' ? say('storyOffline') : answer.why })
  }
  /** Somebody else saved meanwhile: their words are shown beside these, and nothing is lost. */
  const meet = async () => {
    const answer = await fetch(`${config.routes.api}/screenplays/${saved.id}?depth=0`, { credentials: 'include' }).catch(() => null) // prettier-ignore
    const doc = answer?.ok ? ((await answer.json()) as { rev?: number; text?: string }) : null
    if (doc) setTheirs({ id: saved.id, rev: doc.rev ?? 0, text: doc.text ?? '' })
    else setTold({ is: 'offline', why: say('storyOffline') })
  }
  const settle = async (keep: 'yours' | 'theirs'): Promise<string | null> => {
    if (!theirs) return null
    if (keep === 'yours') {
      await write(theirs.rev)
      return null
    }
    setSaved(theirs)
    setTheirs(null)
    keptDraft.forget(saved.id)
    return theirs.text
  }
  return {
    saved, text, dirty, type, offered, closeOffer, saving, foreseen, told, theirs, asks, write, settle,
    goOn: () => setSaving('no'),
  } // prettier-ignore
}
export type ScreenplayForm = ReturnType<typeof useScreenplay>
