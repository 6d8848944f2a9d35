'use client'
import { useStudio } from '../shell/StudioProvider'
import { Icon } from '../status/Icon'
import { roundedUp } from '../status/money'
import { useWords } from '../words/useWords'
import { urlOf, type Standing, type TakeRow } from './standingOf'

type Props = {
  scene: string
  standing: Standing
  shown: string | null
  onShow: (take: string | null) => void
  look: () => Promise<void>
}

const icons = { passed: 'check', overruled: 'person', failed: 'cross', unknown: 'question', filled: 'dotted' } as const

/** Every take, the newest left; nothing of it is ever thrown away. */
export const TakesStrip = ({ scene, standing, shown, onShow, look }: Props) => {
  const { say } = useWords()
  const { send } = useStudio()
  const takes = standing.takes.filter(({ kind, media }) => kind !== 'line' && urlOf(media) !== null)
  if (takes.length === 0) return <p className="bl-second">{say('noTake')}</p>
  const use = async ({ take, layer }: TakeRow) => {
    await send(`/scenes/${scene}/use-take`, { take, ...(typeof layer === 'number' ? { layer } : {}) })
    await look()
  }
  const chosen = takes.find(({ id }) => id === shown)
  return (
    <section aria-label={say('takesTitle')}>
      <ul className="bl-takes">
        {takes.map((take) => (
          <li key={take.id}>
            <button type="button" aria-pressed={take.id === shown} className="bl-take" onClick={() => onShow(take.id === shown ? null : (take.id ?? null))}>
              {take.kind === 'clip' ? <span className="bl-take__clip"><Icon name="play" /></span> : <img src={urlOf(take.media) ?? ''} alt="" loading="lazy" width={120} height={68} />}
              <span className="bl-take__line">
                {say('takeNumber', { take: take.take ?? 1 })} {take.verdict && <Icon name={icons[take.verdict]} size={14} />}
              </span>
              <span className="bl-second">
                {say(take.kind === 'clip' ? 'clip' : 'picture')}
                {typeof take.layer === 'number' ? ` ${take.layer + 1}` : ''} · {take.costNanodollars ? roundedUp(take.costNanodollars) : say('free')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {chosen?.kind === 'still' && (
        <button type="button" className="bl-link" onClick={() => void use(chosen)}>
          {say('useTake')}
        </button>
      )}
    </section>
  )
} // prettier-ignore
