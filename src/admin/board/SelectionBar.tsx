'use client'
import { lazy, Suspense, useState } from 'react'
import type { BoardScene } from '@/stores/reads/boardRead'
import { useWords } from '../words/useWords'
import { GenerateButton, MakeAgain, PriceLine } from './GenerateButton'
import { fits } from './shownScenes'
import { useQuote } from './useQuote'

const BulkEdit = lazy(() => import('./table/BulkEdit').then((room) => ({ default: room.BulkEdit })))
const KeepDialog = lazy(() => import('./KeepDialog').then((room) => ({ default: room.KeepDialog })))

type Props = {
  project: string
  /** Those a person chose, or those that wait to be made. */ chosen: readonly BoardScene[]
  isChoice: boolean
  /** Whether fields of the chosen may be changed here. */ editable: boolean
  onClear: () => void
  onSaved: () => Promise<void>
}

/** What is chosen, what making it costs, and the button that carries the price: no price, no button. */
export const SelectionBar = ({ project, chosen, isChoice, editable, onClear, onSaved }: Props) => {
  const { say } = useWords()
  const ids = chosen.map(({ id }) => id).join(',')
  const { priced, again } = useQuote(project, ids)
  const stale = isChoice ? chosen.filter(fits.stale) : []
  const remade = stale.filter(({ locked }) => !locked).map(({ id }) => id)
  const isAllStale = isChoice && remade.length === chosen.length
  if (chosen.length === 0) return null
  return (
    <div className="bl-selection" role="region" aria-label={say('selected', { count: chosen.length })}>
      <strong>{say(isChoice ? 'selected' : 'readyCount', { count: chosen.length })}</strong>
      {isChoice && <ChosenVerbs chosen={chosen} stale={stale} editable={editable} onClear={onClear} onSaved={onSaved} />}
      <span className="bl-selection__money" aria-live="polite">
        <PriceLine priced={priced} again={again} />
      </span>
      {!isAllStale && remade.length > 0 && <MakeAgain project={project} scenes={remade} />}
      {priced.state !== 'unknown' && (
        <GenerateButton project={project} scenes={ids.split(',')} quote={priced.state === 'known' ? priced.quote : null} word={isAllStale ? 'makeAgain' : 'generate'} />
      )}
    </div>
  )
} // prettier-ignore

type VerbProps = Pick<Props, 'chosen' | 'editable' | 'onClear' | 'onSaved'> & { stale: readonly BoardScene[] }

/** What is done with the chosen without making anything. */
const ChosenVerbs = ({ chosen, stale, editable, onClear, onSaved }: VerbProps) => {
  const { say } = useWords()
  const [open, setOpen] = useState<'change' | 'keep' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <button type="button" className="bl-link" onClick={onClear}>
        {say('clearSelection')}
      </button>
      {editable && (
        <button type="button" className="bl-button" onClick={() => setOpen('change')}>
          {say('changeField')}
        </button>
      )}
      {stale.length > 0 && (
        <button type="button" className="bl-button" onClick={() => setOpen('keep')}>
          {say('keepStale', { count: stale.length })}
        </button>
      )}
      <Suspense>
        {open === 'change' && <BulkEdit scenes={chosen} onSaved={onSaved} onClose={close} />}
        {open === 'keep' && <KeepDialog scenes={stale} onKept={onSaved} onClose={close} />}
      </Suspense>
    </>
  )
}
