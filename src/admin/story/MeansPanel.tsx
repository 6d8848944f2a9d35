'use client'
import { Button, Link } from '@payloadcms/ui'
import type { Foreseen, ForeseenScene } from '@/domain/stale/foreseen'
import { links } from '../shell/links'
import { useWords } from '../words/useWords'
import { StaleRows } from './StaleRows'

type Props = { foreseen: Foreseen | null; onSave: () => void; onGoOn: () => void }

/** What saving means, before it is done: which scenes go on, change, are new, leave, and turn stale. */
export const MeansPanel = ({ foreseen, onSave, onGoOn }: Props) => {
  const { say } = useWords()
  const aligned = foreseen?.aligned
  return (
    <section className="bl-panel bl-means" aria-labelledby="bl-means">
      <header className="bl-panel__head">
        <h2 id="bl-means">{say('meansTitle')}</h2>
      </header>
      <div className="bl-means__body" role="status">
        {foreseen === null && <p>{say('meansUnknown')}</p>}
        {aligned && (
          <>
            <p>{say('meansKept', { count: aligned.kept })}</p>
            <SceneList title={say('meansChanged', { count: aligned.changed.length })} scenes={aligned.changed} />
            <SceneList title={say('meansArchived', { count: aligned.archived.length })} scenes={aligned.archived} />
            {aligned.added.length > 0 && (
              <details open={aligned.added.length < 12}>
                <summary>{say('meansAdded', { count: aligned.added.length })}</summary>
                <ul>
                  {aligned.added.map(({ clipName, heading }, at) => (
                    <li key={`${clipName} ${String(at)}`}>
                      <code>{clipName}</code> {heading}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </>
        )}
        {foreseen && <StaleRows foreseen={foreseen} />}
      </div>
      <p className="bl-means__buttons">
        <Button buttonStyle="primary" size="medium" margin={false} onClick={onSave}>
          {say('saveNow')}
        </Button>
        <Button buttonStyle="secondary" size="medium" margin={false} onClick={onGoOn}>
          {say('goOnWriting')}
        </Button>
      </p>
    </section>
  )
}

const SceneList = ({ title, scenes }: { title: string; scenes: readonly ForeseenScene[] }) =>
  scenes.length === 0 ? null : (
    <details open={scenes.length < 12}>
      <summary>{title}</summary>
      <ul>
        {scenes.map(({ id, clipName, title: name }) => (
          <li key={id}>
            <Link href={links.scene(id)}>
              <code>{clipName}</code>
            </Link>{' '}
            {name}
          </li>
        ))}
      </ul>
    </details>
  )
