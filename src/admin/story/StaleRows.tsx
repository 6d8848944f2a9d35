'use client'
import { Link } from '@payloadcms/ui'
import type { Foreseen } from '@/domain/stale/foreseen'
import { links } from '../shell/links'
import { Icon } from '../status/Icon'
import { useWords } from '../words/useWords'

/** What would turn stale: every scene and drawn document with its reasons. */
export const StaleRows = ({ foreseen: { scenes, documents } }: { foreseen: Foreseen }) => {
  const { say } = useWords()
  if (scenes.length + documents.length === 0)
    return (
      <p>
        <Icon name="check" /> {say('staleNothing')}
      </p>
    )
  const rows = [
    ...scenes.map(({ id, clipName, title, ...one }) => ({ ...one, key: id, href: links.scene(id), name: clipName, title })),
    ...documents.map(({ collection, id, name, ...one }) => ({ ...one, key: id, href: `/admin/collections/${collection}/${id}`, name, title: say('drawnViews') })),
  ] // prettier-ignore
  return (
    <details open={rows.length < 12}>
      <summary>
        <Icon name="loop" /> {say('staleWould', { count: scenes.length })}
      </summary>
      <ul>
        {rows.map(({ key, href, name, title, reasons, already }) => (
          <li key={key}>
            <Link href={href}>
              <code>{name}</code>
            </Link>{' '}
            {title} <span className="bl-second">{reasons.join(' ')}</span> {already && <span className="bl-second">{say('staleAlready')}</span>}
          </li>
        ))}
      </ul>
    </details>
  )
} // prettier-ignore
