'use client'
import { useConfig } from '@payloadcms/ui'
import type { Quote } from '@/domain/money/quote'
import { roundedUp } from '../status/money'
import { useWords } from '../words/useWords'
import type { Job, Told } from './promptShape'

type Props = { job: Job; told: Told | null; quote: Quote | null }

/** What goes along with the words, in order; the parameters of the take that is looked at; what making it now would cost. */
export const SidePanels = ({ job, told, quote }: Props) => {
  const { say } = useWords()
  return (
    <div className="bl-prompt__side">
      <References job={job} told={told} />
      {told && (
        <section className="bl-panel" aria-labelledby="bl-parameters">
          <header className="bl-panel__head">
            <h2 id="bl-parameters">{say('parameters')}</h2>
          </header>
          <dl className="bl-facts">
            <Fact name={say('model')} value={told.take.model} />
            {told.width !== null && told.height !== null && <Fact name={say('sizeWord')} value={`${told.width} × ${told.height}`} />}
            {told.seed !== null && <Fact name={say('seed')} value={String(told.seed)} />}
            {told.take.template && <Fact name={say('template')} value={told.take.template} />}
            {told.negativePrompt !== '' && <Fact name={say('mustNot')} value={told.negativePrompt} />}
            {told.adjustments.map((one) => <Fact key={one} name={say('adjusted')} value={one} />)}
          </dl>
        </section>
      )}
      <section className="bl-panel" aria-labelledby="bl-price">
        <header className="bl-panel__head">
          <h2 id="bl-price">{say('price')}</h2>
          <strong>{quote ? (quote.nanodollars.atMost > 0 ? roundedUp(quote.nanodollars.atMost) : say('free')) : say('loading')}</strong>
        </header>
        <p className="bl-second bl-prompt__pad">{say('priceWhat')}</p>
      </section>
    </div>
  )
} // prettier-ignore

const Fact = ({ name, value }: { name: string; value: string }) => (
  <>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </>
)

const References = ({ job, told }: { job: Job; told: Told | null }) => {
  const { say } = useWords()
  const { config } = useConfig()
  const api = config.routes.api
  const sent = told ? told.references.map((one) => ({ ...one, file: api + one.file })) : job.references.map((one) => ({ ...one, file: null }))
  const base = told?.base ?? null
  return (
    <section className="bl-panel" aria-labelledby="bl-references">
      <header className="bl-panel__head">
        <h2 id="bl-references">{say('references')}</h2>
        <span className="bl-second">{say('referencesOf', { count: sent.length })}</span>
      </header>
      <ol className="bl-references">
        {base !== null && (
          <li>
            <img src={api + base} alt="" width={64} height={36} loading="lazy" /> <span>{say('pictureBefore')}</span>
          </li>
        )}
        {sent.map(({ role, name, file }) => (
          <li key={`${role} ${name}`}>
            {file && <img src={file} alt="" width={64} height={36} loading="lazy" />}
            <span>
              {name} <span className="bl-second">{say(role === 'location' ? 'source_location' : role === 'prop' ? 'source_prop' : 'source_character')}</span>
            </span>
          </li>
        ))}
        {sent.length === 0 && base === null && <li className="bl-second">{say('noReferences')}</li>}
      </ol>
    </section>
  )
} // prettier-ignore
