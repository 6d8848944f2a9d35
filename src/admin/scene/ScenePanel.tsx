'use client'
import { ShimmerEffect, useDocumentInfo } from '@payloadcms/ui'
import { SceneRequests } from '../review/SceneRequests'
import { statusMeta } from '../status/statusMeta'
import { StatusTag } from '../status/StatusTag'
import { useWords } from '../words/useWords'
import { ContinuityPanel } from './ContinuityPanel'
import { DecideBar } from './DecideBar'
import { JudgePanel } from './JudgePanel'
import { LayersPanel } from './LayersPanel'
import { projectIdOf } from './projectIdOf'
import { StaleWhy } from './StaleWhy'
import type { Standing } from './standingOf'
import { TakePlayer } from './TakePlayer'
import { TakesStrip } from './TakesStrip'
import { useLooking } from './useLooking'
import { useStanding } from './useStanding'
import { useView } from './useView'

/** Beside the form of a scene: what was made of it, what the judges said, and what may be done about it. */
export const ScenePanel = () => {
  const { say } = useWords()
  const { id, data } = useDocumentInfo()
  const scene = id === undefined ? '' : String(id)
  const project = projectIdOf(data?.['project'])
  const seen = useStanding(scene, project)
  if (scene === '') return null
  if (seen.standing === undefined) return <ShimmerEffect height={420} />
  return (
    <div className="bl-scenepanel">
      {seen.standing ? <Made scene={scene} project={project} {...seen} standing={seen.standing} /> : <p className="bl-empty">{say('noTake')}</p>}
      <SceneRequests scene={scene} />
    </div>
  )
} // prettier-ignore

type Made = ReturnType<typeof useStanding> & { scene: string; project: string; standing: Standing }

const Made = ({ scene, project, standing, takes, look }: Made) => {
  const { say } = useWords()
  const all = takes ?? []
  const looking = useLooking()
  const { take, compare, mode } = looking
  const { view, beside, others } = useView({ standing, takes: all, take, compare })
  return (
    <>
      <StatusLine standing={standing} />
      {standing.error?.what && (
        <p role="alert" className="bl-scenepanel__error">
          <strong>{standing.error.what}</strong> {standing.error.why} {standing.error.fix}
        </p>
      )}
      <TakePlayer view={view} beside={beside} mode={mode} fps={standing.fps ?? 24} others={others} compared={beside ? compare : null} onCompare={(other, how) => looking.see({ compare: other, mode: how })} />
      {takes === null ? <p className="bl-second">{say('takesNotShown')}</p> : <TakesStrip scene={scene} project={project} takes={all} shown={take} onShow={(id) => looking.see({ take: id })} look={look} />}
      <DecideBar scene={scene} standing={standing} look={look} />
      <StaleWhy scene={scene} standing={standing} look={look} />
      <JudgePanel scene={scene} standing={standing} takes={all} shown={take} look={look} />
      <LayersPanel takes={all} shown={take} onShow={(id) => looking.see({ take: id, compare: null })} onAdded={(id, below) => looking.see({ take: id, compare: below, mode: 'difference' })} />
      <ContinuityPanel standing={standing} />
    </>
  )
} // prettier-ignore

const StatusLine = ({ standing }: { standing: Standing }) => {
  const { status } = useWords()
  return (
    <div className="bl-scenepanel__status" aria-live="polite">
      <StatusTag {...statusMeta.scene[standing.status]} filled>
        {status(`scene.${standing.status}`)}
      </StatusTag>
      {standing.stale && (
        <StatusTag {...statusMeta.flag.stale} filled>
          {status('flag.stale')}
        </StatusTag>
      )}
      {standing.overrule?.reason && (
        <StatusTag {...statusMeta.flag.overruled} filled>
          {status('flag.overruled')}
        </StatusTag>
      )}
    </div>
  )
}
