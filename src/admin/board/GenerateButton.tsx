'use client'
import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import type { Quote } from '@/domain/money/quote'
import { links } from '../shell/links'
import { useStudio } from '../shell/StudioProvider'
import { Icon } from '../status/Icon'
import { roundedUp } from '../status/money'
import { useWords } from '../words/useWords'
import { useQuote, type Priced } from './useQuote'

type Props = {
  project: string
  scenes: readonly string[]
  quote: Quote | null
  word: 'generate' | 'makeAgain'
  isMain?: boolean
}

/** Makes these scenes, and carries what that costs; null: the price is still being read. */
export const GenerateButton = ({ project, scenes, quote, word, isMain = true }: Props) => {
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
    <Button buttonStyle={isMain ? 'primary' : 'secondary'} margin={false} disabled={!quote} icon={<Icon name="bolt" />} iconPosition="left" onClick={() => void start()}>
      {money === null ? say('pricing', { count }) : say(word, { count, money })}
    </Button>
  )
} // prettier-ignore

/** What making them costs; where no price can be told, why, and asking again. */
export const PriceLine = ({ priced, again }: { priced: Priced; again: () => void }) => {
  const { say } = useWords()
  if (priced.state === 'reading') return null
  if (priced.state === 'known') {
    const { expected, atMost } = priced.quote.nanodollars
    return atMost === 0 ? null : say('expectedMoney', { expected: roundedUp(expected), most: roundedUp(atMost), left: roundedUp(priced.left) })
  }
  return (
    <>
      {priced.why === '' ? say('offline') : say('noPrice', { why: priced.why })}{' '}
      <button type="button" className="bl-link" onClick={again}>
        {say('askAgain')}
      </button>
    </>
  )
} // prettier-ignore

/** Only what no longer fits among more that were chosen, with its own price. */
export const MakeAgain = ({ project, scenes }: { project: string; scenes: readonly string[] }) => {
  const { priced } = useQuote(project, scenes.join(','))
  // why there is no price stands beside the other button
  if (priced.state === 'unknown') return null
  const quote = priced.state === 'known' ? priced.quote : null
  return <GenerateButton project={project} scenes={scenes} quote={quote} word="makeAgain" isMain={false} />
}
