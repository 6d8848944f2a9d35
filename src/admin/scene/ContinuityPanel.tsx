'use client'
import { Link } from '@payloadcms/ui'
import { links } from '../shell/links'
import { StatusTag } from '../status/StatusTag'
import { useWords } from '../words/useWords'
import { answerLooks } from './answerLooks'
import type { Standing } from './standingOf'
import { useSceneBefore } from './useSceneBefore'

/** The last picture of the scene before beside the first of this one, and what was found to hang together. */
export const ContinuityPanel = ({ standing }: { standing: Standing }) => {
  const { say } = useWords()
  const before = useSceneBefore()
  const { continuity, boundary, notices, picture } = standing
  return (
    <details className="bl-panel bl-fold">
      <summary>
        {say('continuity')} <span className="bl-second">{boundary ? say(`boundary_${boundary}`) : ''}</span>
      </summary>
      <div className="bl-meet">
        <figure>
          {before?.lastFrame ? <img src={before.lastFrame} alt={say('lastOf', { clip: before.clipName })} /> : <p className="bl-screen__none">{say(before === undefined ? 'loading' : before === null ? 'firstScene' : 'noLastFrame')}</p>}
          <figcaption>{before ? <Link href={links.scene(before.id)}>{say('lastOf', { clip: before.clipName })}</Link> : say('beforeIt')}</figcaption>
        </figure>
        <figure>
          {picture ? <img src={picture} alt={say('firstOfThis')} /> : <p className="bl-screen__none">{say('noPicture')}</p>}
          <figcaption>{say('firstOfThis')}</figcaption>
        </figure>
      </div>
      {continuity.length === 0 && notices.length === 0 && <p className="bl-second bl-fold__foot">{say('nothingCompared')}</p>}
      <ul className="bl-meet__found">
        {continuity.map((one) => (
          <li key={one.id ?? one.what}>
            <StatusTag {...answerLooks[one.answer ?? 'unknown']}>{say(`answer_${one.answer ?? 'unknown'}`)}</StatusTag> {(one.what ?? '').replace('continuity:', '').replaceAll(':', ' · ')} <span className="bl-second">{one.note}</span>
          </li>
        ))}
        {notices.map((notice) => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
    </details>
  )
} // prettier-ignore
