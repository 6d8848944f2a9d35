'use client'
import { useConfig } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { useStudio } from '../shell/StudioProvider'
import { useWords } from '../words/useWords'
import { saveDocument } from './saveDocument'
import { asDocument, inQuestion, settingsOf, type SettingPath, type Settings, type SettingValue } from './settingFields'

/** Two people in one setting: what each wrote. */
export type Conflict = { path: SettingPath; yours: SettingValue; theirs: SettingValue }
type Seen = { rev: number; settings: Settings }

const none: Settings = {}

/** The settings of a project, what was changed in them here, and saving on top of what was seen. */
export const useSettings = (project: string, first: Seen) => {
  const { config } = useConfig()
  const { read } = useStudio()
  const { say } = useWords()
  const [seen, setSeen] = useState(first)
  const [changed, setChanged] = useState<Settings>(none)
  const [conflicts, setConflicts] = useState<Conflict[]>([])
  const [told, setTold] = useState<{ is: 'saved' | 'refused'; why: string } | null>(null)
  const [busy, setBusy] = useState(false)

  const set = useCallback(
    (path: SettingPath, value: SettingValue) => {
      setTold(null)
      setChanged((before) => {
        const others = Object.fromEntries(Object.entries(before).filter(([name]) => name !== path))
        return value === seen.settings[path] ? others : { ...others, [path]: value }
      })
    },
    [seen],
  )
  const discard = useCallback(() => {
    setChanged(none)
    setConflicts([])
    setTold(null)
  }, [])

  /** What stands now, after somebody else saved; what only they changed is taken over, the rest is shown. */
  const meet = async (): Promise<Seen | null> => {
    const answer = await read(`/projects/${project}?depth=0`)
    const doc = answer?.answer as { rev?: number; settings?: unknown } | undefined
    if (!doc) return null
    const standing = { rev: doc.rev ?? 0, settings: settingsOf(doc.settings) }
    const fields = inQuestion(changed, { seen: seen.settings, standing: standing.settings })
    setConflicts(
      fields.map((path) => ({ path, yours: changed[path] ?? null, theirs: standing.settings[path] ?? null })),
    )
    setSeen(standing)
    return fields.length === 0 ? standing : null
  }
  const save = async () => {
    setBusy(true)
    const path = `${config.routes.api}/projects/${project}?depth=0`
    let answer = await saveDocument(path, { rev: seen.rev, data: asDocument(changed) })
    if (answer.is === 'conflict') {
      const standing = await meet()
      if (standing) answer = await saveDocument(path, { rev: standing.rev, data: asDocument(changed) })
    }
    setBusy(false)
    if (answer.is === 'saved') {
      setSeen({ rev: Number(answer.doc['rev'] ?? 0), settings: settingsOf(answer.doc['settings']) })
      discard()
      setTold({ is: 'saved', why: '' })
    } else if (answer.is === 'refused') setTold({ is: 'refused', why: answer.why })
    else if (answer.is === 'offline') setTold({ is: 'refused', why: say('notSavedOffline') })
  }
  /** Mine is kept and saved with the rest, or theirs is. */
  const settle = (path: SettingPath, keep: 'yours' | 'theirs') => {
    setConflicts((before) => before.filter((one) => one.path !== path))
    if (keep === 'theirs') set(path, seen.settings[path] ?? null)
  }
  const dirty = Object.keys(changed).length > 0
  useEffect(() => {
    if (!dirty) return
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', hold)
    return () => window.removeEventListener('beforeunload', hold)
  }, [dirty])

  const values: Settings = { ...seen.settings, ...changed }
  return { values, changed, dirty, busy, conflicts, told, set, save, discard, settle }
}
export type SettingsForm = ReturnType<typeof useSettings>
