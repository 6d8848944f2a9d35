'use client'
import { Button, Drawer, toast, useFormModified, useModal } from '@payloadcms/ui'
import { useState } from 'react'
import { presetNames } from '@/domain/catalogue/presets'
import type { Quote } from '@/domain/money/quote'
import { sceneDepartments } from '@/domain/project/sceneSettings'
import { useStudio } from '../shell/StudioProvider'
import { roundedUp } from '../status/money'
import { QuoteTable } from '../status/QuoteTable'
import { useWords } from '../words/useWords'
import { tellStarted } from './sceneRuns'
import { useModels } from './useModels'

type Wish = Partial<Record<(typeof sceneDepartments)[number], string>>
const slugOf = (scene: string): string => `bl-models-${scene}`

/** Other models for this one scene, by department or all at once: first the price, then the button that carries it. */
export const ModelsDrawer = ({ scene }: { scene: string }) => {
  const { say } = useWords()
  const { openModal } = useModal()
  const modified = useFormModified()
  return (
    <>
      <Button buttonStyle="secondary" size="medium" margin={false} disabled={modified} {...(modified ? { tooltip: say('saveFirst') } : {})} onClick={() => openModal(slugOf(scene))}>
        {say('otherModels')}
      </Button>
      <Drawer slug={slugOf(scene)} title={say('otherModelsTitle')}>
        <Choosing scene={scene} />
      </Drawer>
    </>
  )
} // prettier-ignore

const Choosing = ({ scene }: { scene: string }) => {
  const { say } = useWords()
  const { press } = useStudio()
  const { closeModal } = useModal()
  const models = useModels()
  const [wish, setWish] = useState<Wish | string>({})
  const [isStill, setStill] = useState(true)
  const [quote, setQuote] = useState<Quote | null>(null)
  const change = (next: Wish | string) => {
    setWish(next)
    setQuote(null) // another choice has another price
  }
  const body = { models: wish, ...(isStill ? { until: 'stills' } : {}) }
  const ask = async (accept?: { hash: string; nanodollars: number }) => {
    const pressed = await press(`/scenes/${scene}/generate`, accept ? { ...body, accept } : body)
    setQuote(pressed && 'quote' in pressed ? pressed.quote : null)
    if (!pressed || !('done' in pressed) || !pressed.done.runId) return
    tellStarted(scene, pressed.done.runId)
    toast.success(say('started'))
    closeModal(slugOf(scene))
  }
  const isEmpty = typeof wish !== 'string' && Object.keys(wish).length === 0
  const isFree = wish === 'previs' || (typeof wish !== 'string' && Object.values(wish).every((one) => one === 'previs'))
  return (
    <div className="bl-othermodels">
      <p className="bl-second">{say('otherModelsWhy')}</p>
      <fieldset className="bl-othermodels__presets">
        <legend>{say('allAtOnce')}</legend>
        {presetNames.map((one) => (
          <button key={one} type="button" className="bl-chip" aria-pressed={wish === one} onClick={() => change(wish === one ? {} : one)}>
            {one}
          </button>
        ))}
      </fieldset>
      {models === null ? <p className="bl-second">{say('noCatalogue')}</p> : sceneDepartments.map((department) => (
        <label key={department} className="bl-othermodels__one">
          <span>{say(`department_${department}`)}</span>
          <select disabled={typeof wish === 'string'} value={typeof wish === 'string' ? '' : (wish[department] ?? '')} onChange={({ target }) => change(changed(wish, department, target.value))}>
            <option value="">{say('asBefore')}</option>
            <option value="previs">{say('drawnHere')}</option>
            {models.filter((model) => model.department === department).map(({ slug, title }) => <option key={slug} value={slug}>{title}</option>)}
          </select>
        </label>
      ))}
      <label className="bl-othermodels__tick">
        <input type="checkbox" checked={isStill} onChange={({ target }) => { setStill(target.checked); setQuote(null) }} /> {say('stillFirst')}
      </label>
      {quote && <QuoteTable quote={quote} />}
      <div className="bl-reason__buttons">
        {quote ? (
          <Button buttonStyle="primary" margin={false} onClick={() => void ask({ hash: quote.hash, nanodollars: quote.nanodollars.atMost })}>{say('makeScene', { money: roundedUp(quote.nanodollars.atMost) })}</Button>
        ) : (
          <Button buttonStyle="primary" margin={false} disabled={isEmpty} onClick={() => void ask()}>{isFree && !isEmpty ? say('makeScene', { money: say('free') }) : say('showPrice')}</Button>
        )}
      </div>
    </div>
  )
} // prettier-ignore

const changed = (wish: Wish | string, department: keyof Wish, to: string): Wish => {
  const before: Wish = typeof wish === 'string' ? {} : wish
  const { [department]: _, ...rest } = before
  return to === '' ? rest : { ...rest, [department]: to }
}
