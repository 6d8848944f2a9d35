'use client'
import { Link } from '@payloadcms/ui'
import { links } from '../shell/links'
import { useWords } from '../words/useWords'
import type { UsedScene } from './useSheet'

/** The scenes that show or hear it. */
export const UsedIn = ({ scenes }: { scenes: readonly UsedScene[] }) => {
  const { say } = useWords()
  return (
    <section aria-labelledby="bl-usedin">
      <h3 id="bl-usedin">
        {say('whereUsed')} <span className="bl-count">{scenes.length}</span>
      </h3>
      {scenes.length === 0 ? (
        <p className="bl-second">{say('usedNowhere')}</p>
      ) : (
        <ul className="bl-usedin">
          {scenes.map(({ id, clipName, title }) => (
            <li key={id}>
              <Link href={links.scene(id)}>
                <code>{clipName}</code>
              </Link>{' '}
              {title}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
