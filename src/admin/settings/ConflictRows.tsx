'use client'
import { Button } from '@payloadcms/ui'
import { inDollars } from '@/domain/money/nanodollars'
import { useWords } from '../words/useWords'
import type { SettingValue } from './settingFields'
import type { SettingsForm } from './useSettings'

/** A value as people know it. */
const shown = (path: string, value: SettingValue): string =>
  value === null || value === '' ? '–' : path === 'budgetNanodollars' ? inDollars(Number(value)) : String(value)

/** Two people wrote the same setting: both values, and whose stands. Nothing was saved yet. */
export const ConflictRows = ({ form }: { form: SettingsForm }) => {
  const { say } = useWords()
  if (form.conflicts.length === 0) return null
  return (
    <section className="bl-panel bl-panel--bad" role="alert" aria-labelledby="bl-conflict">
      <header className="bl-panel__head">
        <h2 id="bl-conflict">{say('conflictTitle')}</h2>
      </header>
      <ul className="bl-rows">
        {form.conflicts.map(({ path, yours, theirs }) => (
          <li key={path} className="bl-conflict">
            <strong>{path}</strong>
            <span>
              {say('conflictTheirs')}: <code>{shown(path, theirs)}</code>
            </span>
            <span>
              {say('conflictYours')}: <code>{shown(path, yours)}</code>
            </span>
            <Button buttonStyle="secondary" size="small" margin={false} onClick={() => form.settle(path, 'theirs')}>
              {say('takeTheirs')}
            </Button>
            <Button buttonStyle="secondary" size="small" margin={false} onClick={() => form.settle(path, 'yours')}>
              {say('keepMine')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
