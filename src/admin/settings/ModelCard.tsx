'use client'
import { roundedUp } from '../status/money'
import { Icon } from '../status/Icon'
import { useWords } from '../words/useWords'

export type Offer = {
  id: string
  title: string
  says: string
  provider: string
  scene: { expected: number; atMost: number } | null
  recommended: string[]
  limits: {
    promptCharacters: number | null
    pictures: number | null
    seconds: number[] | null
    resolutions: string[] | null
  }
  asOf: string
  shutdownDate: string | null
  replacedBy: string | null
  refused: { what: string; why: string; fix: string } | null
  sample: { url: string; mime: string } | null
}
type Chosen = { name: string; chosen: boolean; disabled: boolean }

/** What the studio makes itself: always there, always free. */
export const PrevisCard = ({ name, chosen, disabled, onChoose }: Chosen & { onChoose: () => void }) => {
  const { say } = useWords()
  return (
    <label className={`bl-model${chosen ? ' bl-model--chosen' : ''}`}>
      <span className="bl-model__head">
        <input type="radio" name={name} checked={chosen} disabled={disabled} onChange={onChoose} />
        <strong>{say('previsTitle')}</strong>
        <span className="bl-model__price">{say('free')}</span>
      </span>
      <span className="bl-second">{say('previsSays')}</span>
    </label>
  )
}

const Sample = ({ sample: { url, mime } }: { sample: NonNullable<Offer['sample']> }) => {
  const { say } = useWords()
  if (mime.startsWith('image/')) return <img className="bl-model__sample" src={url} alt={say('sample')} loading="lazy" width={320} height={180} />
  if (mime.startsWith('video/')) return <video className="bl-model__sample" src={url} aria-label={say('sample')} controls muted preload="none" />
  return mime.startsWith('audio/') ? <audio className="bl-model__sound" src={url} aria-label={say('sample')} controls preload="none" /> : null
} // prettier-ignore

/** A model: what it is, what one scene costs with it, what it takes, when its price was read, why it cannot be chosen. */
export const ModelCard = ({ name, offer, chosen, disabled, onChoose }: Chosen & { offer: Offer; onChoose: (id: string) => void }) => {
  const { say } = useWords()
  const { id, title, says, scene, recommended, asOf, shutdownDate, refused, sample } = offer
  const price = scene ? say('perScene', { money: roundedUp(scene.expected) }) : say('noScenePrice')
  return (
    <label className={`bl-model${chosen ? ' bl-model--chosen' : ''}${refused ? ' bl-model--refused' : ''}`}>
      <span className="bl-model__head">
        <input type="radio" name={name} checked={chosen} disabled={disabled || (refused !== null && !chosen)} onChange={() => onChoose(id)} />
        <strong>{title}</strong>
        <span className="bl-model__price">{refused ? '' : price}</span>
      </span>
      {sample && <Sample sample={sample} />}
      <span>{says}</span>
      {refused && (
        <span className="bl-model__refused">
          <Icon name="barred" /> {refused.why} {refused.fix}
        </span>
      )}
      <span className="bl-second">
        {recommended.length > 0 && `${say('recommendedFor', { presets: recommended.join(', ') })} · `}
        <Limits limits={offer.limits} />
        {say('priceOf', { day: asOf })}
        {shutdownDate && !refused && ` · ${say('shutsDown', { day: shutdownDate })}`}
      </span>
    </label>
  )
} // prettier-ignore

const Limits = ({ limits: { seconds, resolutions, pictures, promptCharacters } }: Pick<Offer, 'limits'>) => {
  const { say } = useWords()
  const parts = [
    seconds && say('limitSeconds', { seconds: seconds.length > 2 ? `${seconds[0] ?? ''}–${seconds.at(-1) ?? ''}` : seconds.join('–') }),
    resolutions?.join(', '),
    pictures && say('limitPictures', { count: pictures }),
    promptCharacters && say('limitCharacters', { count: promptCharacters }),
  ].filter(Boolean)
  return parts.length > 0 ? <>{parts.join(' · ')} · </> : null
} // prettier-ignore
