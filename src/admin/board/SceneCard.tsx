'use client'
import { useDraggable, useDroppable } from '@dnd-kit/core'
import { Link } from '@payloadcms/ui'
import { memo } from 'react'
import type { BoardScene } from '@/stores/reads/boardRead'
import { links } from '../shell/links'
import { Icon } from '../status/Icon'
import { Picture } from '../status/Picture'
import { statusMeta } from '../status/statusMeta'
import { StatusTag } from '../status/StatusTag'
import { useWords } from '../words/useWords'
import { CardMenu, type SceneVerb } from './CardMenu'
import { thumbOf } from './thumbOf'
import type { Choose } from './useChosen'

type Props = {
  scene: BoardScene
  selected: boolean
  /** The one cell of the grid that Tab reaches. */
  reached: boolean
  menuOpen: boolean
  /** Why its order cannot be changed; empty when it can. */
  fixed: string
  onChoose: Choose
  onReach: (id: string) => void
  onMenu: (id: string | null) => void
  onVerb: (id: string, verb: SceneVerb) => void
}
/** The length at which the bar is full. */
const secondsMost = 7

const reasonOf = ({ error, stale, overruled, picture }: BoardScene, say: ReturnType<typeof useWords>['say']): string =>
  error ?? stale[0] ?? (overruled ? say('overruled') : picture ? '' : say('notMade'))

const classOf = ({ status, stale }: BoardScene, selected: boolean, over: boolean): string =>
  ['bl-scene', selected ? 'bl-scene--chosen' : '', status === 'failed' ? 'bl-scene--bad' : stale.length > 0 ? 'bl-scene--stale' : '', over ? 'bl-scene--over' : '']
    .filter(Boolean)
    .join(' ') // prettier-ignore

/** One scene: its picture, what it is called, where it stands and why. A cell of the grid, and what is dragged. */
export const SceneCard = memo(({ scene, selected, reached, menuOpen, fixed, onChoose, onReach, onMenu, onVerb }: Props) => {
  const { say, status } = useWords()
  const { setNodeRef: drag, listeners } = useDraggable({ id: scene.id, disabled: fixed !== '' })
  const { setNodeRef: drop, isOver } = useDroppable({ id: scene.id })
  const reason = reasonOf(scene, say)
  const range = (event: React.MouseEvent) => {
    if (!event.shiftKey) return
    event.preventDefault()
    onChoose(scene.id, true)
  }
  const hold = (element: HTMLElement | null) => {
    drag(element)
    drop(element)
  }
  return (
    <div
      ref={hold}
      className={classOf(scene, selected, isOver)}
      role="gridcell"
      data-scene={scene.id}
      tabIndex={reached ? 0 : -1}
      aria-selected={selected}
      onFocus={(event) => event.target === event.currentTarget && onReach(scene.id)}
      {...listeners}
    >
      <Link href={links.scene(scene.id)} className="bl-scene__picture" tabIndex={-1} title={scene.title} draggable={false} onClick={range}>
        {scene.picture ? <Picture src={thumbOf(scene.picture)} alt="" width={320} height={180} loading="lazy" decoding="async" draggable={false} /> : <span className="bl-scene__none"><Icon name="picture" /> {say('noPicture')}</span>}
        {scene.locked && <span className="bl-scene__flag"><StatusTag {...statusMeta.flag.locked}>{status('flag.locked')}</StatusTag></span>}
        {scene.stale.length > 0 && <span className="bl-scene__flag"><StatusTag {...statusMeta.flag.stale}>{status('flag.stale')}</StatusTag></span>}
        <span className="bl-hidden">{say('openScene', { scene: scene.clip })}</span>
      </Link>
      <button type="button" className="bl-scene__menu" tabIndex={-1} aria-haspopup="menu" aria-expanded={menuOpen} aria-label={say('sceneMenu', { scene: scene.clip })} onClick={() => onMenu(menuOpen ? null : scene.id)}>
        •••
      </button>
      {menuOpen && <CardMenu clip={scene.clip} closed={fixed === '' ? {} : { move: fixed, split: fixed, merge: fixed }} onVerb={(verb) => onVerb(scene.id, verb)} onClose={() => onMenu(null)} />}
      <div className="bl-scene__text">
        <span className="bl-scene__line">
          <label className="bl-scene__name">
            <input type="checkbox" tabIndex={-1} checked={selected} aria-label={say('chooseScene', { scene: scene.clip })} onClick={(event) => onChoose(scene.id, event.shiftKey)} onChange={() => undefined} />
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
    </div>
  )
}) // prettier-ignore
SceneCard.displayName = 'SceneCard'
