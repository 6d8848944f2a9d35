'use client'
import { Link } from '@payloadcms/ui'
import { useState } from 'react'
import type { ErrorStory } from '@/domain/errors/StudioError'
import { links } from '../shell/links'
import { statusMeta } from '../status/statusMeta'
import { StatusTag } from '../status/StatusTag'
import { useWords } from '../words/useWords'
import { isFailed, type RunTold, type StepTold } from './runShape'

const Story = ({ story }: { story: ErrorStory }) => {
  const { say } = useWords()
  return (
    <dl className="bl-story">
      <dt>{say('what')}</dt>
      <dd>
        <strong>{story.what}</strong>
      </dd>
      <dt>{say('why')}</dt>
      <dd>{story.why}</dd>
      <dt>{say('fix')}</dt>
      <dd>{story.fix}</dd>
    </dl>
  )
}

/** What failed: what, why, fix of the first; the others are folded. */
export const FailurePanel = ({ run }: { run: RunTold }) => {
  const { say, status } = useWords()
  const [all, setAll] = useState(false)
  const failed = run.steps.filter((step) => step.error && isFailed(step))
  const [first, ...others] = failed
  if (!first && !run.error) return null
  return (
    <section className="bl-panel bl-panel--bad" role="alert">
      {first?.error ? (
        <>
          <header className="bl-panel__head">
            <StatusTag {...statusMeta.step.failed}>{status('step.failed')}</StatusTag>
            <h2>{first.says}</h2>
            <span className="bl-second">{say('take', { take: first.attempts })}</span>
          </header>
          <Story story={first.error} />
          <SceneLink step={first} run={run} />
        </>
      ) : (
        run.error && <Story story={run.error} />
      )}
      {others.length > 0 && !all && (
        <button type="button" className="bl-link" onClick={() => setAll(true)}>
          {say('moreFailed', { count: others.length })}
        </button>
      )}
      {all &&
        others.map(({ id, says, error }) => (
          <div key={id}>
            <h3>{says}</h3>
            {error && <Story story={error} />}
          </div>
        ))}
    </section>
  )
}

/** Where what failed is put right. */
const SceneLink = ({ step: { scene }, run }: { step: StepTold; run: RunTold }) => {
  const { say } = useWords()
  if (scene === null) return null
  const clip = run.scenes.find(({ id }) => id === scene)?.clip ?? say('scene')
  return (
    <p className="bl-next">
      <Link href={links.scene(scene)} className="bl-button">
        {say('openScene', { scene: clip })}
      </Link>
    </p>
  )
}
