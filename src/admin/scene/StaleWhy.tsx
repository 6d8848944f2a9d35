'use client'
import { useStudio } from '../shell/StudioProvider'
import { useWords } from '../words/useWords'
import type { Standing } from './standingOf'
import { WithReason } from './WithReason'

type Props = { scene: string; standing: Standing; look: () => Promise<void> }

/** Why what was made no longer fits, and keeping it with a reason. */
export const StaleWhy = ({ scene, standing, look }: Props) => {
  const { say } = useWords()
  const { send } = useStudio()
  const { stale, reasons, kept } = standing
  if (!stale) return kept?.reason ? <p className="bl-second">{say('keptBy', { by: kept.by ?? '', reason: kept.reason })}</p> : null
  return (
    <section className="bl-stale">
      <h3>{say('whyStale')}</h3>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <WithReason
        label={say('keepAsIs')}
        asks={say('keepWhy')}
        onSay={async (reason) => {
          await send(`/scenes/${scene}/keep`, { reason })
          await look()
        }}
      />
    </section>
  )
} // prettier-ignore
