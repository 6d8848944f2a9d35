'use client'
import { Link } from '@payloadcms/ui'
import { useWords } from '../words/useWords'

export type ToldDocument = { href: string; fields: { name: 'logline' | 'synopsis' | 'premise' | 'themes' | 'genre' | 'tone' | 'era' | 'styleCapsule' | 'lighting' | 'lenses' | 'camera' | 'mood' | 'texture'; text: string }[] } // prettier-ignore
type Props = { id: string; title: string; none: string; told: ToldDocument | null }

/** A document as it reads, and the way to change it. */
export const Told = ({ id, title, none, told }: Props) => {
  const { say } = useWords()
  return (
    <section className="bl-panel" aria-labelledby={id}>
      <header className="bl-panel__head">
        <h2 id={id}>{title}</h2>
        {told && (
          <Link href={told.href} className="bl-button" aria-label={say('openDocument', { title })}>
            {say('open')}
          </Link>
        )}
      </header>
      {told === null || told.fields.length === 0 ? (
        <p className="bl-empty">{none}</p>
      ) : (
        <dl className="bl-told">
          {told.fields.map(({ name, text }) => (
            <div key={name}>
              <dt>{say(`story_${name}`)}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
