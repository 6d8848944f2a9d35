'use client'
import { useConfig } from '@payloadcms/ui'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { BoardScene } from '@/stores/reads/boardRead'
import { textOfField, type EditField } from './columns'
import { saveField } from './saveField'

/** What was typed and is not saved; it stays until it is, or until a person gives it up. */
export type Draft = {
  scene: BoardScene
  field: EditField
  value: string
  state: 'open' | 'saving' | 'conflict' | 'failed'
  theirs?: string
  why?: string
  rev?: number
}
export type Edits = {
  /** The cell that is written in now. */
  open: string | null
  draftOf: (scene: string, field: EditField) => Draft | undefined
  begin: (scene: BoardScene, field: EditField) => void
  type: (scene: BoardScene, field: EditField, value: string) => void
  save: (scene: BoardScene, field: EditField) => void
  /** Thinks no more of it: theirs counts. */
  drop: (scene: BoardScene, field: EditField) => void
  /** Mine counts, on top of theirs. */
  insist: (draft: Draft) => void
}

export const cellKey = (scene: string, field: EditField): string => `${scene}:${field}`

type Asked = { onSaved: (scene: BoardScene) => void; look: (ids: readonly string[]) => Promise<void> }

/** The unsaved edits of the table. A save answers in its own cell; nothing typed is lost on the way. */
export const useEdits = ({ onSaved, look }: Asked): Edits => {
  const { config } = useConfig()
  const api = config.routes.api
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map())
  const [open, setOpen] = useState<string | null>(null)
  const now = useRef(drafts)
  const put = useCallback((key: string, draft: Draft | null) => {
    const next = new Map(now.current)
    if (draft) next.set(key, draft)
    else next.delete(key)
    now.current = next
    setDrafts(next)
  }, [])

  const send = useCallback(
    async (draft: Draft) => {
      const { scene, field, value } = draft
      const key = cellKey(scene.id, field)
      put(key, { ...draft, state: 'saving' })
      const base = draft.theirs ?? textOfField(scene, field)
      const saved = await saveField({ api, scene: { id: scene.id, rev: draft.rev ?? scene.rev }, field, value, base })
      if (saved.state === 'saved') {
        onSaved(withField({ ...scene, rev: saved.rev }, field, value))
        put(key, null)
        await look([scene.id])
        return
      }
      if (saved.state === 'conflict') put(key, { ...draft, state: 'conflict', theirs: saved.theirs, rev: saved.rev })
      else put(key, { ...draft, state: 'failed', why: saved.why })
    },
    [api, look, onSaved, put],
  )
  const begin = useCallback(
    (scene: BoardScene, field: EditField) => {
      const key = cellKey(scene.id, field)
      if (!now.current.has(key)) put(key, { scene, field, value: textOfField(scene, field), state: 'open' })
      setOpen(key)
    },
    [put],
  )
  const type = useCallback(
    (scene: BoardScene, field: EditField, value: string) => {
      const key = cellKey(scene.id, field)
      put(key, { ...(now.current.get(key) ?? { scene, field }), value, state: 'open' })
    },
    [put],
  )
  const save = useCallback(
    (scene: BoardScene, field: EditField) => {
      const key = cellKey(scene.id, field)
      const draft = now.current.get(key)
      setOpen((before) => (before === key ? null : before))
      if (!draft || draft.state === 'saving') return
      if (draft.value === textOfField(draft.scene, field)) put(key, null)
      else void send(draft)
    },
    [put, send],
  )
  const drop = useCallback(
    (scene: BoardScene, field: EditField) => {
      const key = cellKey(scene.id, field)
      put(key, null)
      setOpen((before) => (before === key ? null : before))
      void look([scene.id])
    },
    [put, look],
  )
  const insist = useCallback((draft: Draft) => void send(draft), [send])
  const draftOf = useCallback((scene: string, field: EditField) => drafts.get(cellKey(scene, field)), [drafts])
  return useMemo(() => ({ open, draftOf, begin, type, save, drop, insist }), [open, draftOf, begin, type, save, drop, insist])
} // prettier-ignore

const withField = (scene: BoardScene, field: EditField, value: string): BoardScene =>
  field === 'title' ? { ...scene, title: value } : { ...scene, intent: { ...scene.intent, [field]: field === 'durationS' ? Number(value) || null : value } } // prettier-ignore
