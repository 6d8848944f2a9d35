'use client'
import { ShimmerEffect } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { previsModel } from '@/domain/project/projectSettings'
import { useStudio } from '../shell/StudioProvider'
import { useWords } from '../words/useWords'
import { ModelCard, PrevisCard, type Offer } from './ModelCard'
import type { SettingsForm } from './useSettings'

type Department = {
  department: 'text' | 'image' | 'edit' | 'vision' | 'video' | 'speech' | 'music'
  chosen: string
  offers: Offer[]
}
type Props = { project: string; form: SettingsForm; disabled: boolean } // prettier-ignore

/** Who makes what: a card for every model, with what it costs before it is chosen. */
export const ModelsPanel = ({ project, form, disabled }: Props) => {
  const { say } = useWords()
  const { read } = useStudio()
  const [departments, setDepartments] = useState<Department[] | null>(null)
  const [isAway, setAway] = useState(false)
  // prices go by the shape of the film
  const shape = `${String(form.values['aspect'])} ${String(form.values['resolution'])}`
  const saved = Object.keys(form.changed).length
  useEffect(() => {
    void read(`/projects/${project}/models`).then((told) => {
      setAway(told === null)
      if (told) setDepartments((told.answer as { departments: Department[] }).departments)
    })
  }, [project, read, shape, saved])
  return (
    <section className="bl-panel" aria-labelledby="bl-models" data-field="models">
      <header className="bl-panel__head">
        <h2 id="bl-models">{say('modelsTitle')}</h2>
        <span className="bl-second">{say('modelsPrices')}</span>
      </header>
      {departments === null && (isAway ? <p className="bl-empty">{say('offline')}</p> : <ShimmerEffect height={320} />)}
      {departments?.map((one) => (
        <DepartmentCards key={one.department} {...one} form={form} disabled={disabled} />
      ))}
    </section>
  )
} // prettier-ignore

const DepartmentCards = ({ department, offers, form, disabled }: Department & Omit<Props, 'project'>) => {
  const { say } = useWords()
  const [all, setAll] = useState(false)
  const path = `models.${department}`
  const chosen = String(form.values[path] ?? previsModel)
  const first = offers.filter(({ id, recommended }) => recommended.length > 0 || id === chosen)
  const shown = all || first.length === 0 ? offers : first
  const choose = (id: string) => form.set(path, id === previsModel && form.values[path] === null ? null : id)
  return (
    <fieldset className="bl-models" data-field={path}>
      <legend>
        {say(`department_${department}`)} {path in form.changed && <span className="bl-second">{say('notSavedYet')}</span>}
      </legend>
      <div className="bl-models__cards">
        <PrevisCard name={path} chosen={chosen === previsModel} disabled={disabled} onChoose={() => choose(previsModel)} />
        {shown.map((offer) => (
          <ModelCard key={offer.id} name={path} offer={offer} chosen={chosen === offer.id} disabled={disabled} onChoose={choose} />
        ))}
      </div>
      {offers.length > shown.length && (
        <button type="button" className="bl-link" onClick={() => setAll(true)}>
          {say('moreModels', { count: offers.length - shown.length })}
        </button>
      )}
    </fieldset>
  )
} // prettier-ignore
