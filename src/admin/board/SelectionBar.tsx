'use client'
import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { Quote } from '@/domain/money/quote'
import type { BoardScene } from '@/stores/reads/boardRead'
import { useStudio } from '../shell/StudioProvider'
import { links } from '../shell/links'
import { Icon } from '../status/Icon'
import { roundedUp } from '../status/money'
import { useWords } from '../words/useWords'

type Props = {
  project: string
  /** Those a person chose, or those that wait to be made. */ chosen: readonly BoardScene[]
  isChoice: boolean
  onClear: () => void
}
type Costs = { left: number }

/** What is chosen, what making it costs, and the button that carries the price: no price, no button. */
export const SelectionBar = ({ project, chosen, isChoice, onClear }: Props) => {
  const { say } = useWords()
  const { read, send } = useStudio()
  const router = useRouter()
  const [quote, setQuote] = useState<Quote | null>(null)
  const [left, setLeft] = useState(0)
  const ids = chosen.map(({ id }) => id).join(',')

  useEffect(() => {
    setQuote(null)
    if (ids === '') return
    let isOld = false
    void Promise.all([read(`/projects/${project}/estimate?scenes=${ids}`), read(`/projects/${project}/costs`)]).then(([priced, costs]) => {
      if (isOld) return
      setQuote((priced?.answer as Quote | undefined) ?? null)
      setLeft((costs?.answer as Costs | undefined)?.left ?? 0)
    })
    return () => {
      isOld = true
    }
  }, [ids, project, read])

  if (chosen.length === 0) return null
  const { expected = 0, atMost = 0 } = quote?.nanodollars ?? {}
  const start = async () => {
    if (!quote) return
    const accept = { hash: quote.hash, nanodollars: atMost }
    const made = (await send(`/projects/${project}/generate`, { scenes: ids.split(','), accept })) as { runId?: string } | null
    if (!made?.runId) return
    toast.success(say('started'))
    router.push(links.run(made.runId))
  }
  return (
    <div className="bl-selection" role="region" aria-label={say('selected', { count: chosen.length })}>
      <strong>{say(isChoice ? 'selected' : 'readyCount', { count: chosen.length })}</strong>
      {isChoice && (
        <button type="button" className="bl-link" onClick={onClear}>
          {say('clearSelection')}
        </button>
      )}
      <span className="bl-selection__money">
        {quote && atMost > 0 && say('expectedMoney', { expected: roundedUp(expected), most: roundedUp(atMost), left: roundedUp(left) })}
      </span>
      <Button buttonStyle="primary" margin={false} disabled={!quote} icon={<Icon name="bolt" />} iconPosition="left" onClick={() => void start()}>
        {quote ? say('generate', { count: chosen.length, money: atMost > 0 ? roundedUp(expected) : say('free') }) : say('loading')}
      </Button>
    </div>
  )
} // prettier-ignore
