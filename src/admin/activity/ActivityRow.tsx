'use client'
import { Link } from '@payloadcms/ui'
import { links } from '../shell/links'
import { Icon, type IconName } from '../status/Icon'
import { useWords } from '../words/useWords'
import { ActivityChangeRow } from './ActivityChangeRow'
import type { ActivityEntry, ActivityWriter } from './useActivity'
import { whoIs } from './whoIs'

const icons: Record<ActivityWriter['is'], IconName> = {
  person: 'person',
  agent: 'bolt',
  import: 'arrow',
  studio: 'bolt',
}

/** One save: its moment, and for each who wrote in it what they changed. */
export const ActivityRow = ({ entry }: { entry: ActivityEntry }) => {
  const words = useWords()
  const { say, language } = words
  const at = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(entry.at))
  const quiet = entry.oldest ? say('activityOldest') : say('activityNothing')
  return (
    <li className="bl-activity__entry">
      <p className="bl-activity__when">
        <time dateTime={entry.at}>{at}</time>{' '}
        <span className="bl-second">{say('revision', { revision: entry.rev })}</span>
      </p>
      <div>
        {entry.writers.map((writer) => (
          <div key={writer.author}>
            <h3 className="bl-activity__who">
              <Icon name={icons[writer.is]} size={14} /> {whoIs(writer, words)}
              {writer.run && <Link href={links.run(writer.run.id)}>{say('inRun')}</Link>}
            </h3>
            {writer.changes.length > 0 && (
              <dl>
                {writer.changes.map((change) => (
                  <ActivityChangeRow key={change.field} change={change} />
                ))}
              </dl>
            )}
          </div>
        ))}
        {entry.writers.every(({ changes }) => changes.length === 0) && <p className="bl-second">{quiet}</p>}
      </div>
    </li>
  )
}
