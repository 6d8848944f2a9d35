'use client'
import { aspects, frameRates, resolutions } from '@/domain/scene/vocabulary'
import { useWords } from '../words/useWords'
import { ChoiceRow, TextRow } from './SettingRow'
import type { SettingsForm } from './useSettings'

const same = (values: readonly (string | number)[]) => values.map((one) => ({ value: String(one), label: String(one) }))

const secondsRead = (typed: string): number | null | undefined => {
  if (typed === '') return null
  const seconds = Number(typed)
  return Number.isInteger(seconds) && seconds >= 3 && seconds <= 36_000 ? seconds : undefined
}
const languageRead = (typed: string): string | undefined =>
  /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(typed) ? typed : undefined

/** How the film is seen: shape, size, rate, language, length. */
export const FormatPanel = ({ form, disabled }: { form: SettingsForm; disabled: boolean }) => {
  const { say } = useWords()
  const row = { form, disabled }
  return (
    <section className="bl-panel" aria-labelledby="bl-format">
      <header className="bl-panel__head">
        <h2 id="bl-format">{say('formatTitle')}</h2>
        <span className="bl-second">{say('formatMakesStale')}</span>
      </header>
      <div className="bl-settings__rows">
        <ChoiceRow {...row} path="aspect" label={say('aspect')} choices={same(aspects)} />
        <ChoiceRow {...row} path="resolution" label={say('resolution')} choices={same(resolutions)} />
        <ChoiceRow {...row} path="fps" label={say('frameRate')} choices={same(frameRates)} />
        <TextRow {...row} path="language" label={say('languageWord')} hint={say('languageHint')} shown={String(form.values['language'] ?? 'en')} read={languageRead} />
        <TextRow {...row} path="targetSeconds" label={say('targetSeconds')} hint={say('targetHint')} shown={String(form.values['targetSeconds'] ?? '')} read={secondsRead} />
      </div>
    </section>
  )
} // prettier-ignore
