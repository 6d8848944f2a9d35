'use client'
import { useStudio } from '../shell/StudioProvider'
import { useWords } from '../words/useWords'

/** Of GET …/shares. */
export type ShareRow = {
  id: string
  title: string
  may: 'view' | 'comment'
  expiresAt: string
  revokedAt: string | null
  openedAt: string | null
}
type Props = { rows: readonly ShareRow[]; onRevoked: () => void }

/** Links that were made: for whom, how long, when somebody looked last. */
export const ShareRows = ({ rows, onRevoked }: Props) => {
  const { say, language } = useWords()
  const { send } = useStudio()
  const day = (at: string): string => new Date(at).toLocaleDateString(language)
  const standing = ({ expiresAt, revokedAt }: ShareRow): string => {
    if (revokedAt) return say('revokedOn', { day: day(revokedAt) })
    return say(new Date(expiresAt) > new Date() ? 'openUntil' : 'expiredOn', { day: day(expiresAt) })
  }
  const revoke = async (id: string) => {
    if (await send(`/share-links/${id}/revoke`)) onRevoked()
  }
  if (rows.length === 0) return <p className="bl-empty">{say('noLinks')}</p>
  return (
    <ul className="bl-rows">
      {rows.map((row) => {
        const name = row.title === '' ? say('anybody') : row.title
        return (
          <li key={row.id} className="bl-share__row">
            <span>
              <strong dir="auto">{name}</strong> <span className="bl-second">{say(`may_${row.may}`)}</span>
              <br />
              <span className="bl-second">
                {standing(row)} · {row.openedAt ? say('lastOpened', { day: day(row.openedAt) }) : say('neverOpened')}
              </span>
            </span>
            {!row.revokedAt && (
              <button type="button" className="bl-button" aria-label={say('revokeLabel', { name })} onClick={() => void revoke(row.id)}>
                {say('revoke')}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
} // prettier-ignore
