'use client'
import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { lazy, Suspense, useState } from 'react'
import type { Quote } from '@/domain/money/quote'
import type { BoardScene } from '@/stores/reads/boardRead'
import { useStudio } from '../shell/StudioProvider'
import { links } from '../shell/links'
import { Icon } from '../status/Icon'
import { roundedUp } from '../status/money'
import { useWords } from '../words/useWords'
import { useQuote } from './useQuote'

const BulkEdit = lazy(() => import('./table/BulkEdit').then((room) => ({ default: room.BulkEdit })))

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
  const [changes, setChanges] = useState(false)
  if (chosen.length === 0) return null
  return (
    <div className="bl-selection" role="region" aria-label={say('selected', { count: chosen.length })}>
      <strong>{say(isChoice ? 'selected' : 'readyCount', { count: chosen.length })}</strong>
      {isChoice && (
        <button type="button" className="bl-link" onClick={onClear}>
          {say('clearSelection')}
        </button>
      )}
      {isChoice && editable && (
        <button type="button" className="bl-button" onClick={() => setChanges(true)}>
          {say('changeField')}
        </button>
      )}
      {changes && (
        <Suspense>
          <BulkEdit scenes={chosen} onSaved={onSaved} onClose={() => setChanges(false)} />
        </Suspense>
      )}
      <span className="bl-selection__money" aria-live="polite">
        {priced.state === 'known' && <Money {...priced} />}
        {priced.state === 'unknown' && (
          <>
            {priced.why === '' ? say('offline') : say('noPrice', { why: priced.why })}{' '}
            <button type="button" className="bl-link" onClick={again}>
              {say('askAgain')}
            </button>
          </>
        )}
      </span>
      {priced.state !== 'unknown' && <Generate project={project} scenes={ids.split(',')} quote={priced.state === 'known' ? priced.quote : null} />}
    </div>
  )
} // prettier-ignore

const Money = ({ quote, left }: { quote: Quote; left: number }) => {
  const { say } = useWords()
  const { expected, atMost } = quote.nanodollars
  if (atMost === 0) return null
  return say('expectedMoney', { expected: roundedUp(expected), most: roundedUp(atMost), left: roundedUp(left) })
}

const Generate = ({ project, scenes, quote }: { project: string; scenes: string[]; quote: Quote | null }) => {
  const { say } = useWords()
  const { send } = useStudio()
  const router = useRouter()
  const count = scenes.length
  const start = async () => {
    if (!quote) return
    const accept = { hash: quote.hash, nanodollars: quote.nanodollars.atMost }
    const made = (await send(`/projects/${project}/generate`, { scenes, accept })) as { runId?: string } | null
    if (!made?.runId) return
    toast.success(say('started'))
    router.push(links.run(made.runId))
  }
  const money = quote && (quote.nanodollars.atMost > 0 ? roundedUp(quote.nanodollars.expected) : say('free'))
  return (
    <Button buttonStyle="primary" margin={false} disabled={!quote} icon={<Icon name="bolt" />} iconPosition="left" onClick={() => void start()}>
      {money === null ? say('pricing', { count }) : say('generate', { count, money })}
    </Button>
  )
} // prettier-ignore
