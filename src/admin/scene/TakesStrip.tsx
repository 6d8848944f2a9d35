'use client'
import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import type { ToldTake } from '@/domain/takes/toldTake'
import { useStudio } from '../shell/StudioProvider'
import { Icon } from '../status/Icon'
import { roundedUp } from '../status/money'
import { StatusTag } from '../status/StatusTag'
import { useWords } from '../words/useWords'
import { PromptDrawer } from './PromptDrawer'
import { takeLook, useTakeWords } from './takeWords'

type Props = {
  scene: string
  project: string
  takes: readonly ToldTake[]
  shown: string | null
  onShow: (take: string | null) => void
  look: () => Promise<void>
}

/** Every take, the newest left; nothing of it is ever thrown away. */
export const TakesStrip = ({ scene, project, takes, shown, onShow, look }: Props) => {
  const { say } = useWords()
  const seen = takes.filter(({ kind }) => kind !== 'line')
  if (seen.length === 0) return <p className="bl-second">{say('noTake')}</p>
  const chosen = seen.find(({ id }) => id === shown)
  return (
    <section aria-label={say('takesTitle')}>
      <ul className="bl-takes">
        {seen.map((take) => (
          <li key={take.id}>
            <TakeCard take={take} isShown={take.id === shown} onShow={() => onShow(take.id === shown ? null : take.id)} />
          </li>
        ))}
      </ul>
      {chosen && <TakeActions scene={scene} project={project} take={chosen} look={look} />}
    </section>
  )
} // prettier-ignore

const TakeCard = ({ take, isShown, onShow }: { take: ToldTake; isShown: boolean; onShow: () => void }) => {
  const { say } = useWords()
  const { nameOf, kindOf, verdictWord } = useTakeWords()
  const { config } = useConfig()
  const file = config.routes.api + take.file
  return (
    <button type="button" aria-pressed={isShown} className="bl-take" onClick={onShow}>
      {take.kind === 'clip' ? <video src={`${file}#t=0.1`} preload="metadata" muted tabIndex={-1} aria-hidden="true" /> : <img src={file} alt="" loading="lazy" width={120} height={68} />}
      <span className="bl-take__line">
        <strong>{nameOf(take)}</strong>
        <StatusTag {...takeLook(take.verdict)}>{verdictWord(take.verdict)}</StatusTag>
      </span>
      <span className="bl-take__line bl-second">
        <span>{kindOf(take)}</span>
        <span>{take.nanodollars > 0 ? roundedUp(take.nanodollars) : say('free')}</span>
      </span>
      {take.inUse && (
        <span className="bl-take__used">
          <Icon name="check" size={14} /> {say('inUse')}
        </span>
      )}
    </button>
  )
} // prettier-ignore

type ActionProps = { scene: string; project: string; take: ToldTake; look: () => Promise<void> }

const TakeActions = ({ scene, project, take, look }: ActionProps) => {
  const { say } = useWords()
  const { send } = useStudio()
  const { hasSavePermission } = useDocumentInfo()
  const use = async () => {
    await send(`/scenes/${scene}/use-take`, { take: take.take, layer: take.layer })
    await look()
  }
  return (
    <div className="bl-takes__acts">
      {take.usable && hasSavePermission !== false && (
        <button type="button" className="bl-link" onClick={() => void use()}>
          {say('useTake')}
        </button>
      )}
      <PromptDrawer scene={scene} project={project} take={take.id} />
      {take.told !== '' && <span className="bl-second">{say('toldBeyond', { told: take.told })}</span>}
      {take.kind === 'still' && !take.inUse && !take.usable && <span className="bl-second">{say('leftBehind')}</span>}
    </div>
  )
}
