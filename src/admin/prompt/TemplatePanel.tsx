'use client'
import { Link } from '@payloadcms/ui'
import { useWords } from '../words/useWords'
import { partsOf, stateOf, type Edit } from './promptEdit'
import type { Job } from './promptShape'
import { ValueRow } from './ValueRow'
import { Variable } from './Variable'

type Props = {
  job: Job
  edit: Edit
  /** What the take that is compared with was told. */
  sent: string | null
  onValue: (name: string, value: string | null) => void
  onText: () => void
}

/** The template with its variables, and below it what each says and which document says so. */
export const TemplatePanel = ({ job, edit, sent, onValue, onText }: Props) => {
  const { say } = useWords()
  const { template, values, own } = job
  const known = { edit, sent }
  const missing = values.filter(({ name }) => stateOf(job, { ...known, name }) === 'missing').length
  return (
    <section className="bl-panel" aria-labelledby="bl-template">
      <header className="bl-panel__head">
        <h2 id="bl-template">
          {say('template')} <span className="bl-second">{template.id ? <Link href={`/admin/collections/prompts/${template.id}`}>{template.title}</Link> : template.title} · {say('revision', { revision: template.revision })}</span>
        </h2>
        <button type="button" className="bl-link" onClick={onText}>
          {say('editText')}
        </button>
      </header>
      {own !== '' && <p className="bl-prompt__own">{say('ownWords')}</p>}
      <p className="bl-prompt__template">
        {partsOf(template.text).map((part, at) => ('text' in part ? <span key={at}>{part.text}</span> : <Variable key={at} name={part.variable} state={stateOf(job, { ...known, name: part.variable })} />))}
      </p>
      <header className="bl-panel__head">
        <h2>{say('variables')}</h2>
        <span className={missing > 0 ? 'bl-status bl-status--bad' : 'bl-second'}>{missing > 0 ? say('missingCount', { count: missing }) : say('noneMissing')}</span>
      </header>
      <ul className="bl-rows bl-values">
        {values.map((one) => (
          <ValueRow key={one.name} row={one} state={stateOf(job, { ...known, name: one.name })} edited={edit.values[one.name] ?? null} onValue={onValue} />
        ))}
      </ul>
    </section>
  )
} // prettier-ignore
