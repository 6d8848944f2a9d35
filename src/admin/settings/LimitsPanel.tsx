'use client'
import { limits } from '@/domain/limits'
import { inDollars, nanodollarsOf } from '@/domain/money/nanodollars'
import { stopPoints } from '@/domain/project/projectSettings'
import { useWords } from '../words/useWords'
import { ChoiceRow, TextRow } from './SettingRow'
import type { SettingsForm } from './useSettings'

const countRead = (most: number) => (typed: string): number | undefined => {
  const count = Number(typed)
  return Number.isInteger(count) && count >= 1 && count <= most ? count : undefined
} // prettier-ignore
const moneyRead = (typed: string): number | undefined => nanodollarsOf(typed.replace(/^\$/, '').replace(',', '.')) ?? undefined // prettier-ignore

/** How much may be spent, how often it is tried, where it stops. */
export const LimitsPanel = ({ form, disabled }: { form: SettingsForm; disabled: boolean }) => {
  const { say } = useWords()
  const row = { form, disabled }
  const budget = Number(form.values['budgetNanodollars'] ?? 0)
  return (
    <section className="bl-panel" aria-labelledby="bl-limits">
      <header className="bl-panel__head">
        <h2 id="bl-limits">{say('limitsTitle')}</h2>
      </header>
      <div className="bl-settings__rows">
        <TextRow {...row} path="budgetNanodollars" label={say('budgetCap')} hint={say('budgetHint')} unit="$" shown={inDollars(budget).slice(1)} read={moneyRead} />
        <ChoiceRow {...row} path="until" label={say('stopPoint')} hint={say('stopHint')} choices={[{ value: '', label: say('stop_auto') }, ...stopPoints.map((one) => ({ value: one, label: say(`stop_${one}`) }))]} />
        <TextRow {...row} path="takesMax" label={say('takesMax')} hint={say('takesHint', { most: limits.compositeTakesMax })} shown={String(form.values['takesMax'] ?? '')} read={countRead(limits.compositeTakesMax)} />
        <TextRow {...row} path="layersMax" label={say('layersMax')} hint={say('layersHint', { most: limits.compositeLayersMax })} shown={String(form.values['layersMax'] ?? '')} read={countRead(limits.compositeLayersMax)} />
      </div>
    </section>
  )
} // prettier-ignore
