'use client'
import { useConfig } from '@payloadcms/ui'
import type { ToldTake } from '@/domain/takes/toldTake'
import { takeLook, useTakeWords } from '../scene/takeWords'
import { roundedUp } from '../status/money'
import { StatusTag } from '../status/StatusTag'
import { useWords } from '../words/useWords'

type Props = { takes: readonly ToldTake[]; compared: string | null; onCompare: (take: string) => void }

/** The takes of one layer, or of the clip, and what each was told differently. */
export const TakesOfJob = ({ takes, compared, onCompare }: Props) => {
  const { say, time } = useWords()
  const { nameOf, verdictWord } = useTakeWords()
  const { config } = useConfig()
  if (takes.length === 0) return null
  const spent = takes.reduce((sum, { nanodollars }) => sum + nanodollars, 0)
  return (
    <section className="bl-panel" aria-labelledby="bl-told">
      <header className="bl-panel__head">
        <h2 id="bl-told">
          {say('takesTitle')} <span className="bl-second">{say('toldDifferently')}</span>
        </h2>
        <span className="bl-second">{spent > 0 ? roundedUp(spent) : say('free')}</span>
      </header>
      <ul className="bl-rows bl-toldtakes">
        {takes.map((take) => (
          <li key={take.id}>
            <strong>{nameOf(take)}</strong>
            {take.kind === 'still' ? <img src={config.routes.api + take.file} alt="" width={64} height={36} loading="lazy" /> : <span />}
            <span>{take.told === '' ? say('asPlanned') : take.told}</span>
            <StatusTag {...takeLook(take.verdict)}>{verdictWord(take.verdict)}</StatusTag>
            <span className="bl-second">{time(take.at)}</span>
            <span>{take.nanodollars > 0 ? roundedUp(take.nanodollars) : say('free')}</span>
            <button type="button" className="bl-link" aria-pressed={take.id === compared} onClick={() => onCompare(take.id)}>
              {say('compare')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
} // prettier-ignore
