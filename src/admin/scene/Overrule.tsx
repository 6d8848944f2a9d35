'use client'
import { useDocumentInfo } from '@payloadcms/ui'
import type { ToldTake } from '@/domain/takes/toldTake'
import { useStudio } from '../shell/StudioProvider'
import { useWords } from '../words/useWords'
import type { Standing } from './standingOf'
import { useTakeWords } from './takeWords'
import { WithReason } from './WithReason'

type Props = {
  scene: string
  standing: Standing
  takes: readonly ToldTake[]
  shown: string | null
  look: () => Promise<void>
}

const reasonLeast = 10

/** The picture that is looked at, else the newest, counts whatever the judges said; only where one did not say yes. */
export const Overrule = ({ scene, standing: { status }, takes, shown, look }: Props) => {
  const { say } = useWords()
  const { nameOf } = useTakeWords()
  const { send } = useStudio()
  const { hasSavePermission } = useDocumentInfo()
  const stills = takes.filter(({ kind, layer }) => kind === 'still' && layer !== null)
  const one = stills.find(({ id }) => id === shown) ?? stills[0]
  const mayCount = one && (one.usable || one.inUse)
  const waits = status === 'failed' || status === 'needs_review'
  const isDoubted = one && (one.verdict === 'failed' || one.verdict === 'unknown' || (one.verdict === null && waits))
  if (!mayCount || !isDoubted || hasSavePermission === false) return null
  return (
    <WithReason
      label={say('overruleThis', { take: nameOf(one) })}
      asks={say('overruleWhy')}
      hint={say('tenLetters')}
      least={reasonLeast}
      onSay={async (reason) => {
        await send(`/scenes/${scene}/overrule`, { take: one.take, layer: one.layer, reason })
        await look()
      }}
    />
  )
}
