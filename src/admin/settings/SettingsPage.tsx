'use client'
import { useSearchParams } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { useWords } from '../words/useWords'
import { ConflictRows } from './ConflictRows'
import { FormatPanel } from './FormatPanel'
import { KeysPanel } from './KeysPanel'
import { LimitsPanel } from './LimitsPanel'
import { ModelsPanel } from './ModelsPanel'
import { SaveBar } from './SaveBar'
import type { Settings } from './settingFields'
import { useSettings } from './useSettings'

type Props = { project: string; first: { rev: number; settings: Settings }; mayEdit: boolean; mayKeys: boolean }

/** Short names that links may use for a setting. */
const named: Readonly<Record<string, string>> = { cap: 'budgetNanodollars', stop: 'until', takes: 'takesMax' }

/** Every setting of the film. A link may open exactly one: `?field=cap`. */
export const SettingsPage = ({ project, first, mayEdit, mayKeys }: Props) => {
  const { say } = useWords()
  const form = useSettings(project, first)
  const ground = useRef<HTMLDivElement>(null)
  const query = useSearchParams()
  const asked = query.get('field') ?? ''
  const field = named[asked] ?? asked
  useEffect(() => {
    if (field === '') return
    const found = [...(ground.current?.querySelectorAll<HTMLElement>('[data-field]') ?? [])].find((one) => one.dataset['field'] === field)
    found?.scrollIntoView({ block: 'center' })
    found?.classList.add('bl-setting--asked')
    found?.querySelector<HTMLElement>('input:not([disabled]), select:not([disabled]), button:not([disabled])')?.focus()
  }, [field])
  return (
    <div className="bl-settings" ref={ground}>
      {!mayEdit && <p className="bl-lockedline">{say('settingsNoRight')}</p>}
      {field !== '' && <p role="status" className="bl-settings__asked">{say('settingAsked')}</p>}
      <FormatPanel form={form} disabled={!mayEdit} />
      <LimitsPanel form={form} disabled={!mayEdit} />
      <KeysPanel project={project} allowed={mayKeys} />
      <ModelsPanel project={project} form={form} disabled={!mayEdit} />
      <ConflictRows form={form} />
      <SaveBar form={form} back={query.get('back')} />
    </div>
  )
} // prettier-ignore
