'use client'
import { previsModel } from '@/domain/project/projectSettings'
import { useWords } from '../../words/useWords'
import { OneLine } from './OneLine'
import type { OneOffModels } from './useProjectFacts'

type Props = { id: string; department: string; models: OneOffModels; model: string; onChoose: (model: string) => void }

/** The model, the project's own first; what cannot be had is shown and cannot be chosen. */
export const PickModel = ({ id, department, models, model, onChoose }: Props) => {
  const { say } = useWords()
  const row = models.find((one) => one.department === department)
  const isDrawn = department !== 'edit'
  return (
    <OneLine id={id} label={say('oneOffModel')}>
      <select id={id} value={model} onChange={({ target }) => onChoose(target.value)}>
        <option value={previsModel} disabled={!isDrawn}>
          {say(department === 'upscale' ? 'oneOffLargerHere' : isDrawn ? 'oneOffDrawn' : 'oneOffNotDrawn')}
        </option>
        {row?.offers.map(({ id: one, title, refused }) => (
          <option key={one} value={one} disabled={refused !== null}>
            {refused ? `${title} – ${refused.why}` : title}
          </option>
        ))}
      </select>
    </OneLine>
  )
}

/** The model that is asked where nobody chose one: the project's, or the first that can be had where that one cannot do it. */
export const modelOffered = (models: OneOffModels, department: string, wished: string): string => {
  const row = models.find((one) => one.department === department)
  if (!row) return ''
  const mayDraw = department !== 'edit'
  const known = (id: string) => (id === previsModel ? mayDraw : row.offers.some((one) => one.id === id && !one.refused))
  return [wished, row.chosen].find((id) => id !== '' && known(id)) ?? (mayDraw ? previsModel : (row.offers.find(({ refused }) => !refused)?.id ?? ''))
} // prettier-ignore
