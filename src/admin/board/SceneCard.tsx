'use client'
import { Link } from '@payloadcms/ui'
import { memo, useDeferredValue } from 'react'
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

type Inside = {
  scene: BoardScene
  selected: boolean
  menuOpen: boolean
  /** Why its order cannot be changed; empty when it can. */
  fixed: string
  onChoose: Choose
  onMenu: (id: string | null) => void
  onVerb: (id: string, verb: SceneVerb) => void
}
type Props = Inside & {
  /** The one cell of the grid that Tab reaches. */
  reached: boolean
  /** Drawn with its line; else when the browser has time, so that scrolling never waits for it. */
  atOnce: boolean
  onReach: (id: string) => void
}
/** The length at which the bar is full. */
const secondsMost = 7

const reasonOf = ({ error, stale, overruled, picture }: BoardScene, say: ReturnType<typeof useWords>['say']): string =>
  error ?? stale[0] ?? (overruled ? say('overruled') : picture ? '' : say('notMade'))

const classOf = ({ status, stale }: BoardScene, selected: boolean, menuOpen: boolean): string =>
  ['bl-scene', selected ? 'bl-scene--chosen' : '', status === 'failed' ? 'bl-scene--bad' : stale.length > 0 ? 'bl-scene--stale' : '', menuOpen ? 'bl-scene--open' : '']
    .filter(Boolean)
    .join(' ') // prettier-ignore

/** One scene as a cell of the grid, and what is dragged. */
export const SceneCard = memo(({ atOnce, reached, onReach, ...inside }: Props) => {
  const { scene, selected, menuOpen } = inside
  const isDrawn = useDeferredValue(true, atOnce)
  return (
    <div
      className={classOf(scene, selected, menuOpen)}
      role="gridcell"
      data-scene={scene.id}
      tabIndex={reached ? 0 : -1}
      aria-selected={selected}
      onFocus={(event) => event.target === event.currentTarget && onReach(scene.id)}
    >
      {isDrawn && <CardInside {...inside} />}
    </div>
  )
}) // prettier-ignore
SceneCard.displayName = 'SceneCard'

/** Its picture, what it is called, where it stands and why. */
const CardInside = ({ scene, selected, menuOpen, fixed, onChoose, onMenu, onVerb }: Inside) => {
  const { say, status } = useWords()
  const reason = reasonOf(scene, say)
  const range = (event: React.MouseEvent) => {
    if (!event.shiftKey) return
    event.preventDefault()
    onChoose(scene.id, true)
  }
  return (
    <>
      <Link href={links.scene(scene.id)} className="bl-scene__picture" tabIndex={-1} title={scene.title} prefetch={false} draggable={false} onClick={range}>
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
    </>
  )
} // prettier-ignore
