'use client'
import { Link, ShimmerEffect, useConfig } from '@payloadcms/ui'
import { useState } from 'react'
import { takeKinds } from '@/domain/takes/takesOf'
import type { ToldTake } from '@/domain/takes/toldTake'
import { links } from '../shell/links'
import { roundedUp } from '../status/money'
import { StatusTag } from '../status/StatusTag'
import { useWords } from '../words/useWords'
import { takeLook, useTakeWords } from './takeWords'
import { useStanding } from './useStanding'

const verdicts = ['passed', 'failed', 'unknown', 'overruled', 'rejected', 'none'] as const
type Filter = { kind: string; verdict: string; layer: string }

const filterIn = (): Filter => {
  const query = new URLSearchParams(typeof location === 'undefined' ? '' : location.search)
  return { kind: query.get('kind') ?? '', verdict: query.get('verdict') ?? '', layer: query.get('layer') ?? '' }
}

/** Everything that was ever made of a scene, the newest first, by kind, layer and verdict; the filter stands in the address. */
export const Takes = ({ scene, project }: { scene: string; project: string }) => {
  const { say } = useWords()
  const { takes, standing } = useStanding(scene, project)
  const [filter, setFilter] = useState(filterIn)
  if (standing === undefined) return <ShimmerEffect height={320} />
  if (takes === null) return <p className="bl-empty">{say('takesNotShown')}</p>
  if (takes.length === 0) return <p className="bl-empty">{say('noTake')}</p>
  const change = (part: Partial<Filter>) => {
    const next = { ...filter, ...part }
    const query = new URLSearchParams(Object.entries(next).filter(([, value]) => value !== '')).toString()
    window.history.replaceState(window.history.state, '', query === '' ? location.pathname : `?${query}`)
    setFilter(next)
  }
  const seen = takes.filter((one) => fits(one, filter))
  const spent = seen.reduce((sum, { nanodollars }) => sum + nanodollars, 0)
  return (
    <section className="bl-alltakes" aria-label={say('takesTitle')}>
      <div className="bl-prompt__bar">
        <Choice label={say('takeKind')} value={filter.kind} options={takeKinds.map((one) => [one, say(`kind_take_${one}`)])} onChange={(kind) => change({ kind })} />
        <Choice label={say('layerWord')} value={filter.layer} options={layersOf(takes)} onChange={(layer) => change({ layer })} />
        <Choice label={say('verdictWord')} value={filter.verdict} options={verdicts.map((one) => [one, say(`verdict_${one}`)])} onChange={(verdict) => change({ verdict })} />
        <span className="bl-second" aria-live="polite">{say('takesFound', { found: seen.length, all: takes.length, money: spent > 0 ? roundedUp(spent) : say('free') })}</span>
      </div>
      {seen.length === 0 ? <p className="bl-empty">{say('noTakeFits')}</p> : <Table scene={scene} takes={seen} />}
    </section>
  )
} // prettier-ignore

const fits = ({ kind, layer, verdict }: ToldTake, filter: Filter): boolean =>
  (filter.kind === '' || kind === filter.kind) &&
  (filter.layer === '' || String(layer) === filter.layer) &&
  (filter.verdict === '' || (verdict ?? 'none') === filter.verdict)

const layersOf = (takes: readonly ToldTake[]): [string, string][] => {
  const layers = new Map(takes.flatMap(({ layer, subject }) => (layer === null ? [] : [[layer, subject] as const])))
  return [...layers].toSorted(([a], [b]) => a - b).map(([layer, subject]) => [String(layer), `${layer + 1} · ${subject}`])
} // prettier-ignore

type ChoiceProps = { label: string; value: string; options: [string, string][]; onChange: (value: string) => void }
const Choice = ({ label, value, options, onChange }: ChoiceProps) => {
  const { say } = useWords()
  return (
    <label>
      {label}{' '}
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{say('all')}</option>
        {options.map(([one, word]) => (
          <option key={one} value={one}>
            {word}
          </option>
        ))}
      </select>
    </label>
  )
}

const Table = ({ scene, takes }: { scene: string; takes: readonly ToldTake[] }) => {
  const { say, language } = useWords()
  const { nameOf, kindOf, verdictWord } = useTakeWords()
  const { config } = useConfig()
  const at = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'short' })
  return (
    <ul className="bl-rows bl-panel bl-takerows">
      {takes.map((take) => {
        const file = config.routes.api + take.file
        return (
          <li key={take.id}>
            <span className="bl-takerows__seen">
              {take.kind === 'still' ? <img src={file} alt="" width={128} height={72} loading="lazy" /> : take.kind === 'clip' ? <video src={`${file}#t=0.1`} preload="metadata" muted aria-hidden="true" tabIndex={-1} /> : <audio src={file} controls preload="none" aria-label={take.subject} />}
            </span>
            <span className="bl-takerows__what">
              <strong>{nameOf(take)}</strong> {kindOf(take)} {take.kind === 'line' && take.subject}
              <span className="bl-second">{take.model} · {at.format(new Date(take.at))} · {take.nanodollars > 0 ? roundedUp(take.nanodollars) : say('free')}</span>
              {take.told !== '' && <span className="bl-second">{say('toldBeyond', { told: take.told })}</span>}
            </span>
            <span className="bl-takerows__verdict">
              {take.kind !== 'line' && <StatusTag {...takeLook(take.verdict)}>{verdictWord(take.verdict)}</StatusTag>}
              {take.inUse && <StatusTag icon="check" tone="good">{say('inUse')}</StatusTag>}
            </span>
            {take.kind !== 'line' && (
              <span className="bl-takerows__links">
                <Link href={`${links.scene(scene)}?take=${take.id}`}>{say('lookAt')}</Link>
                <Link href={`${links.scene(scene)}/prompt?take=${take.id}`}>{say('whatItWasTold')}</Link>
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
} // prettier-ignore
