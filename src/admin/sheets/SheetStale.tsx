'use client'
import { WithReason } from '../scene/WithReason'
import { useStudio } from '../shell/StudioProvider'
import { useWords } from '../words/useWords'
import type { SheetDocument } from './useSheet'

type Props = { collection: string; document: SheetDocument; look: () => Promise<void> }

/** Why the pictures no longer fit, and keeping them with a reason. */
export const SheetStale = ({ collection, document: { id, stale, staleReasons }, look }: Props) => {
  const { say } = useWords()
  const { send } = useStudio()
  if (stale !== true) return null
  const keep = async (reason: string) => {
    await send(`/${collection}/${id}/keep`, { reason })
    await look()
  }
  return (
    <section className="bl-stale">
      <h3>{say('whyStale')}</h3>
      <ul>
        {(staleReasons ?? []).map(({ reason }, at) => (
          <li key={at}>{reason}</li>
        ))}
      </ul>
      <WithReason label={say('keepAsIs')} asks={say('keepWhy')} onSay={keep} />
    </section>
  )
}
