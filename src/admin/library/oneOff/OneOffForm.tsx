'use client'
import { toast } from '@payloadcms/ui'
import { useId, useMemo, useState } from 'react'
import { limits } from '@/domain/limits'
import { departmentOfOneOff, largerFactors, oneOffKinds } from '@/domain/oneOff/oneOff'
import { previsModel } from '@/domain/project/projectSettings'
import { useStudio } from '../../shell/StudioProvider'
import { useWords } from '../../words/useWords'
import { OneLine } from './OneLine'
import { bodyOfWish, type Wished } from './oneOffWished'
import { modelOffered, PickModel } from './PickModel'
import { PickPicture } from './PickPicture'
import { PriceAndMake } from './PriceAndMake'
import { useProjectFacts } from './useProjectFacts'
import { usePrice } from './usePrice'

type Props = {
  wished: Wished
  projects: { id: string; title: string }[]
  onChange: (wished: Wished) => void
  onStarted: (runId: string) => void
}

/** What a picture of the library is chosen for. */
const pictureFor = { picture: 'oneOffReference', clip: 'oneOffStart', larger: 'oneOffLargerOf' } as const

const newKey = (): string => `${String(Date.now())}-${Math.random().toString(36).slice(2)}`

/** Words first, then the price, then the button that carries it. */
export const OneOffForm = ({ wished, projects, onChange, onStarted }: Props) => {
  const { say } = useWords()
  const { press } = useStudio()
  const id = useId()
  const { format, models } = useProjectFacts(wished.project)
  const department = departmentOfOneOff({ kind: wished.kind, reference: wished.reference?.id ?? null })
  const model = modelOffered(models, department, wished.model)
  // whatever of it changes, it is another wish from its first take on
  const change = (part: Partial<Wished>) => onChange({ ...wished, take: 1, ...part })
  const body = bodyOfWish({ ...wished, model })
  const asked = body && model !== '' ? JSON.stringify(body) : null
  const [again, setAgain] = useState(0)
  const priced = usePrice(wished.project, asked, again)
  const key = useMemo(() => [asked, newKey()] as const, [asked])[1]
  const [isSending, setSending] = useState(false)
  const make = async () => {
    if (priced.state !== 'known' || body === null) return
    const { hash, nanodollars } = priced.quote
    setSending(true)
    const pressed = await press(`/projects/${wished.project}/one-offs`, { ...body, accept: { hash, nanodollars: nanodollars.atMost } }, key)
    setSending(false)
    if (pressed && 'quote' in pressed) {
      toast.error(say('oneOffPriceChanged'))
      setAgain((before) => before + 1)
    }
    if (!pressed || !('done' in pressed) || !pressed.done.runId) return
    onStarted(pressed.done.runId)
  }
  return (
    <div className="bl-oneoff">
      <p className="bl-second">{say('oneOffWhy')}</p>
      <OneLine id={`${id}-project`} label={say('oneOffOf')}>
        <select id={`${id}-project`} value={wished.project} onChange={({ target }) => change({ project: target.value, reference: null, model: '' })}>
          <option value="" disabled />
          {projects.map((one) => <option key={one.id} value={one.id}>{one.title}</option>)}
        </select>
      </OneLine>
      <div className="bl-oneoff__one" role="radiogroup" aria-labelledby={`${id}-kind`}>
        <span id={`${id}-kind`}>{say('oneOffKind')}</span>
        <span className="bl-oneoff__kinds">
          {oneOffKinds.map((kind) => (
            <label key={kind}>
              <input type="radio" name={`${id}-kind`} checked={wished.kind === kind} onChange={() => change({ kind, model: '' })} /> {say(`oneOff_${kind}`)}
            </label>
          ))}
        </span>
      </div>
      {wished.kind !== 'larger' && (
        <OneLine id={`${id}-words`} label={say('oneOffPrompt')} hint={say(model === previsModel ? 'oneOffDrawnHint' : 'oneOffPromptHint')}>
          <textarea id={`${id}-words`} rows={5} maxLength={limits.oneOffPromptCharactersMax} value={wished.prompt} aria-describedby={`${id}-words-hint`} onChange={({ target }) => change({ prompt: target.value })} />
        </OneLine>
      )}
      <PickPicture project={wished.project} label={say(pictureFor[wished.kind])} chosen={wished.reference} onChoose={(reference) => change({ reference })} />
      {wished.kind === 'clip' && (
        <OneLine id={`${id}-seconds`} label={say('oneOffSeconds')}>
          <input id={`${id}-seconds`} type="number" min={limits.oneOffSecondsMin} max={limits.oneOffSecondsMax} step={0.5} value={wished.seconds} onChange={({ target }) => change({ seconds: target.value })} />
        </OneLine>
      )}
      {wished.kind === 'larger' && (
        <OneLine id={`${id}-factor`} label={say('oneOffFactor')}>
          <select id={`${id}-factor`} value={wished.factor} onChange={({ target }) => change({ factor: largerFactors.find((one) => String(one) === target.value) ?? 2 })}>
            {largerFactors.map((factor) => <option key={factor} value={factor}>{say('oneOffTimes', { factor })}</option>)}
          </select>
        </OneLine>
      )}
      <PickModel id={`${id}-model`} department={department} models={models} model={model} onChoose={(one) => change({ model: one })} />
      {format && wished.kind !== 'larger' && (
        <p className="bl-oneoff__one">
          <span>{say('oneOffSize')}</span>
          <span>{say('oneOffSizeIs', { width: format.width, height: format.height, aspect: format.aspect })}</span>
        </p>
      )}
      <PriceAndMake priced={priced} wished={wished} isSending={isSending} onMake={() => void make()} onTake={() => change({ take: wished.take + 1 })} />
    </div>
  )
} // prettier-ignore
