'use client'
import { Link } from '@payloadcms/ui'
import { memo } from 'react'
import type { BoardScene } from '@/stores/reads/boardRead'
import { links } from '../shell/links'
import { Icon } from '../status/Icon'
import { statusMeta } from '../status/statusMeta'
import { StatusTag } from '../status/StatusTag'
import { useWords } from '../words/useWords'

type Props = { scene: BoardScene; selected: boolean; onToggle: (id: string) => void }
/** The length at which the bar is full. */
const secondsMost = 7

/** One scene: its picture, what it is called, where it stands and why. */
export const SceneCard = memo(({ scene, selected, onToggle }: Props) => {
  const { say, status } = useWords()
  const isBad = scene.status === 'failed'
  const reason = scene.error ?? scene.stale[0] ?? (scene.overruled ? say('overruled') : scene.picture ? '' : say('notMade'))
  return (
    <article className={`bl-scene${selected ? ' bl-scene--chosen' : ''}${isBad ? ' bl-scene--bad' : scene.stale.length > 0 ? ' bl-scene--stale' : ''}`}>
      <Link href={links.scene(scene.id)} className="bl-scene__picture" title={scene.title}>
        {scene.picture ? <img src={`/api/media/file/${scene.picture}`} alt="" width={320} height={180} loading="lazy" decoding="async" /> : <span className="bl-scene__none"><Icon name="picture" /> {say('noPicture')}</span>}
        {scene.locked && <span className="bl-scene__flag"><StatusTag {...statusMeta.flag.locked}>{status('flag.locked')}</StatusTag></span>}
        {scene.stale.length > 0 && <span className="bl-scene__flag"><StatusTag {...statusMeta.flag.stale}>{status('flag.stale')}</StatusTag></span>}
      </Link>
      <div className="bl-scene__text">
        <span className="bl-scene__line">
          <label className="bl-scene__name">
            <input type="checkbox" checked={selected} aria-label={say('chooseScene', { scene: scene.clip })} onChange={() => onToggle(scene.id)} />
            <code>{scene.clip}</code>
          </label>
          <StatusTag {...statusMeta.scene[scene.status]}>{status(`scene.${scene.status}`)}</StatusTag>
        </span>
        <strong className="bl-scene__title">{scene.title}</strong>
        <span className="bl-scene__line bl-second">
          <span className="bl-length">
            <span style={{ inlineSize: `${Math.min(100, (100 * scene.seconds) / secondsMost)}%` }} />
          </span>
          <span>{say('seconds', { seconds: scene.seconds.toFixed(1) })}</span>
          <span className="bl-scene__reason" title={reason}>{reason}</span>
        </span>
      </div>
    </article>
  )
}) // prettier-ignore
SceneCard.displayName = 'SceneCard'
