'use client'
import { Link } from '@payloadcms/ui'
import { Icon } from '../status/Icon'
import { statusMeta } from '../status/statusMeta'
import { StatusTag } from '../status/StatusTag'
import { useWords } from '../words/useWords'

export type CastRow = { href: string; name: string; picture: string | null; stale: boolean }
type Props = { people: readonly CastRow[]; places: readonly CastRow[]; things: readonly CastRow[] }

/** Who, where and what the film is about, each leading to its sheet. */
export const CastPanel = ({ people, places, things }: Props) => {
  const { say, status } = useWords()
  const groups = [['castPeople', people], ['castPlaces', places], ['castThings', things]] as const
  if (groups.every(([, rows]) => rows.length === 0)) return null
  return (
    <section className="bl-panel bl-cast" aria-labelledby="bl-cast">
      <header className="bl-panel__head">
        <h2 id="bl-cast">{say('castTitle')}</h2>
        <span className="bl-second">{say('castWhy')}</span>
      </header>
      {groups.map(([word, rows]) => rows.length > 0 && (
        <div key={word} className="bl-cast__group">
          <h3>{say(word)}</h3>
          <ul>
            {rows.map(({ href, name, picture, stale }) => (
              <li key={href}>
                <Link href={href}>
                  {picture ? <img src={picture} alt="" width={64} height={36} loading="lazy" /> : <span className="bl-cast__none"><Icon name="picture" size={14} /></span>}
                  {name}
                </Link>
                {stale && <StatusTag {...statusMeta.flag.stale}>{status('flag.stale')}</StatusTag>}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
} // prettier-ignore
