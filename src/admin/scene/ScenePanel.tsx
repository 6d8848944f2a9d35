'use client'
import { ShimmerEffect, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'
import { statusMeta } from '../status/statusMeta'
import { StatusTag } from '../status/StatusTag'
import { useWords } from '../words/useWords'
import { DecideBar } from './DecideBar'
import { JudgePanel } from './JudgePanel'
import { StaleWhy } from './StaleWhy'
import { urlOf, type Standing, type TakeRow } from './standingOf'
import { TakePlayer } from './TakePlayer'
import { TakesStrip } from './TakesStrip'
import { useStanding } from './useStanding'

/** Beside the form of a scene: what was made of it, what the judges said, and what may be done about it. */
export const ScenePanel = () => {
  const { say } = useWords()
  const { id } = useDocumentInfo()
  const scene = id === undefined ? '' : String(id)
  const { standing, look } = useStanding(scene)
  const [shown, setShown] = useState<string | null>(null)
  if (scene === '') return null
  if (standing === undefined) return <ShimmerEffect height={320} />
  return (
    <div className="bl-scenepanel">
      {standing ? <Made scene={scene} standing={standing} shown={shown} onShow={setShown} look={look} /> : <p className="bl-empty">{say('noTake')}</p>}
      <DecideBar scene={scene} standing={standing} look={look} />
    </div>
  )
} // prettier-ignore

type Made = {
  scene: string
  standing: Standing
  shown: string | null
  onShow: (take: string | null) => void
  look: () => Promise<void>
}

const Made = ({ scene, standing, shown, onShow, look }: Made) => {
  const { status } = useWords()
  const take = standing.takes.find((one) => one.id === shown)
  const seen = seenOf(standing, take)
  return (
    <>
      <div className="bl-scenepanel__status" aria-live="polite">
        <StatusTag {...statusMeta.scene[standing.status]} filled>
          {status(`scene.${standing.status}`)}
        </StatusTag>
        {standing.stale && (
          <StatusTag {...statusMeta.flag.stale} filled>
            {status('flag.stale')}
          </StatusTag>
        )}
      </div>
      {standing.error?.what && (
        <p role="alert" className="bl-scenepanel__error">
          <strong>{standing.error.what}</strong> {standing.error.why} {standing.error.fix}
        </p>
      )}
      <TakePlayer {...seen} fps={standing.fps} />
      <TakesStrip scene={scene} standing={standing} shown={shown} onShow={onShow} look={look} />
      <StaleWhy scene={scene} standing={standing} look={look} />
      <JudgePanel standing={standing} />
    </>
  )
}

/** What the player shows: a take that was chosen to look at, or what counts now. */
const seenOf = (standing: Standing, take: TakeRow | undefined) => {
  if (!take) return { clip: standing.clip, picture: standing.picture }
  const media = urlOf(take.media)
  return take.kind === 'clip' ? { clip: media, picture: standing.picture } : { clip: null, picture: media }
}
